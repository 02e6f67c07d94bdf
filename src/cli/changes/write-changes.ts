import { join } from 'node:path';
import type { Change } from './change.js';
import type { ReportedError } from '../report/report.js';
import { replaceFile } from './write-file.js';

export interface Written {
  readonly done: readonly Change[];
  readonly failed: readonly ReportedError[];
}

/** Writes each change in one step. A file that can't be written is named, and the others go on. */
export function writeChanges(changes: readonly Change[], root: string): Written {
  const done: Change[] = [];
  const failed: ReportedError[] = [];
  for (const change of changes) {
    try {
      replaceFile(join(root, change.file), change.before, change.after);
      done.push(change);
    } catch (error) {
      const message = `not written: ${error instanceof Error ? error.message : String(error)}`;
      failed.push({ file: change.file, message });
    }
  }
  return { done, failed };
}
