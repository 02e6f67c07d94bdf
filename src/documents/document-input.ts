import type { FilePort } from './document.js';
import type { FactSettings } from './facts.js';

/** What every document is made from. */
export interface DocumentInput {
  readonly path: string;
  readonly text: string;
  /** `null` where a door knows a single file only. */
  readonly files: FilePort | null;
  /** What the team says about its own code; absent where a door knows nothing of it. */
  readonly settings?: FactSettings;
}
