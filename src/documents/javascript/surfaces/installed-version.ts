import { isTakenBy } from '../../../catalog/version.js';
import type { Reach } from '../values/objects.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { CallSite } from './call-site.js';
import { declaredVersion } from './declared-version.js';

type Library = NonNullable<CallSite['library']>;

const manifests = new WeakMap<SyntaxTree, Map<string, Library>>();

/** A library and the version of it that is installed beside a file, `null` where none is; there what its package.json asks for. */
export function installed(tree: SyntaxTree, name: string, reach: Reach): { readonly library: Library } {
  const known = manifests.get(tree) ?? new Map<string, Library>();
  manifests.set(tree, known);
  let library = known.get(name);
  if (library === undefined) {
    library = libraryOf(tree.path, name, reach);
    known.set(name, library);
  }
  return { library };
}

function libraryOf(path: string, name: string, reach: Reach): Library {
  const version = versionOf(path, name, reach);
  const declared = declaredVersion(path, name, reach);
  // What lies in a folder further up may be another project's, or have been installed before the range was changed.
  const isOwn = version !== null && (declared === null || isTakenBy(version, declared.range) !== false);
  if (isOwn) return { name, version };
  return declared ? { name, version: null, declared } : { name, version: null };
}

function versionOf(path: string, name: string, { files }: Reach): string | null {
  const manifest = files?.resolvePackage(path, `${name}/package.json`) ?? null;
  const text = manifest === null ? null : (files?.read(manifest) ?? null);
  if (text === null) return null;
  try {
    const content: unknown = JSON.parse(text);
    const hasVersion = typeof content === 'object' && content !== null && 'version' in content;
    return hasVersion && typeof content.version === 'string' ? content.version : null;
  } catch {
    return null;
  }
}
