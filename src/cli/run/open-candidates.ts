import type { Document } from '../../documents/document.js';
import { prepareParser } from '../../documents/open.js';
import type { FileListing } from '../../project/files.js';
import { createCandidateReader, type ReadResult } from '../../project/read-candidate.js';
import { isReadablePath, isScript } from '../../project/readable-name.js';
import type { HeadStart } from './head-start.js';
import type { Progress } from './progress.js';

export interface OpeningRequest {
  readonly root: string;
  readonly listing: FileListing;
  readonly search: HeadStart['search'];
  readonly progress: Progress;
  /** Opens a text that was read; `null` where that fails. */
  readonly open: (path: string, text: string) => Document | null;
}

/** What came of a file that was read. */
export interface OpenedFile {
  /** As listed. */
  readonly path: string;
  readonly result: Exclude<ReadResult, { readonly kind: 'skipped' }>;
  readonly document: Document | null;
}

/** Opens the files of a listing that mention Claude, in its order: what git has found while it searches on, then all that git has not searched. */
export async function openCandidates(request: OpeningRequest): Promise<readonly OpenedFile[]> {
  const { root, listing, search, progress, open } = request;
  const { all, plain } = listing;
  const reader = createCandidateReader(root, listing);
  const early = new Map<string, OpenedFile | null>();
  prepareParser();
  const isSearched = await search?.each((paths) => {
    for (const path of paths) if (plain.has(path) && isReadablePath(path)) early.set(path, read(path));
  });
  const opened: OpenedFile[] = [];
  for (const [index, path] of all.entries()) {
    progress.show(index, all.length);
    const known = early.get(path);
    const isSilent = isSearched === true && plain.has(path) && isScript(path);
    const file = known === undefined && !isSilent ? read(path) : (known ?? null);
    if (file !== null) opened.push(file);
  }
  return opened;

  function read(path: string): OpenedFile | null {
    const result = reader.read(path);
    if (result.kind === 'skipped') return null;
    // A file reached through a link is read, and later written, where it lies.
    return { path, result, document: result.kind === 'candidate' ? open(result.path, result.text) : null };
  }
}
