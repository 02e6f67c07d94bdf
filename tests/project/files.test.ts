import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listCandidates } from '../../src/project/files.js';
import { git, temporaryFolder } from './temporary-folder.js';

const project = {
  '.gitignore': 'ignored/\n*.log\n/only-here.ts\n.env*\n',
  'package.json': '{}',
  '.env': 'A=1',
  '.env.local': 'A=1',
  '.envrc': 'A=1',
  '.github/ci.yml': 'a: 1',
  'src/a.ts': '',
  'src/debug.log': '',
  'src/.env': 'no package.json beside it',
  'src/only-here.ts': '',
  'only-here.ts': '',
  'ignored/b.ts': '',
  'packages/one/package.json': '{}',
  'packages/one/.env': '',
  'packages/one/.gitignore': '!kept.log\nsecret.ts\n',
  'packages/one/kept.log': '',
  'packages/one/secret.ts': '',
  'node_modules/x/index.js': '',
  'packages/one/node_modules/y/index.js': '',
  'package-lock.json': '{}',
  'yarn.lock': '',
  'vendor/lib.min.js': '',
  'vendor/lib.js.map': '',
  'logo.png': '',
};
const listed = [
  '.env',
  '.env.local',
  '.github/ci.yml',
  '.gitignore',
  'package.json',
  'packages/one/.env',
  'packages/one/.gitignore',
  'packages/one/kept.log',
  'packages/one/package.json',
  'src/a.ts',
  'src/only-here.ts',
];

describe.each([
  ['with git', true],
  ['without git', false],
])('%s', (_, withGit) => {
  const create = (files: Readonly<Record<string, string>>) => {
    const root = temporaryFolder(files);
    if (withGit) git(root, 'init', '-q');
    return root;
  };

  test('lists what is tracked or not ignored, and environment files beside a package.json', async () => {
    const { files, all, errors } = await listCandidates(create(project));
    expect([...files].sort()).toEqual(listed);
    expect(all).toEqual(files);
    expect(errors).toEqual([]);
  });

  test('a folder narrows the files but not what claims look at', async () => {
    const { files, all } = await listCandidates(create(project), ['src']);
    expect([...files].sort()).toEqual(['src/a.ts', 'src/only-here.ts']);
    expect([...all].sort()).toEqual(listed);
  });

  test('what is named is read, ignored or not', async () => {
    const { files, named } = await listCandidates(create(project), [
      'ignored/b.ts',
      'vendor/lib.min.js',
      'node_modules/x',
    ]);
    expect(files).toEqual(['ignored/b.ts', 'vendor/lib.min.js', 'node_modules/x/index.js']);
    expect([...named]).toEqual(['ignored/b.ts', 'vendor/lib.min.js']);
  });

  test('what does not exist is an error', async () => {
    expect(await listCandidates(create(project), ['src/a.ts', 'nowhere/x.ts'])).toMatchObject({
      files: ['src/a.ts'],
      errors: [{ path: 'nowhere/x.ts', message: 'no such file or directory' }],
    });
  });

  test('paths outside the root are named from it', async () => {
    const root = create({ 'app/a.ts': '', 'other/b.ts': '', 'other/node_modules/c.ts': '' });
    expect((await listCandidates(join(root, 'app'), ['.', '../other'])).files).toEqual(['a.ts', '../other/b.ts']);
  });

  test('links are listed, never followed; circles end', async () => {
    const root = create({ 'src/a.ts': '' });
    symlinkSync('..', join(root, 'src/up'));
    symlinkSync('a.ts', join(root, 'src/b.ts'));
    expect([...(await listCandidates(root)).files].sort()).toEqual(['src/a.ts', 'src/b.ts', 'src/up']);
  });

  test('a link that is named stands for its target', async () => {
    const root = create({ 'src/a.ts': '' });
    symlinkSync('a.ts', join(root, 'src/b.ts'));
    symlinkSync('src', join(root, 'link'));
    expect((await listCandidates(root, ['src/b.ts'])).files).toEqual(['src/a.ts']);
    expect([...(await listCandidates(root, ['link'])).files].sort()).toEqual(['src/a.ts', 'src/b.ts']);
  });
});

describe('git', () => {
  test('lists a sub-folder of a work tree from there', async () => {
    const root = temporaryFolder({ '.gitignore': '*.log', 'app/src/a.ts': '', 'app/x.log': '', 'b.ts': '' });
    git(root, 'init', '-q');
    expect((await listCandidates(join(root, 'app'))).files).toEqual(['src/a.ts']);
  });

  test('keeps names that are not ASCII', async () => {
    const root = temporaryFolder({ 'größe/ü "1".ts': '' });
    git(root, 'init', '-q');
    expect((await listCandidates(root)).files).toEqual(['größe/ü "1".ts']);
  });

  test('a folder that its repository ignores is walked', async () => {
    const root = temporaryFolder({
      '.gitignore': 'copy/\n',
      'copy/a.ts': '',
      'copy/.gitignore': 'b.ts',
      'copy/b.ts': '',
    });
    git(root, 'init', '-q');
    expect([...(await listCandidates(join(root, 'copy'))).files].sort()).toEqual(['.gitignore', 'a.ts']);
  });

  test('repositories inside are not followed', async () => {
    const root = temporaryFolder({ 'a.ts': '', 'inner/b.ts': '' });
    git(root, 'init', '-q');
    git(join(root, 'inner'), 'init', '-q');
    git(join(root, 'inner'), 'add', '.');
    git(join(root, 'inner'), 'commit', '-q', '-m', 'x');
    expect((await listCandidates(root)).files).toEqual(['a.ts']);
  });

  test('the repository of a running hook is not taken for that of the root', async () => {
    const root = temporaryFolder({ 'a.ts': '' });
    git(root, 'init', '-q');
    const other = temporaryFolder({ 'b.ts': '' });
    git(other, 'init', '-q');
    process.env['GIT_DIR'] = join(other, '.git');
    try {
      expect((await listCandidates(root)).files).toEqual(['a.ts']);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  test('a deleted folder of a tracked package is no error', async () => {
    const root = temporaryFolder({ 'gone/package.json': '{}', 'a.ts': '' });
    git(root, 'init', '-q');
    git(root, 'add', '.');
    rmSync(join(root, 'gone'), { recursive: true });
    expect(await listCandidates(root)).toMatchObject({ errors: [] });
  });
});

test('without git a folder called like a file is a folder', async () => {
  const root = temporaryFolder({ 'dir.ts/a.ts': '' });
  mkdirSync(join(root, 'empty.ts'));
  expect((await listCandidates(root)).files).toEqual(['dir.ts/a.ts']);
});
