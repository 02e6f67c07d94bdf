import { describe, expect, it } from 'vitest';
import { declinedOrUnseen, withoutDeclined } from '../../../src/cli/questions/declined.js';
import type { PlannedFile } from '../../../src/cli/run/plan-project.js';
import { allRules } from '../../../src/cli/arguments/rule-set.js';
import { catalog } from '../../../src/catalog/index.js';
import { openDocument } from '../../../src/documents/open.js';
import { createPolicy } from '../../../src/policy/index.js';
import type { Finding, Repair } from '../../../src/rules/finding.js';

const document = openDocument({ path: 'a.env', text: 'A=1\n', files: null });
const policy = createPolicy({}, { asOf: '2026-11-22', catalog });
const repair = (id: string): Repair => ({ id, safety: 'review', edits: [{ range: [0, 1], text: id }] });
const finding: Finding = {
  messageId: 'modelEnded',
  range: [0, 1],
  level: 'error',
  repairs: [repair('unnamed'), repair('first'), repair('second')],
};

/** What is left of the repairs once some are turned down. */
function left(declined: readonly string[]) {
  const [rule] = allRules;
  if (rule === undefined) throw new Error('There are no rules.');
  const rules = withoutDeclined(
    [{ ...rule, detect: () => [finding] }],
    (_rule, _finding, { id }) => id !== 'unnamed',
    (_path, _rule, id) => declined.includes(id),
  );
  const found = rules.flatMap(({ detect }) => [...detect(document, { policy, options: {} })]);
  return found.map(({ repairs, unrepaired }) => [repairs.map(({ id }) => id), unrepaired]);
}

describe('withoutDeclined', () => {
  it('keeps what nobody turned down', () => {
    expect(left([])).toEqual([[['unnamed', 'first', 'second'], undefined]]);
    expect(left(['second'])).toEqual([[['unnamed', 'first', 'second'], undefined]]);
  });

  it('puts nothing in the place of a repair that was turned down', () => {
    expect(left(['first'])).toEqual([[['unnamed'], 'declined']]);
  });
});

describe('declinedOrUnseen', () => {
  it('agrees to nothing that was not shown', () => {
    const planned: PlannedFile = {
      document,
      plan: {
        text: 'B=1\n',
        edits: 1,
        applied: [{ rule: 'r', repair: 'shown', safety: 'review', line: 1 }],
        leftAlone: [],
        passes: 1,
        blocked: [],
        awaited: [],
        edited: [],
      },
      remaining: { document, findings: [] },
    };
    const isDeclined = declinedOrUnseen([planned], (_path, _rule, id) => id === 'refused');
    expect(isDeclined('a.env', 'r', 'shown')).toBe(false);
    expect(isDeclined('a.env', 'r', 'other')).toBe(true);
    expect(isDeclined('b.env', 'r', 'shown')).toBe(true);
    expect(isDeclined('a.env', 'r', 'refused')).toBe(true);
  });
});
