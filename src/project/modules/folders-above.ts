import { dirname } from 'node:path';

/** A folder and those above it, up to the edge of the project. */
export function* foldersAbove(folder: string, edge: string): Iterable<string> {
  yield folder;
  const parent = dirname(folder);
  if (folder !== edge && parent !== folder) yield* foldersAbove(parent, edge);
}
