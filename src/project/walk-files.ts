import { readdirSync, readFileSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import createIgnore from 'ignore';
import { messageOf } from './message-of.js';
import type { ProjectError } from './project-error.js';

/** The rules of one .gitignore file. */
interface IgnoreFile {
  /** Folder of the file, relative to the walk's start, with a slash behind it; empty at the start. */
  readonly base: string;
  readonly rules: ReturnType<typeof createIgnore>;
}

/**
 * Files below `directory` without git's help: `.gitignore` files are honoured, hidden files included, links neither followed nor left out.
 * Paths are relative to `directory`, with `/`.
 */
export function walkFiles(directory: string): {
  readonly files: readonly string[];
  readonly errors: readonly ProjectError[];
} {
  const files: string[] = [];
  const errors: ProjectError[] = [];
  visit('', []);
  return { files, errors };

  function visit(base: string, outer: readonly IgnoreFile[]) {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(directory, base), { withFileTypes: true });
    } catch (error) {
      errors.push({ path: base.slice(0, -1) || '.', message: `the folder can't be read: ${messageOf(error)}` });
      return;
    }
    const rules = entries.some((entry) => entry.name === '.gitignore' && entry.isFile())
      ? [...outer, ...ignoreFileIn(directory, base)]
      : outer;
    for (const entry of entries) {
      const path = base + entry.name;
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name) && !isIgnored(`${path}/`, rules)) visit(`${path}/`, rules);
      } else if ((entry.isFile() || entry.isSymbolicLink()) && !isIgnored(path, rules)) files.push(path);
    }
  }
}

function isSkippedFolder(name: string) {
  return name === 'node_modules' || name === '.git' || name === '.hg' || name === '.svn';
}

function ignoreFileIn(directory: string, base: string): readonly IgnoreFile[] {
  try {
    return [
      {
        base,
        rules: createIgnore({ allowRelativePaths: true }).add(
          readFileSync(join(directory, base, '.gitignore'), 'utf8'),
        ),
      },
    ];
  } catch {
    // An unreadable .gitignore hides nothing.
    return [];
  }
}

/** The innermost file that says anything about a path decides, as in git. */
function isIgnored(path: string, rules: readonly IgnoreFile[]) {
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const file = rules[index];
    if (file === undefined) continue;
    const verdict = file.rules.test(path.slice(file.base.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
