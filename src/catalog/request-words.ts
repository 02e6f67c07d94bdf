import { compareGenerations, isNumbered } from './generation.js';
import { apiVersions, takenSampling, tools } from './request-words.generated.js';
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
  /** How much of that a request with the flag asks for. */
  readonly asks?: number;
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

/** Values of sampling parameters, from one to another, that are taken where others are refused; `null` = none. */
export interface TakenSampling extends Provenance {
  /** `unset`: by a model without these parameters, because they mean its default · `thinking`: beside thinking with a budget. */
  readonly when: 'unset' | 'thinking';
  readonly temperature: readonly [from: number, to: number] | null;
  readonly topP: readonly [from: number, to: number] | null;
  readonly topK: readonly [from: number, to: number] | null;
}

/** A value of `anthropic_version`. */
export interface ApiVersion extends Provenance {
  readonly name: string;
  /** What a Messages body of InvokeModel says. */
  readonly inBodies?: true;
  /** A model that takes no sampling parameters refuses even the values that mean its default. */
  readonly refusesDefaults?: true;
  readonly taken: readonly ModelRange[];
  readonly refused: readonly ModelRange[];
}

/** The version that stands for the type in a request; `undefined` for a type nobody described. */
export function findTool(type: string): ToolVersion | undefined {
  return tools.find((tool) => tool.type === type);
}

/** Whether a value of a sampling parameter is taken where others are refused. */
export function isTaken(
  when: TakenSampling['when'],
  parameter: 'temperature' | 'topP' | 'topK',
  value: number,
): boolean {
  const range = takenSampling.find((each) => each.when === when)?.[parameter];
  return range ? value >= range[0] && value <= range[1] : false;
}

/** The version of the API that a Messages body of InvokeModel names. */
export const bodyApiVersion: string = apiVersions.find(({ inBodies }) => inBodies)?.name ?? '';

/** Whether a version of the API makes models without sampling parameters refuse their defaults too. */
export function refusesDefaults(name: string): boolean {
  return apiVersions.some((version) => version.name === name && version.refusesDefaults === true);
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
