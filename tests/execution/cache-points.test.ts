import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askTwice } from './ask-twice.js';
import type { Asked } from './ask-twice.js';
import { packages } from './packages.js';
import { createProgramProject } from './program-project.js';
import { promptText } from './prompt-text.js';
import { createTypeChecker } from './type-checker.js';

/** What comes of two questions: an error, two full prices, or a second one that reads a part or nearly all of what the first wrote. */
type Outcome = 'refused' | 'uncached' | 'partly cached' | 'cached';

const cases: readonly { readonly program: string; readonly before: Outcome; readonly after: Outcome }[] = [
  { program: 'converse-clock-first.ts', before: 'uncached', after: 'uncached' },
  { program: 'converse-clock-inside.ts', before: 'uncached', after: 'cached' },
  { program: 'converse-clock-last.ts', before: 'uncached', after: 'cached' },
  { program: 'converse-long-ttl.ts', before: 'refused', after: 'refused' },
  { program: 'converse-messages-mark.mjs', before: 'uncached', after: 'cached' },
  { program: 'converse-second-point.ts', before: 'partly cached', after: 'cached' },
  { program: 'converse-tool-result-point.mjs', before: 'refused', after: 'cached' },
  { program: 'converse-twice-marked.ts', before: 'refused', after: 'cached' },
  { program: 'invoke-converse-point.ts', before: 'refused', after: 'cached' },
];
const project = createProgramProject({ folder: 'cache-points', packages });
const typeErrors = createTypeChecker();
const asked = new Map<string, Asked>();

afterAll(() => {
  project[Symbol.dispose]();
});

it('every program is looked at', () => {
  expect(cases.map(({ program }) => program)).toEqual(project.programs);
});

describe('before', () => {
  it.each(cases)('$program is $before', async ({ program, before }) => {
    const seen = await askTwice(project, program);
    expect(outcomeOf(seen)).toBe(before);
    asked.set(program, seen);
  });
});

describe('after the migration', () => {
  beforeAll(async () => {
    await project.migrate('prompt-caching');
  });

  it.each(cases)('$program is $after, and says the same', async ({ program, after }) => {
    const seen = await askTwice(project, program);
    expect(outcomeOf(seen)).toBe(after);
    expect(seen.requests.map(promptText).map(withoutTimes)).toEqual(
      asked.get(program)?.requests.map(promptText).map(withoutTimes),
    );
  });

  it('all of them compile under strict TypeScript', () => {
    expect(typeErrors(project.directory, project.programs)).toEqual([]);
  });

  it('a second migration changes nothing', async () => {
    expect((await project.migrate('prompt-caching')).changes).toEqual([]);
  });
});

function outcomeOf({ requests }: Asked): Outcome {
  if (requests.some(({ result }) => result?.status !== 200)) return 'refused';
  const { cacheReadTokens = 0, inputTokens = 0 } = requests[1]?.result?.usage ?? {};
  if (cacheReadTokens === 0) return 'uncached';
  return cacheReadTokens > 0.9 * (cacheReadTokens + inputTokens) ? 'cached' : 'partly cached';
}

function withoutTimes(text: string) {
  return text.replace(/\d+\.\d+/g, '…');
}
