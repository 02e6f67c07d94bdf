import type { Finding } from '../finding.js';

/** A finding, without its repairs where the same code may call another model that takes the request as it is. */
export function sparing<M extends string, R extends string>(finding: Finding<M, R>): Finding<M, R> {
  const takenBy = finding.refusal?.takenBy;
  return takenBy === undefined || finding.repairs.length === 0
    ? finding
    : { ...finding, repairs: [], unrepaired: `the code may also call \`${takenBy}\`, which takes it` };
}
