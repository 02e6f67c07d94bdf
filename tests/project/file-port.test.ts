import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFilePort } from '../../src/project/file-port.js';
import { temporaryFolder } from './temporary-folder.js';

describe('a relative import', () => {
  const files = {
    'src/main.ts': '',
    'src/exact.js': '',
    'src/plain.tsx': '',
    'src/source.ts': '',
    'src/module.mts': '',
    'src/config.json': '{}',
    'src/folder/index.ts': '',
    'src/v1.2.ts': '',
    'shared.ts': '',
  };
  test.each([
    ['./exact.js', 'src/exact.js'],
    ['./plain', 'src/plain.tsx'],
    ['./source.js', 'src/source.ts'],
    ['./module.mjs', 'src/module.mts'],
    ['./config.json', 'src/config.json'],
    ['./config', 'src/config.json'],
    ['./folder', 'src/folder/index.ts'],
    ['./v1.2', 'src/v1.2.ts'],
    ['../shared', 'shared.ts'],
    ['./nothing', null],
    ['./plain/deeper', null],
    ['package', null],
  ])('%s', (specifier, path) =>
    expect(createFilePort(temporaryFolder(files)).resolveModule('src/main.ts', specifier)).toBe(path),
  );

  test('is found from an absolute path as well', () => {
    const root = temporaryFolder(files);
    expect(createFilePort(root).resolveModule(join(root, 'src/main.ts'), './plain')).toBe('src/plain.tsx');
  });
});

describe('a package', () => {
  test('is found in the nearest node_modules, upward', () => {
    const root = temporaryFolder({
      'node_modules/a/index.js': '',
      'node_modules/b/lib/x.d.ts': '',
      'app/node_modules/a/index.d.ts': '',
      'app/src/main.ts': '',
    });
    const port = createFilePort(root);
    expect(port.resolvePackage('app/src/main.ts', 'a')).toBe('app/node_modules/a/index.d.ts');
    expect(port.resolvePackage('app/src/main.ts', 'b/lib/x')).toBe('node_modules/b/lib/x.d.ts');
    expect(port.resolvePackage('main.ts', 'a')).toBe('node_modules/a/index.js');
    expect(port.resolvePackage('main.ts', 'not-installed-anywhere')).toBeNull();
  });

  test('is not looked for above the repository', () => {
    const root = temporaryFolder({
      'node_modules/a/index.js': '',
      'own/.git/HEAD': '',
      'own/node_modules/b/index.js': '',
      'own/src/main.ts': '',
    });
    const port = createFilePort(join(root, 'own'));
    expect(port.resolvePackage('src/main.ts', 'b')).toBe('node_modules/b/index.js');
    expect(port.resolvePackage('src/main.ts', 'a')).toBeNull();
  });

  test('is not looked for above the outermost package.json', () => {
    const root = temporaryFolder({
      'node_modules/a/index.js': '',
      'own/package.json': '{}',
      'own/node_modules/b/index.js': '',
      'own/packages/one/package.json': '{}',
      'own/packages/one/main.ts': '',
    });
    const port = createFilePort(join(root, 'own'));
    expect(port.resolvePackage('packages/one/main.ts', 'b')).toBe('node_modules/b/index.js');
    expect(port.resolvePackage('packages/one/main.ts', 'a')).toBeNull();
  });

  test('that is installed meanwhile is found in a session, and not in a run', () => {
    const root = temporaryFolder({ 'src/main.ts': '' });
    const [run, session] = [createFilePort(root, 'run'), createFilePort(root, 'session')];
    const look = (port: typeof run) => port.resolvePackage('src/main.ts', 'installed-later');
    expect([look(run), look(session)]).toEqual([null, null]);
    mkdirSync(join(root, 'node_modules/installed-later'), { recursive: true });
    writeFileSync(join(root, 'node_modules/installed-later/index.js'), '');
    expect([look(run), look(session)]).toEqual([null, 'node_modules/installed-later/index.js']);
  });
});

describe('reading', () => {
  test('sees a file that changed', () => {
    const root = temporaryFolder({ 'a.ts': 'one' });
    const port = createFilePort(root);
    expect(port.read('a.ts')).toBe('one');
    writeFileSync(join(root, 'a.ts'), 'two');
    utimesSync(join(root, 'a.ts'), 1, 1);
    expect(port.read('a.ts')).toBe('two');
  });

  test.each([
    ['a folder', 'folder'],
    ['nothing', 'gone.ts'],
    ['a path through a file', 'a.ts/b.ts'],
    ['invalid UTF-8', 'bad.ts'],
  ])('%s gives null', (_, path) =>
    expect(
      createFilePort(temporaryFolder({ 'a.ts': '', 'folder/a.ts': '', 'bad.ts': Uint8Array.of(0xff) })).read(path),
    ).toBeNull(),
  );
});
