import type { FactSettings, FilePort } from './document.js';

/** What every document is made from. */
export interface DocumentInput {
  readonly path: string;
  readonly text: string;
  readonly settings: FactSettings;
  /** `null` where a door knows a single file only. */
  readonly files: FilePort | null;
}
