import { join } from 'node:path';
import type { PathConditions, PathConditionsMap } from 'resolve-pkg-maps';
import { isRecord } from '../../policy/readers.js';
import { foldersAbove } from './folders-above.js';
import type { Lifetime } from './lifetime.js';

/** Of a package.json what tells where modules are. */
export interface PackageManifest {
  readonly folder: string;
  readonly name: string | null;
  readonly exports: PathConditions | null;
  readonly imports: PathConditionsMap | null;
  /** `source`, `module`, `main` and `types`, as far as they are there. */
  readonly entries: readonly string[];
  /** Names and the versions asked for; `''`, any version, where that is no text. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** Patterns of folders: where the packages of the workspace are that begins here. */
  readonly workspaces: readonly string[];
}

/** The manifest in a folder; `null` where there is none that can be read. */
export type ManifestIn = (folder: string) => PackageManifest | null;

export function createManifests(read: (place: string) => string | null, lifetime: Lifetime): ManifestIn {
  const known = new Map<string, { readonly text: string | null; readonly manifest: PackageManifest | null }>();
  return (folder) => {
    const memo = known.get(folder);
    if (memo && lifetime === 'run') return memo.manifest;
    const text = read(join(folder, 'package.json'));
    if (memo?.text === text) return memo.manifest;
    const manifest = text === null ? null : toManifest(folder, parsed(text));
    known.set(folder, { text, manifest });
    return manifest;
  };
}

/** The nearest manifest, from a folder upward. */
export function manifestAbove(folder: string, edge: string, manifestIn: ManifestIn): PackageManifest | null {
  for (const each of foldersAbove(folder, edge)) {
    const manifest = manifestIn(each);
    if (manifest) return manifest;
  }
  return null;
}

function toManifest(folder: string, written: unknown): PackageManifest | null {
  if (!isRecord(written)) return null;
  const { name, exports, imports, workspaces } = written;
  return {
    folder,
    name: typeof name === 'string' ? name : null,
    exports: typeof exports === 'string' || isConditions(exports) ? exports : null,
    imports: isConditions(imports) ? imports : null,
    entries: textsOf(['source', 'module', 'main', 'types'].map((field) => written[field])),
    dependencies: new Map(
      ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
        .flatMap((field) => Object.entries(isRecord(written[field]) ? written[field] : {}))
        .map(([dependency, version]) => [dependency, typeof version === 'string' ? version : '']),
    ),
    workspaces: textsOf(isRecord(workspaces) ? workspaces['packages'] : workspaces),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Texts, and maps of them to any depth. */
function isConditions(value: unknown): value is PathConditionsMap {
  return isRecord(value) && Object.values(value).every((each) => isTarget(each));
}

function isTarget(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isTarget);
  return value === null || typeof value === 'string' || isConditions(value);
}
