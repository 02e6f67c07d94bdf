import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { gitFiles, type GitListing } from './git-files.js';
import { messageOf } from './message-of.js';
import type { ProjectError } from './project-error.js';
import { isReadablePath } from './readable-name.js';
import { walkFiles } from './walk-files.js';

/** The files of a run. Paths are relative to the root, with `/`; what lies outside it starts with `../`. */
export interface FileListing {
  /** Files that the paths name or hold, in the order of the listing: findings are wanted for these. */
  readonly files: readonly string[];
  /** Every file of the root as well: what may hold a table, gate or setting that a claim about `files` depends on. */
  readonly all: readonly string[];
  /** Files of the root that git reads as they are: what a search with git has not found in them is not in them. */
  readonly plain: ReadonlySet<string>;
  /** Files named one by one: read whatever their name says. Also those that are not there. */
  readonly named: ReadonlySet<string>;
  readonly errors: readonly ProjectError[];
}

/**
 * Lists what a run may read: tracked and untracked-not-ignored files, `.env*` beside every package.json, and every path named; without git a walk.
 *
 * @param paths files and folders, absolute or relative to `root`; none = the root itself.
 * @param asked what git says of the root, where it was asked already.
 */
export async function listCandidates(
  root: string,
  paths: readonly string[] = [],
  asked: Promise<GitListing | null> = gitFiles(root),
): Promise<FileListing> {
  const errors: ProjectError[] = [];
  const { files: all, plain } = listFolder(root, '', await asked, errors);
  const named = new Set<string>();
  if (paths.length === 0) return { files: all, all, plain, named, errors };
  const files = new Set<string>();
  for (const path of paths) {
    const found = placeOf(root, path);
    if (found.kind === 'none') {
      named.add(found.place);
      errors.push({ path: found.place, message: found.message });
    } else if (found.kind === 'file') {
      named.add(found.place);
      files.add(found.place);
    } else for (const file of await filesBelow(root, found.place, all, errors)) files.add(file);
  }
  return { files: [...files], all: [...new Set([...all, ...files])], plain, named, errors };
}

async function filesBelow(
  root: string,
  folder: string,
  all: readonly string[],
  errors: ProjectError[],
): Promise<readonly string[]> {
  if (folder === '') return all;
  const listed = all.filter((file) => file.startsWith(`${folder}/`));
  // A folder named although it is ignored, a repository of its own, or outside the root.
  return listed.length > 0 ? listed : listFolder(root, folder, await gitFiles(join(root, folder)), errors).files;
}

function listFolder(
  root: string,
  folder: string,
  git: GitListing | null,
  errors: ProjectError[],
): { readonly files: readonly string[]; readonly plain: ReadonlySet<string> } {
  const directory = join(root, folder);
  const { files, errors: unread } =
    git !== null && git.files.length > 0 ? { files: git.files, errors: [] } : walkFiles(directory);
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const { path, message } of unread) errors.push({ path: path === '.' ? folder || '.' : prefix + path, message });
  const kept = withEnvironmentFiles(directory, files.filter(isReadablePath));
  return { files: prefix === '' ? kept : kept.map((file) => prefix + file), plain: git?.plain ?? new Set() };
}

/** With `.env*` beside a package.json: ignored by git for their secrets, and the place where most models are named. */
function withEnvironmentFiles(directory: string, files: readonly string[]): readonly string[] {
  const manifests = files.filter((file) => file === 'package.json' || file.endsWith('/package.json'));
  const found = manifests.flatMap((manifest) => environmentFiles(directory, manifest.slice(0, -'package.json'.length)));
  return found.length === 0 ? files : [...new Set([...files, ...found])];
}

function environmentFiles(directory: string, folder: string) {
  try {
    return readdirSync(join(directory, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /^\.env(?:\.|$)/.test(entry.name))
      .map((entry) => folder + entry.name);
  } catch {
    // The package.json is tracked and its folder is gone.
    return [];
  }
}

/** Follows links in a path that was named: naming it is asking for it. */
function placeOf(
  root: string,
  path: string,
):
  | { readonly kind: 'file' | 'folder'; readonly place: string }
  | { readonly kind: 'none'; readonly place: string; readonly message: string } {
  const given = resolve(root, path);
  try {
    const real = realpathSync(given);
    const stats = statSync(real);
    const place = toRelative(realpathSync(root), real);
    if (stats.isDirectory()) return { kind: 'folder', place };
    return stats.isFile() ? { kind: 'file', place } : { kind: 'none', place, message: 'neither a file nor a folder' };
  } catch (error) {
    return { kind: 'none', place: toRelative(root, given), message: messageOf(error) };
  }
}

function toRelative(root: string, path: string) {
  return relative(root, path).split(sep).join('/');
}
