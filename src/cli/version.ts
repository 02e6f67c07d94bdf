import { readFileSync } from 'node:fs';

/** The version of the installed package. */
export function version(): string {
  // Compiled, this file is dist/cli/version.js; the manifest is published two folders above it.
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}
