import { dirname, join } from 'node:path';
import type { PathConditions, PathConditionsMap } from 'resolve-pkg-maps';

/** Of a package.json what tells where modules are. */
export interface PackageManifest {
  readonly folder: string;
  readonly name: string | null;
  readonly exports: PathConditions | null;
  readonly imports: PathConditionsMap | null;
  /** `source`, `module`, `main` and `types`, as far as they are there. */
  readonly entries: readonly string[];
  /** Names and the versions asked for. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** Patterns of folders: where the packages of the workspace are that begins here. */
  readonly workspaces: readonly string[];
}

type Read = (place: string) => string | null;

/** The manifest in a folder; `null` where there is none that can be read. */
export function manifestIn(folder: string, read: Read): PackageManifest | null {
  const text = read(join(folder, 'package.json'));
  const written = text === null ? null : parsed(text);
  if (!isObject(written)) return null;
  const { name, exports, imports, workspaces } = written;
  return {
    folder,
    name: typeof name === 'string' ? name : null,
    exports: typeof exports === 'string' || isConditions(exports) ? exports : null,
    imports: isConditions(imports) ? imports : null,
    entries: textsOf(['source', 'module', 'main', 'types'].map((field) => written[field])),
    dependencies: new Map(
      ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
        .flatMap((field) => Object.entries(isObject(written[field]) ? written[field] : {}))
        .map(([dependency, version]) => [dependency, String(version)]),
    ),
    workspaces: textsOf(isObject(workspaces) ? workspaces['packages'] : workspaces),
  };
}

/** The nearest manifest, from a folder upward. */
export function manifestAbove(folder: string, edge: string, read: Read): PackageManifest | null {
  const parent = dirname(folder);
  return manifestIn(folder, read) ?? (folder === edge || parent === folder ? null : manifestAbove(parent, edge, read));
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts, and maps of them to any depth. */
function isConditions(value: unknown): value is PathConditionsMap {
  return isObject(value) && Object.values(value).every((each) => isTarget(each));
}

function isTarget(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isTarget);
  return value === null || typeof value === 'string' || isConditions(value);
}
