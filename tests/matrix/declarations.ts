import type { Cell } from './cells.js';
import type { FeatureName } from './features.js';
import type { Family, Source, Target } from './generations.js';

/**
 * What a migration makes of a cell.
 * - `migrates`: the program ends on the moved model, compiles, and answers as it did.
 * - `leftAlone`: not a byte changes, and the report says why, with this text in it.
 */
export type Outcome = 'migrates' | { readonly leftAlone: string };

/** Cells that share an outcome: those that all the lists which are there name. */
export interface Declaration {
  readonly features: readonly FeatureName[];
  readonly targets?: readonly Target[];
  readonly surfaces?: readonly string[];
  readonly families?: readonly Family[];
  readonly sources?: readonly Source[];
  readonly outcome: Outcome;
}

export const declarations: readonly Declaration[] = [];

export function declarationsOf(cell: Cell): readonly Declaration[] {
  return declarations.filter((declaration) => names(declaration, cell));
}

function names({ features, targets, surfaces, families, sources }: Declaration, { program, target }: Cell) {
  return (
    features.includes(program.feature) &&
    (targets?.includes(target) ?? true) &&
    (surfaces?.includes(program.surface) ?? true) &&
    (families?.includes(program.model.family) ?? true) &&
    (sources?.includes(program.source) ?? true)
  );
}
