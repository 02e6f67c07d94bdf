import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { lineIndex } from '../../edits/line-index.js';
import { addDependency, readManifest } from './add-dependency.js';
import type { Change } from './change.js';
import { runtimePackage } from './runtime-range.generated.js';

/** A package.json that must name the runtime now. */
export interface RuntimeDependency {
  /** The package.json; `null` where no file above is one that an edit can extend. */
  readonly manifest: string | null;
  /** The change of the package.json; `null` where a person must make it. */
  readonly change: Change | null;
  /** The files that import the runtime and did not before. */
  readonly importers: readonly string[];
}

const { name, range } = runtimePackage;
const IMPORT = new RegExp(`['"]${name}(?:/[\\w-]+)?['"]`);
/** What Node makes of bytes that are no UTF-8: writing it back would lose them. */
const REPLACEMENT = '\uFFFD';

/** What the package.json files of a project lack, now that these changes import the runtime. */
export function runtimeDependencies(changes: readonly Change[], root: string): readonly RuntimeDependency[] {
  const importers = new Map<string | null, Change[]>();
  for (const change of changes) {
    if (!IMPORT.test(change.after) || IMPORT.test(change.before)) continue;
    const manifest = nearestManifest(change.file, root);
    importers.set(manifest, [...(importers.get(manifest) ?? []), change]);
  }
  return [...importers].flatMap(([manifest, served]): readonly RuntimeDependency[] => {
    const files = served.map(({ file }) => file);
    if (manifest === null) return [{ manifest, change: null, importers: files }];
    // A repair of its own may change the file too.
    const other = changes.find(({ file }) => file === manifest);
    const text = other?.after ?? readFileSync(join(root, manifest), 'utf8');
    const known = readManifest(text);
    if (known?.names.has(name) === true || known?.ownName === name) return [];
    return [{ manifest, change: toChange(manifest, text, other, served), importers: files }];
  });
}

/** The nearest package.json above a file that installs something; none outside the root. */
function nearestManifest(file: string, root: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(join(root, manifest)) && readManifest(readFileSync(join(root, manifest), 'utf8'))?.isMarker !== true)
      return manifest;
    if (folder === '.' || folder === '/' || folder.startsWith('..')) return null;
  }
}

function toChange(manifest: string, text: string, other: Change | undefined, served: readonly Change[]): Change | null {
  const added = text.includes(REPLACEMENT) ? null : addDependency(text, name, range);
  const causes = served.flatMap(({ applied }) => applied);
  const cause = causes.find(({ imports }) => imports) ?? causes[0];
  if (added === null || cause === undefined) return null;
  const line = lineIndex(text).lineOf(added.at);
  return {
    file: manifest,
    before: other?.before ?? text,
    after: added.text,
    edits: (other?.edits ?? 0) + 1,
    applied: [
      ...(other?.applied ?? []),
      { rule: cause.rule, repair: 'addDependency', safety: 'review', line, imports: false },
    ],
  };
}
