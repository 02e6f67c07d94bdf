import type { PackageFiles } from '../../../catalog/library-constants.js';
import type { Reach } from '../values/reach.js';

const none: PackageFiles = { read: () => null, resolvePackage: () => null };

/** The installed packages around a file; none behind a door that sees a single file only. */
export function packageFiles({ files }: Reach): PackageFiles {
  return files ?? none;
}
