import type { Range } from '../edits/text-edit.js';

/** What code does with a library's constant for a model, where another one could stand. */
export interface SymbolUse {
  /**
   * `id`: its ID is read as a text · `construct`: something that may be an inference profile as well is given it, or it is
   * granted · `profiled`: it is the model of an inference profile · `name`: a text by which a function of the library knows the model.
   */
  readonly kind: 'id' | 'construct' | 'profiled' | 'name';
  /** What a replacement stands for: the constant, for `id` with `.modelId`, for `name` what is between its quotes. */
  readonly range: Range;
  /** The class or object that holds the constant, as written. */
  readonly holder: string;
  /** What stands in front of the library's other names: `bedrock.`, or nothing where each is imported by itself. */
  readonly namespace: string;
  /** What they are imported from. */
  readonly module: string;
  /** The geography of the profile it is the model of. */
  readonly scope: string | null;
  /** Constants of the installed version by ID; none where it is not known. */
  readonly members: Readonly<Record<string, string>>;
  /** Constants for the geographies of profiles, by scope. */
  readonly scopes: Readonly<Record<string, string>>;
}
