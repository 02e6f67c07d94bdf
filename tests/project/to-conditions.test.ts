import { expect, it } from 'vitest';
import type { ModelGate } from '../../src/documents/facts.js';
import { toConditions } from '../../src/project/to-conditions.js';

/** The gates of a text, which are what stands between marks. */
function groupsIn(marked: string) {
  const gates: ModelGate[] = [];
  let text = '';
  for (const part of marked.split(/[«»]/)) {
    const start = text.length;
    text += part;
    if (marked.includes(`«${part}»`))
      gates.push({ kind: 'includes', patterns: [part], range: [start, text.length], geography: false });
  }
  return toConditions(text, gates).map((group) => group.gates.length);
}

it.each([
  [`if («id.includes('a')» || «id.includes('b')») {}`, [2]],
  [`if («id.includes('a')» && «id.includes('b')») {}`, [1, 1]],
  [`if («id.includes('a')» || «name.includes('b')») {}`, [1, 1]],
  [`if «'a'» in model_id or «'b'» in model_id:`, [2]],
  [`if «'a'» in model_id and «'b'» in model_id:`, [1, 1]],
  [`if «'a'» in model_id or «'b'» in name:`, [1, 1]],
])('groups what answers as one: %s', (text, counts) => {
  expect(groupsIn(text)).toEqual(counts);
});
