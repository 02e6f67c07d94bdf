import { Buffer } from 'node:buffer';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCandidates } from '../../../src/cli/run/open-candidates.js';
import { listCandidates } from '../../../src/project/files.js';
import { searchWithGit, type GitSearch } from '../../../src/project/git-search.js';
import { git, temporaryFolder } from '../../project/temporary-folder.js';

const id = 'anthropic.claude-3-haiku-20240307-v1:0';
const progress = { show: () => undefined, clear: () => undefined };

/** Every kind of file that git and a reader of all files may see differently. */
function repository() {
  const root = temporaryFolder({
    'a.ts': `const model = '${id}';`,
    'silent.ts': 'const a = 1;',
    'wide.ts': Buffer.from(`\uFEFF'${id}'`, 'utf16le'),
    'binary.js': Buffer.from(`\0${id}`),
    'edited.ts': 'const a = 1;',
    'promised.ts': 'const a = 1;',
    'deleted.ts': id,
    'notes.md': id,
    '.gitignore': 'hidden/\n',
    'hidden/target.ts': id,
  });
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  symlinkSync('hidden/target.ts', join(root, 'link.ts'));
  git(root, 'add', 'link.ts');
  git(root, 'update-index', '--assume-unchanged', 'promised.ts');
  for (const path of ['edited.ts', 'promised.ts', 'untracked.ts']) writeFileSync(join(root, path), `'${id}'`);
  rmSync(join(root, 'deleted.ts'));
  return root;
}

async function opened(root: string, search: GitSearch | undefined) {
  const listing = await listCandidates(root);
  return openCandidates({ root, listing, search, progress, open: () => null });
}

/** Finds only what it is told, and says whether it could search everything. */
function searchThatFinds(paths: readonly string[], isWhole: boolean): GitSearch {
  return {
    each: (take) => {
      take(paths);
      return Promise.resolve(isWhole);
    },
  };
}

test('what git searches is opened as if every file were read', async () => {
  const root = repository();
  const searched = await opened(root, searchWithGit(root));
  expect(searched).toEqual(await opened(root, undefined));
  expect(searched.map(({ result }) => result.path).sort()).toEqual([
    'a.ts',
    'edited.ts',
    'hidden/target.ts',
    'notes.md',
    'promised.ts',
    'untracked.ts',
    'wide.ts',
  ]);
});

test('scripts are left unread only after a search that was completed', async () => {
  const root = temporaryFolder({ 'a.ts': id, 'b.ts': id });
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  const paths = async (isWhole: boolean) =>
    (await opened(root, searchThatFinds(['b.ts', 'not-listed.ts'], isWhole))).map(({ path }) => path);
  expect(await paths(true)).toEqual(['b.ts']);
  expect(await paths(false)).toEqual(['a.ts', 'b.ts']);
});
