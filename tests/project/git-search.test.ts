import { Buffer } from 'node:buffer';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { searchWithGit } from '../../src/project/git-search.js';
import { git, temporaryFolder } from './temporary-folder.js';

const id = 'anthropic.claude-3-haiku-20240307-v1:0';

function repository(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = temporaryFolder(files);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  return root;
}

/** What a search finds; `null` where git could not search everything. */
async function search(root: string) {
  const found: string[] = [];
  const isWhole = await searchWithGit(root).each((paths) => found.push(...paths));
  return isWhole ? found.sort() : null;
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
    expect(await search(root)).toEqual(['a.ts', 'b.mjs', 'c.cts', 'größe/ü "1".tsx']);
  });

  test('finds nothing in an empty repository', async () => {
    expect(await search(repository({ 'a.ts': '' }))).toEqual([]);
  });

  test('sees a folder of a repository as that folder', async () => {
    const root = repository({ 'app/src/a.ts': id, 'other/b.ts': id });
    expect(await search(join(root, 'app'))).toEqual(['src/a.ts']);
  });

  test('keeps what it finds until somebody asks', async () => {
    const late: string[] = [];
    const search = searchWithGit(repository({ 'a.ts': id, 'b.ts': id }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await search.each((paths) => late.push(...paths));
    expect(late.sort()).toEqual(['a.ts', 'b.ts']);
  });

  test('has no answer where there is no repository', async () => {
    expect(await search(temporaryFolder({ 'a.ts': id }))).toBeNull();
  });

  test.skipIf(process.getuid?.() === 0)('has no answer where a file can not be read', async () => {
    const root = repository({ 'a.ts': id });
    chmodSync(join(root, 'a.ts'), 0);
    expect(await search(root)).toBeNull();
  });
});
