import { beforeAll, describe, expect, it } from 'vitest';
import { cells } from './cells.js';
import type { Cell } from './cells.js';
import { declarationsOf } from './declarations.js';
import type { Outcome } from './declarations.js';
import { targets } from './generations.js';
import { ended, refusalOf, refusedBefore } from './refusals.js';
import { expected } from './reply.js';
import { runMatrix } from './run-matrix.js';
import type { Matrix, Seen } from './run-matrix.js';

/** Beta flags that nothing reads any more. */
const deadFlags: readonly string[] = [
  'prompt-caching-2024-07-31',
  'token-efficient-tools-2025-02-19',
  'output-128k-2025-02-19',
  'context-1m-2025-08-07',
];

let matrix: Matrix;

beforeAll(async () => {
  matrix = await runMatrix();
}, 600_000);

it.each(cells)('$name is declared once', (cell) => {
  expect(declarationsOf(cell)).toHaveLength(1);
});

describe.each(targets)('to %s', (target) => {
  const own = cells.filter((cell) => cell.target === target);

  it.each(own)('$name: before', (cell) => {
    const { before } = seenOf(cell);
    const { program } = cell;
    if (!program.model.alive) {
      expect(before.error).toBe(`404 ResourceNotFoundException: ${ended}`);
      return;
    }
    // A model that still answers takes what it always took; its end is near all the same.
    const refusal = refusedBefore(cell);
    if (refusal === null) expect(before).toMatchObject({ error: null, answer: expected[program.reads] });
    else expect(before.error).toBe(`400 ValidationException: ${refusal}`);
  });

  it.each(own.filter(({ moved }) => moved !== null))('$name: what a new ID alone leads to', (cell) => {
    const { moved } = seenOf(cell);
    const refusal = refusalOf(cell);
    if (refusal !== null && 'error' in refusal) {
      expect(moved.error).toBe(`400 ValidationException: ${refusal.error}`);
      return;
    }
    expect(moved).toMatchObject({ error: null, answer: refusal?.answer ?? expected[cell.program.reads] });
  });

  it.each(own.filter(migrates))('$name: migrates', (cell) => {
    const { after, text, typeErrors } = seenOf(cell);
    const { program, moved } = cell;
    expect(typeErrors).toEqual([]);
    expect(after, text).toMatchObject({ error: null, answer: expected[program.reads] });
    expect([...new Set(after.requests.map(({ modelId }) => modelId))]).toEqual([moved]);
    for (const flag of deadFlags) expect(text).not.toContain(flag);
    if (program.surface.endsWith('-to-converse')) {
      expect(after.requests.map(({ operation }) => operation)).toEqual([expect.stringMatching(/^Converse/)]);
    }
  });

  it.each(own.filter((cell) => outcomeOf(cell).kind === 'leftAlone'))('$name: is left alone', (cell) => {
    const { text, leftAlone } = seenOf(cell);
    expect(text).toBe(cell.program.text);
    const outcome = outcomeOf(cell);
    expect(leftAlone).toContainEqual(expect.stringContaining('why' in outcome ? outcome.why : ''));
  });
});

it('programs compile under strict TypeScript before they are migrated', () => {
  expect(matrix.typeErrorsBefore).toEqual([]);
});

it('a second migration changes nothing', () => {
  expect(matrix.changedAgain).toEqual([]);
});

it('at least four in five of what newer models refuse or answer otherwise, and the guides have an answer for, migrate', () => {
  const repairable = cells.filter(hasRepair);
  const migrated = repairable.filter(migrates);
  const all = cells.filter(migrates);
  process.stdout.write(
    `${migrated.length} of ${repairable.length} cells with a repair migrate, ${all.length} of ${cells.length} in all.\n`,
  );
  expect(migrated.length / repairable.length).toBeGreaterThanOrEqual(0.8);
});

/** The vendors' migration guides say what to write instead; of flags that are dead, to leave them out. */
function hasRepair(cell: Cell) {
  const hasDeadFlag = deadFlags.some((flag) => cell.program.text.includes(flag));
  return cell.moved !== null && (hasDeadFlag || refusalOf(cell) !== null);
}

function migrates(cell: Cell) {
  return outcomeOf(cell).kind === 'migrates';
}

function outcomeOf(cell: Cell): Outcome {
  const [declaration] = declarationsOf(cell);
  if (!declaration) throw new Error(`${cell.name} is not declared.`);
  return declaration.outcome;
}

function seenOf(cell: Cell): Seen {
  const seen = matrix.seen.get(cell);
  if (!seen) throw new Error(`${cell.name} was not run.`);
  return seen;
}
