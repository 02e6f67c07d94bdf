import { existsSync, readFileSync } from 'node:fs';
import { ConfigError } from './config-error.js';
import type { ConfigPort } from './load-config.js';

/** Configuration files and overlays as they stand on the disk. */
export const disk: ConfigPort = {
  exists: existsSync,
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (isMissing(error)) return null;
      throw new ConfigError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
};

function isMissing(error: unknown) {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
