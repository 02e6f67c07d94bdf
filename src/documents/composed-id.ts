import type { ModelName } from '../catalog/model-id.js';
import type { Range } from '../edits/text-edit.js';

/** How code makes longer IDs of a bare one: `us.${MODEL}`. */
export interface ComposedId {
  readonly geographies: readonly ComposedGeography[];
  /** What they are where more than a geography is put around the ID; `null` where only the running program knows. */
  readonly whole?: ModelName | null;
  /** Nothing takes the ID as it stands. */
  readonly isAlways: boolean;
}

export interface ComposedGeography {
  /** What is put before the ID, without its dot; `null` where only the running program knows. */
  readonly scope: string | null;
  /** The expression that does it. */
  readonly range: Range;
}
