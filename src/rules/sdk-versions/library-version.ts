import { oldestOf } from '../../catalog/version.js';
import type { Location } from '../finding.js';
import type { ModelCall } from '../../documents/facts.js';

export interface LibraryVersion {
  readonly name: string;
  /** The version installed, or the oldest one that package.json takes. */
  readonly version: string;
  readonly isInstalled: boolean;
  /** No other version is taken. */
  readonly isExact: boolean;
  readonly related: readonly Location[];
}

/** The version of the library that a call goes through; `null` where nobody knows. */
export function libraryVersion({ library }: ModelCall): LibraryVersion | null {
  if (!library) return null;
  const { name, version, declared } = library;
  if (version !== null) return { name, version, isInstalled: true, isExact: true, related: [] };
  const oldest = declared ? oldestOf(declared.range) : null;
  if (!declared || oldest === null) return null;
  return {
    name,
    version: oldest,
    isInstalled: false,
    isExact: /^\d/.test(declared.range),
    related: [{ ...declared.place, message: 'The version is asked for here.' }],
  };
}
