import type { Document } from '../../documents/document.js';
import { isTestPath } from '../../documents/test-path.js';
import type { Finding } from '../finding.js';

/** A finding, without its repairs where a test says what it sends, or where the same code may call another model that takes the request as it is. */
export function sparing<M extends string, R extends string>(finding: Finding<M, R>, { path }: Document): Finding<M, R> {
  const takenBy = finding.refusal?.takenBy;
  if (finding.repairs.length === 0) return finding;
  if (isTestPath(path)) return { ...finding, repairs: [], unrepaired: 'a test says what it sends' };
  return takenBy === undefined ? finding : { ...finding, repairs: [], unrepaired: takenElsewhere(takenBy) };
}

/** Why something stays that one of the models of a call refuses. */
export function takenElsewhere(id: string): string {
  return `the code may also call \`${id}\`, which takes it`;
}
