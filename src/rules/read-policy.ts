import { catalog } from '../catalog/index.js';
import { createOverlayReader, createPolicy, disk, findConfig, today } from '../policy/index.js';
import type { Policy, PolicySources } from '../policy/index.js';

/**
 * The policy of a working directory for a door without a command line: what the user wrote over the nearest configuration
 * file over the defaults, and today where nobody names a day.
 */
export function readPolicy(directory: string, written: Omit<PolicySources, 'file'>): Policy {
  const overlay = createOverlayReader(directory, disk);
  return createPolicy({ ...written, file: findConfig(directory, disk) }, { asOf: today(), catalog, overlay });
}
