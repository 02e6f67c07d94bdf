import { Buffer } from 'node:buffer';
import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { listCandidates } from '../../src/project/files.js';
import { searchWithGit } from '../../src/project/git-search.js';
import { createCandidateReader } from '../../src/project/read-candidate.js';
import { git, temporaryFolder } from './temporary-folder.js';

const id = 'anthropic.claude-3-haiku-20240307-v1:0';

function repository(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = temporaryFolder(files);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  return root;
}

/** What reading every file gives, with the search and without. */
async function readBothWays(root: string) {
  const listing = listCandidates(root);
  const found = await searchWithGit(root);
  const read = (search: ReadonlySet<string> | null) => {
    const reader = createCandidateReader(root, listing, search);
    return listing.all.map((path) => reader.read(path));
  };
  return { found, searched: read(found), unsearched: read(null) };
}

describe('a search with git', () => {
  test('finds the tracked scripts that may mention Claude, by their bytes', async () => {
    const root = repository({
      'a.ts': `const model = '${id}';`,
      'b.mjs': 'BEDROCK_REGION',
      'c.cts': Buffer.from(`\uFEFFconst model = '${id}';`, 'utf16le'),
      'größe/ü "1".tsx': 'Claude',
      'd.js': 'nothing',
      'e.md': 'Claude',
    });
    writeFileSync(join(root, 'untracked.ts'), id);
    const found = await searchWithGit(root);
    expect([...(found ?? [])].filter(Boolean).sort()).toEqual(['a.ts', 'b.mjs', 'c.cts', 'größe/ü "1".tsx']);
  });

  test('finds nothing in an empty repository', async () => {
    expect([...((await searchWithGit(repository({ 'a.ts': '' }))) ?? [])].filter(Boolean)).toEqual([]);
  });

  test('sees a folder of a repository as that folder', async () => {
    const root = repository({ 'app/src/a.ts': id, 'other/b.ts': id });
    expect([...((await searchWithGit(join(root, 'app'))) ?? [])].filter(Boolean)).toEqual(['src/a.ts']);
  });

  test('has no answer where there is no repository', async () => {
    expect(await searchWithGit(temporaryFolder({ 'a.ts': id }))).toBeNull();
  });

  test.skipIf(process.getuid?.() === 0)('has no answer where a file can not be read', async () => {
    const root = repository({ 'a.ts': id });
    chmodSync(join(root, 'a.ts'), 0);
    expect(await searchWithGit(root)).toBeNull();
  });
});

describe('reading after a search', () => {
  test('gives what reading every file gives', async () => {
    const root = repository({
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
    symlinkSync('hidden/target.ts', join(root, 'link.ts'));
    git(root, 'add', 'link.ts');
    git(root, 'update-index', '--assume-unchanged', 'promised.ts');
    for (const path of ['edited.ts', 'promised.ts', 'untracked.ts']) writeFileSync(join(root, path), `'${id}'`);
    rmSync(join(root, 'deleted.ts'));
    const { found, searched, unsearched } = await readBothWays(root);
    expect(found).not.toBeNull();
    expect(searched).toEqual(unsearched);
    expect(searched.flatMap((result) => (result.kind === 'skipped' ? [] : [result.path])).sort()).toEqual([
      'a.ts',
      'edited.ts',
      'hidden/target.ts',
      'notes.md',
      'promised.ts',
      'untracked.ts',
      'wide.ts',
    ]);
  });
});
