import type { FilePort } from './document.js';

/** What every document is made from. */
export interface DocumentInput {
  readonly path: string;
  readonly text: string;
  /** `null` where a door knows a single file only. */
  readonly files: FilePort | null;
}
