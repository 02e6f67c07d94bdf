import { compareGenerations, isNumbered } from './generation.js';
import { tools } from './request-words.generated.js';
import type { CatalogModel, Day, Family, Provenance } from './schema.js';

export interface ThinkingFacts extends Provenance {
  /** Least `budget_tokens` of `enabled`, in tokens. */
  readonly minBudgetTokens: number;
}

/** Models by generation: those named, or all from one on and before another; of all families where none is named. */
export interface ModelRange {
  readonly generations?: readonly string[];
  readonly from?: string;
  readonly before?: string;
  readonly families?: readonly Family[];
}

/** A flag of `anthropic_beta` that has lost its meaning. */
export interface Beta extends Provenance {
  readonly name: string;
  /** First generation for which it has; `null` = for every model. */
  readonly from: string | null;
  /** `ended`: what it switched on is gone · `builtIn`: that is always on · `noEffect`: the model never had it. */
  readonly why: 'ended' | 'builtIn' | 'noEffect';
  readonly on: Day | null;
  /** The meaning is lost only where the request asks for this type of thinking. */
  readonly onlyWithThinking?: 'adaptive';
  /** What it raised: a message says how much of that the model has. */
  readonly limit?: 'contextTokens';
}

/** A version of a tool whose input Anthropic defines. Models in neither list are not known, and not to be judged. */
export interface ToolVersion extends Provenance {
  readonly type: string;
  readonly kind: 'textEditor' | 'bash' | 'computer';
  /** The name it must be given, and by which the model calls it. */
  readonly name: string;
  /** How its calls differ from those of the version before. */
  readonly differs?: {
    readonly removed: readonly string[];
    /** Commands whose input has other names. */
    readonly changed: readonly string[];
    /** The same in words. */
    readonly note: string;
  };
  /** The flag that a request with it must name; `null` = none. */
  readonly beta: string | null;
  readonly taken: readonly ModelRange[];
  readonly refused: readonly ModelRange[];
}

/** A value of `anthropic_version`. */
export interface ApiVersion extends Provenance {
  readonly name: string;
  readonly taken: readonly ModelRange[];
  readonly refused: readonly ModelRange[];
}

/** The version that stands for the type in a request; `undefined` for a type nobody described. */
export function findTool(type: string): ToolVersion | undefined {
  return tools.find((tool) => tool.type === type);
}

/** Whether a model is one of these. */
export function isAmong({ family, generation }: CatalogModel, ranges: readonly ModelRange[]): boolean {
  return ranges.some(
    ({ generations, from, before, families }) =>
      (families === undefined || families.includes(family)) &&
      (generations === undefined || generations.includes(generation)) &&
      (from === undefined || (isNumbered(generation) && compareGenerations(generation, from) >= 0)) &&
      (before === undefined || (isNumbered(generation) && compareGenerations(generation, before) < 0)),
  );
}

/** Whether a flag has lost its meaning for a model, whatever the request says. */
export function isObsolete(model: CatalogModel, { from }: Beta): boolean {
  return from === null || isAmong(model, [{ from }]);
}
