import { targetModels, targets } from './generations.js';
import type { Target } from './generations.js';
import { programs } from './programs.js';
import type { Program } from './programs.js';

/** A program and the target it is migrated to. */
export interface Cell {
  readonly name: string;
  readonly program: Program;
  readonly target: Target;
  /** The ID that the program is to end with; `null` where its family has no model of the target. */
  readonly moved: string | null;
}

export const cells: readonly Cell[] = programs.flatMap((program) =>
  targets.map((target) => ({
    name: `${program.name} to ${target}`,
    program,
    target,
    moved: movedId(program, target),
  })),
);

/** A geographic profile keeps its geography, and a Region in the code says which it is; otherwise a bare ID goes to the global one. */
function movedId({ feature, model }: Program, target: Target) {
  const base = targetModels[target][model.family];
  return base && `${feature === 'bare-id-anywhere' ? 'global' : 'us'}.${base}`;
}
