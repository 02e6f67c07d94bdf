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

/**
 * What decides over a cell whatever its feature is.
 * - `noModel`: the target has no model of the family.
 * - `newApiVersion`: the SDK sends a version of the API that older models don't take.
 * - `sdkTemperature`: the SDK sends a temperature of its own to a model that takes none.
 */
export type Circumstance = 'noModel' | 'newApiVersion' | 'sdkTemperature';

export function circumstanceOf({ program: { surface }, target, moved }: Cell): Circumstance | null {
  if (moved === null) return 'noModel';
  if (surface === 'anthropic1' && target !== 'latest') return 'newApiVersion';
  return surface === 'ai4' && target === 'latest' ? 'sdkTemperature' : null;
}

/** A geographic profile keeps its geography, and a Region in the code says which it is; otherwise a bare ID goes to the global one. */
function movedId({ feature, model }: Program, target: Target) {
  const base = targetModels[target][model.family];
  return base && `${feature === 'bare-id-anywhere' ? 'global' : 'us'}.${base}`;
}
