import type { LeftAlone } from '../../src/cli/report/report.js';
import { createTypeChecker } from '../execution/type-checker.js';
import { cells } from './cells.js';
import type { Cell } from './cells.js';
import { targets } from './generations.js';
import type { Target } from './generations.js';
import { createWorkshop } from './matrix-project.js';
import { programs } from './programs.js';
import type { Program } from './programs.js';
import { runPrograms } from './run-programs.js';
import type { Outcome } from './run-programs.js';

/** What was seen of one cell. */
export interface Seen {
  /** The program as it was. */
  readonly before: Outcome;
  /** With nothing but its ID replaced. */
  readonly moved: Outcome;
  /** As the migration left it. */
  readonly after: Outcome;
  readonly text: string;
  readonly typeErrors: readonly string[];
  /** Why the report says that it was left alone. */
  readonly leftAlone: readonly string[];
}

export interface Matrix {
  readonly seen: ReadonlyMap<Cell, Seen>;
  /** Type errors of the programs as they were. */
  readonly typeErrorsBefore: readonly string[];
  /** Files that a second migration to the same target changes. */
  readonly changedAgain: readonly string[];
}

/** Migrates every program to every target, and runs them before, with only the ID moved, and after. */
export async function runMatrix(): Promise<Matrix> {
  using workshop = createWorkshop();
  const { directory, addProject, migrate, read } = workshop;
  addProject(
    'original',
    textsOf(programs, ({ text }) => text),
  );
  const reports = new Map<Target, readonly LeftAlone[]>();
  const changedAgain: string[] = [];
  for (const target of targets) {
    addProject(`moved-${target}`, new Map(cellsOf(target).map((cell) => [cell.program.file, movedText(cell)])));
    addProject(
      target,
      textsOf(programs, ({ text }) => text),
    );
    reports.set(target, (await migrate(target, target)).leftAlone);
    const { changes } = await migrate(target, target);
    changedAgain.push(...changes.map(({ file }) => `${target}/${file}`));
  }
  const typeErrors = createTypeChecker()(
    directory,
    ['original', ...targets].flatMap((project) => programs.map(({ file }) => `${project}/${file}`)),
  );
  const runs = ['original', ...targets.flatMap((target) => [`moved-${target}`, target])].flatMap((project) =>
    programs.map((program) => ({ project, program })),
  );
  const outcomes = new Map((await runPrograms(directory, runs)).map((outcome, at) => [keyOf(runs[at]), outcome]));
  const outcomeOf = (project: string, program: Program) => {
    const outcome = outcomes.get(keyOf({ project, program }));
    if (!outcome) throw new Error(`${program.name} was not run.`);
    return outcome;
  };
  const seen = cells.map((cell): [Cell, Seen] => {
    const { program, target } = cell;
    return [
      cell,
      {
        before: outcomeOf('original', program),
        moved: outcomeOf(`moved-${target}`, program),
        after: outcomeOf(target, program),
        text: read(target, program.file),
        typeErrors: typeErrors.filter((error) => error.startsWith(`${target}/${program.file}:`)),
        leftAlone: (reports.get(target) ?? []).filter(({ file }) => file === program.file).map(({ why }) => why),
      },
    ];
  });
  const typeErrorsBefore = typeErrors.filter((error) => error.startsWith('original/'));
  return { seen: new Map(seen), typeErrorsBefore, changedAgain };
}

function cellsOf(target: Target) {
  return cells.filter((cell) => cell.target === target);
}

/** A bare ID stays bare, which is what the ID alone is. */
function movedText({ program, moved }: Cell) {
  if (moved === null) return program.text;
  const isBare = program.feature.startsWith('bare-id');
  return program.text.replace(program.id, isBare ? moved.slice(moved.indexOf('.') + 1) : moved);
}

function textsOf(all: readonly Program[], textOf: (program: Program) => string): ReadonlyMap<string, string> {
  return new Map(all.map((program) => [program.file, textOf(program)]));
}

function keyOf(run: { readonly project: string; readonly program: Program } | undefined) {
  return `${run?.project} ${run?.program.name}`;
}
