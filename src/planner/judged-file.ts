import type { Document } from '../documents/document.js';
import type { SettledFinding } from './settle-repairs.js';

/** A file and what the rules say of it. */
export interface JudgedFile {
  readonly document: Document;
  readonly findings: readonly SettledFinding[];
}
