import { catalog } from '../../catalog/index.js';
import type { Day } from '../../catalog/index.js';
import { createOverlayReader, createPolicy, disk, findConfig, today } from '../../policy/index.js';
import type { Policy, PolicySources } from '../../policy/index.js';

/**
 * The policy of a working directory for a door without a command line: what the user wrote over the nearest configuration
 * file over the defaults.
 *
 * @param day the day to judge by where nobody names one
 */
export function readPolicy(directory: string, written: Omit<PolicySources, 'file'>, day: Day = today()): Policy {
  const overlay = createOverlayReader(directory, disk);
  return createPolicy({ ...written, file: findConfig(directory, disk) }, { asOf: day, catalog, overlay });
}
