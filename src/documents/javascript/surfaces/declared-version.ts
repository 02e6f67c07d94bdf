import type { Place } from '../../prompt.js';
import type { Reach } from '../values/objects.js';

/** What a package.json asks for. */
export interface DeclaredVersion {
  readonly range: string;
  /** The entry, name and range. */
  readonly place: Place;
}

const farthest = 12;

/** The entry of the nearest package.json that names a package. */
export function declaredVersion(path: string, name: string, { files }: Reach): DeclaredVersion | null {
  if (!files) return null;
  let folder = path;
  for (let count = 0; count < farthest && folder !== ''; count++) {
    const end = folder.lastIndexOf('/');
    folder = end === -1 ? '' : folder.slice(0, end);
    const manifest = folder === '' && !path.startsWith('/') ? 'package.json' : `${folder}/package.json`;
    const found = entryIn(files.read(manifest) ?? '', manifest, name);
    if (found) return found;
  }
  return null;
}

/** An entry of a dependency stands on a line of its own, or beside others, and is written once or in the same words. */
function entryIn(text: string, path: string, name: string): DeclaredVersion | null {
  const start = text.indexOf(`"${name}"`);
  if (start === -1) return null;
  const [entry, range] = /^"[^"]{1,200}"\s{0,8}:\s{0,8}"([^"]{1,100})"/.exec(text.slice(start, start + 400)) ?? [];
  if (entry === undefined || range === undefined) return null;
  return { range, place: { path, range: [start, start + entry.length] } };
}
