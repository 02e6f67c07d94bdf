import { gitFiles, type GitListing } from '../../project/git-files.js';
import { searchWithGit, type GitSearch } from '../../project/git-search.js';

/** What goes on while the engine loads. Whatever is missing, the engine does itself when it comes to it. */
export interface HeadStart {
  readonly files?: Promise<GitListing | null>;
  readonly search?: GitSearch;
}

/** Asks git of a directory what a run will want to know. */
export function askGit(directory: string): HeadStart {
  return { files: gitFiles(directory), search: searchWithGit(directory) };
}
