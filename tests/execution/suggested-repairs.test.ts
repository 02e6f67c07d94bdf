import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../loopback/replies.js';
import { startBedrock } from '../loopback/start-bedrock.js';
import { askTwice } from './ask-twice.js';
import { loadProgram } from './load-program.js';
import { packages } from './packages.js';
import { createProgramProject } from './program-project.js';
import { promptText } from './prompt-text.js';
import { createTypeChecker } from './type-checker.js';

const folder = 'suggestions';
const project = createProgramProject({ folder, packages });
/** While Claude Opus 4.1 was active; it never kept caches for an hour. */
const asOf = '2026-01-15';
const earlier = createProgramProject({ folder, packages, files: ['hour-not-offered.ts'], config: { asOf } });
const typeErrors = createTypeChecker();

const points = [
  { program: 'point-first.ts', repair: 'moveBehindNextBlock', of: project, options: {}, status: 200 },
  { program: 'hour-behind-five-minutes.ts', repair: 'shortenTtl', of: project, options: {}, status: 400 },
  { program: 'hour-not-offered.ts', repair: 'dropLongTtl', of: earlier, options: { asOf }, status: 400 },
];

afterAll(() => {
  project[Symbol.dispose]();
  earlier[Symbol.dispose]();
});

describe('a cache point', () => {
  it.each(points)('$program: $repair', async ({ program, repair, of, options, status }) => {
    const before = await askTwice(of, program, options);
    expect(before.requests.map(({ result }) => result?.status)).toEqual([status, status]);
    expect(before.requests.map(({ result }) => result?.usage?.cacheReadTokens ?? 0)).toEqual([0, 0]);

    const { changes } = await of.migrate('prompt-caching', [repair]);
    expect(changes.map(({ file }) => file)).toEqual([program]);

    const after = await askTwice(of, program, options);
    const [cold, warm] = after.requests.map(({ result }) => result?.usage);
    expect(cold?.cacheWrites).not.toEqual([]);
    expect(warm?.cacheReadTokens).toBeGreaterThan(1024);
    expect(warm?.cacheWrites).toEqual([]);
    expect(after.requests.map(promptText)).toEqual(before.requests.map(promptText));
    expect(typeErrors(of.directory, [program])).toEqual([]);
    expect((await of.migrate('prompt-caching', [repair])).changes).toEqual([]);
  });
});

describe('an absent stop reason', () => {
  const program = 'stream-that-broke-off.ts';

  it(`${program}: useUnknown`, async () => {
    expect(await finishes()).toEqual({ complete: 'end_turn', broken: 'end_turn' });
    const { changes } = await project.migrate('stop-reasons', ['useUnknown']);
    expect(changes.map(({ file }) => file)).toEqual([program]);
    expect(await finishes()).toEqual({ complete: 'end_turn', broken: 'unknown' });
    expect(typeErrors(project.directory, [program])).toEqual([]);
  });

  async function finishes() {
    await using bedrock = await startBedrock();
    using loaded = await loadProgram(project, program, bedrock.url);
    bedrock.script([answer('All done.'), answer('All done.', { break: { after: 3, by: 'end' } })]);
    return { complete: finishOf(await loaded.ask('Well?')), broken: finishOf(await loaded.ask('Well?')) };
  }

  function finishOf(result: unknown) {
    return typeof result === 'object' && result !== null && 'finish' in result ? result.finish : undefined;
  }
});
