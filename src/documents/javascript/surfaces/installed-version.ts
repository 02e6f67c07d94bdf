import type { Reach } from '../objects.js';
import type { SyntaxTree } from '../syntax-tree.js';
import type { CallSite } from './call-site.js';

const manifests = new WeakMap<SyntaxTree, Map<string, string | null>>();

/** A library and the version of it that is installed beside a file, `null` where none is. */
export function installed(tree: SyntaxTree, name: string, reach: Reach): Pick<CallSite, 'library'> {
  const known = manifests.get(tree) ?? new Map<string, string | null>();
  manifests.set(tree, known);
  let version = known.get(name);
  if (version === undefined) {
    version = versionOf(tree.path, name, reach);
    known.set(name, version);
  }
  return { library: { name, version } };
}

function versionOf(path: string, name: string, { files }: Reach): string | null {
  const manifest = files?.resolvePackage(path, `${name}/package.json`) ?? null;
  const text = manifest === null ? null : (files?.read(manifest) ?? null);
  try {
    const content: unknown = JSON.parse(text ?? '');
    const hasVersion = typeof content === 'object' && content !== null && 'version' in content;
    return hasVersion && typeof content.version === 'string' ? content.version : null;
  } catch {
    return null;
  }
}
