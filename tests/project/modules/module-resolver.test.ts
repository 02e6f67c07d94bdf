import fc from 'fast-check';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFilePort } from '../../../src/project/file-port.js';
import { temporaryFolder } from '../temporary-folder.js';

type Files = Readonly<Record<string, string>>;

const app = { 'package.json': '{}', 'src/main.ts': '', 'src/lib/models.ts': '', 'src/lib/index.ts': '' };
const json = (value: unknown) => JSON.stringify(value);
const paths = (map: object, more: object = {}) => json({ compilerOptions: { paths: map }, ...more });

function resolved(files: Files, specifier: string, from = 'src/main.ts') {
  const root = temporaryFolder({ ...app, ...files });
  const found = (['run', 'session'] as const).map((lifetime) =>
    createFilePort(root, lifetime).resolveModule(from, specifier),
  );
  expect(found[1]).toBe(found[0]);
  return found[0];
}

describe('an alias of tsconfig.json', () => {
  test.each<[string, Files]>([
    ['with a pattern', { 'tsconfig.json': paths({ '@/*': ['./src/*'] }) }],
    ['with comments', { 'tsconfig.json': `{ // ours\n "compilerOptions": { "paths": { "@/*": ["./src/*",] }, }, }` }],
    ['below a base', { 'tsconfig.json': json({ compilerOptions: { baseUrl: 'src', paths: { '@/*': ['*'] } } }) }],
    ['in jsconfig.json', { 'jsconfig.json': paths({ '@/*': ['./src/*'] }) }],
    ['inherited', { 'tsconfig.json': json({ extends: './base.json' }), 'base.json': paths({ '@/*': ['./src/*'] }) }],
    [
      'beside one to inherit that is not installed',
      { 'tsconfig.json': paths({ '@/*': ['./src/*'] }, { extends: '@tsconfig/strictest/tsconfig.json' }) },
    ],
    [
      'of a project that it refers to',
      {
        'tsconfig.json': json({
          files: [],
          references: [{ path: './tsconfig.node.json' }, { path: './tsconfig.app.json' }],
        }),
        'tsconfig.node.json': json({ compilerOptions: { composite: true } }),
        'tsconfig.app.json': paths({ '@/*': ['./src/*'] }),
      },
    ],
    [
      'of a project that it lists, after one with a base and its own paths',
      {
        'tsconfig.json': json({
          files: [],
          compilerOptions: { baseUrl: '.', paths: { '~/*': ['./src/*'] } },
          references: [{ path: './tsconfig.node.json' }, { path: './app' }],
        }),
        'tsconfig.node.json': json({ compilerOptions: { baseUrl: '.' } }),
        'app/tsconfig.json': paths({ '@/*': ['../src/*'] }),
      },
    ],
    [
      'in jsconfig.json that is nearer',
      { 'tsconfig.json': paths({ '@/*': ['./other/*'] }), 'src/jsconfig.json': paths({ '@/*': ['./*'] }) },
    ],
    ['after one that leads nowhere', { 'tsconfig.json': paths({ '@/*': ['./generated/*', './src/*'] }) }],
  ])('%s', (_, files) => {
    expect(resolved(files, '@/lib/models')).toBe('src/lib/models.ts');
    expect(resolved(files, '@/lib')).toBe('src/lib/index.ts');
    expect(resolved(files, '@/lib/nothing')).toBeNull();
    expect(resolved(files, 'react')).toBeNull();
  });

  test('of the nearest one', () => {
    const files = {
      'tsconfig.json': paths({ '@/*': ['./src/*'] }),
      'src/tsconfig.json': paths({ '@/*': ['./lib/*'] }),
    };
    expect(resolved(files, '@/models')).toBe('src/lib/models.ts');
    expect(resolved(files, '@/lib/models')).toBeNull();
  });

  test.each<[string, Files, string]>([
    ['that can’t be read', { 'tsconfig.json': '{ "compilerOptions": { "paths"' }, '@/lib/models'],
    [
      'that inherits from itself',
      { 'tsconfig.json': json({ extends: './base.json' }), 'base.json': json({ extends: './tsconfig.json' }) },
      '@/lib/models',
    ],
    ['that is no list', { 'tsconfig.json': paths({ '@/*': 'src' }) }, '@/lib/models'],
    ['out of the project', { 'tsconfig.json': paths({ '@/*': ['../*'] }) }, '@/elsewhere'],
    [
      'into installed packages',
      { 'tsconfig.json': paths({ '@/*': ['./node_modules/*'] }), 'node_modules/a.ts': '' },
      '@/a',
    ],
    ['to declarations alone', { 'tsconfig.json': paths({ '*': ['./types/*'] }), 'types/a.d.ts': '' }, 'a'],
    [
      'by any name, of what is a dependency',
      {
        'package.json': json({ dependencies: { models: '1' } }),
        'tsconfig.json': json({ compilerOptions: { baseUrl: './src/lib' } }),
      },
      'models',
    ],
  ])('is none: %s', (_, files, specifier) => expect(resolved(files, specifier)).toBeNull());

  test('is none of a project that it only depends on', () => {
    const files = {
      'tsconfig.json': json({ include: ['src'], references: [{ path: './other' }] }),
      'other/tsconfig.json': paths({ '@/*': ['../src/*'] }),
    };
    expect(resolved(files, '@/lib/models')).toBeNull();
  });

  test.each([[{ compilerOptions: { baseUrl: './src' } }], [{ compilerOptions: { paths: { '*': ['./src/*'] } } }]])(
    'is none of what is installed: %j',
    (config) => {
      const files = { 'tsconfig.json': json(config) };
      expect(resolved(files, 'lib')).toBe('src/lib/index.ts');
      expect(resolved({ ...files, 'node_modules/lib/index.js': '' }, 'lib')).toBeNull();
    },
  );

  test('of a name that is installed is taken at its word', () => {
    const files = { 'tsconfig.json': paths({ lib: ['./src/lib'] }), 'node_modules/lib/index.js': '' };
    expect(resolved(files, 'lib')).toBe('src/lib/index.ts');
  });

  test('beside imports of package.json that begin alike', () => {
    const files = {
      'package.json': json({ imports: { '#a': './a.ts' } }),
      'tsconfig.json': paths({ '#/*': ['./src/*'] }),
    };
    expect(resolved(files, '#/lib/models')).toBe('src/lib/models.ts');
  });

  test('is taken by its base', () => {
    const files = { 'tsconfig.json': json({ compilerOptions: { baseUrl: './src' } }) };
    expect(resolved(files, 'lib/models')).toBe('src/lib/models.ts');
  });

  test('that is changed is seen in a session', () => {
    const root = temporaryFolder({ ...app, 'tsconfig.json': paths({ '@/*': ['./nothing/*'] }) });
    const port = createFilePort(root, 'session');
    expect(port.resolveModule('src/main.ts', '@/lib/models')).toBeNull();
    writeFileSync(join(root, 'tsconfig.json'), paths({ '@/*': ['./src/*'] }));
    utimesSync(join(root, 'tsconfig.json'), 1, 1);
    expect(port.resolveModule('src/main.ts', '@/lib/models')).toBe('src/lib/models.ts');
  });
});

describe('an import of package.json', () => {
  test('is found', () => {
    const files = { 'package.json': json({ imports: { '#lib/*': { default: './src/lib/*.ts' } } }) };
    expect(resolved(files, '#lib/models')).toBe('src/lib/models.ts');
    expect(resolved(files, '#other')).toBeNull();
  });

  test.each<[string, string, object]>([
    ['by its output', '#lib/models', { '#lib/*': './dist/lib/*.js' }],
    [
      'by types that it names first',
      '#lib/models',
      { '#lib/*': { types: './src/lib/*.ts', default: './dist/lib/*.js' } },
    ],
  ])('is found %s', (_, specifier, imports) =>
    expect(resolved({ 'package.json': json({ imports }), 'dist/lib/models.js': '' }, specifier)).toBe(
      'src/lib/models.ts',
    ),
  );

  test('of another package is none', () => {
    const files = { 'package.json': json({ imports: { '#lib': 'lib' } }), 'lib/index.ts': '' };
    expect(resolved(files, '#lib')).toBeNull();
  });

  test.each([['{'], ['[]'], ['{ "imports": ["a"] }'], ['{ "imports": { "#lib/models": 1 } }']])(
    'is none in %s',
    (text) => expect(resolved({ 'package.json': text }, '#lib/models')).toBeNull(),
  );
});

describe('a package of the workspace', () => {
  const shared = (manifest: object, files: Files = {}) => ({
    'package.json': json({ workspaces: ['packages/*'] }),
    'packages/shared/package.json': json({ name: '@acme/shared', ...manifest }),
    'packages/shared/src/index.ts': '',
    'packages/shared/src/models.ts': '',
    ...files,
  });
  const index = 'packages/shared/src/index.ts';

  test.each<[string, Files, string, string | null]>([
    ['by its output', shared({ main: './dist/index.js', types: './dist/index.d.ts' }), '@acme/shared', index],
    [
      'by its output that is there',
      shared({ main: 'dist/index.js' }, { 'packages/shared/dist/index.js': '' }),
      '@acme/shared',
      index,
    ],
    [
      'by exports',
      shared({ exports: { '.': { types: './dist/esm/index.d.ts', import: './dist/esm/index.js' } } }),
      '@acme/shared',
      index,
    ],
    ['by nothing', shared({}), '@acme/shared', index],
    [
      'by what it exports below',
      shared({ exports: { './*': './dist/*.js' } }),
      '@acme/shared/models',
      'packages/shared/src/models.ts',
    ],
    ['by a file', shared({}), '@acme/shared/src/models', 'packages/shared/src/models.ts'],
    ['what it does not export', shared({ exports: { '.': './dist/index.js' } }), '@acme/shared/models', null],
    ['another package', shared({}), '@acme/other', null],
    [
      'a name that two have',
      shared({}, { 'packages/copy/package.json': json({ name: '@acme/shared' }) }),
      '@acme/shared',
      null,
    ],
    [
      'a name that an example has as well',
      shared({}, { 'examples/shared/package.json': json({ name: '@acme/shared' }) }),
      '@acme/shared',
      index,
    ],
    [
      'a fixture with the name of a package',
      shared({ workspaces: [] }, { 'package.json': '{}' }),
      '@acme/shared',
      null,
    ],
    [
      'a folder that the list takes out',
      shared({}, { 'package.json': json({ workspaces: ['packages/*', '!packages/shared'] }) }),
      '@acme/shared',
      null,
    ],
    [
      'by a list in depth',
      shared({}, { 'package.json': json({ workspaces: { packages: ['./**/**'] } }) }),
      '@acme/shared',
      index,
    ],
    [
      'by one of several folders, from the root',
      shared({}, { 'package.json': json({ workspaces: ['/{apps,packages}/*/', '../*'] }) }),
      '@acme/shared',
      index,
    ],
    [
      'by the beginning of its folder',
      shared({}, { 'package.json': json({ workspaces: ['packages/sh*'] }) }),
      '@acme/shared',
      index,
    ],
    [
      'by pnpm-workspace.yaml',
      shared({}, { 'package.json': '{}', 'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n" }),
      '@acme/shared',
      index,
    ],
    [
      'a pnpm-workspace.yaml that does not parse',
      shared({}, { 'package.json': '{}', 'pnpm-workspace.yaml': 'packages: [' }),
      '@acme/shared',
      null,
    ],
    [
      'by its folder',
      shared({}, { 'package.json': json({ dependencies: { '@acme/shared': 'file:./packages/shared' } }) }),
      '@acme/shared',
      index,
    ],
    [
      'a folder outside the project',
      shared({}, { 'package.json': json({ dependencies: { '@acme/shared': 'file:../shared' } }) }),
      '@acme/shared',
      null,
    ],
    [
      'by its own name',
      { 'package.json': json({ name: 'app', exports: './dist/lib/models.js' }) },
      'app',
      'src/lib/models.ts',
    ],
    ['its own name that it does not export', { 'package.json': json({ name: 'lib' }), 'index.ts': '' }, 'lib', null],
    [
      'by types that it exports first',
      shared({ exports: { './*': { types: './dist/*.d.ts', import: './dist/*.js' } } }),
      '@acme/shared/models',
      'packages/shared/src/models.ts',
    ],
    [
      'sources in a folder named like an output',
      shared({ exports: './lib/models.ts' }, { 'packages/shared/lib/models.ts': '' }),
      '@acme/shared',
      'packages/shared/lib/models.ts',
    ],
    [
      'one that is installed from elsewhere',
      shared({}, { 'node_modules/@acme/shared/index.js': '' }),
      '@acme/shared',
      null,
    ],
  ])('%s', (_, files, specifier, expected) => expect(resolved(files, specifier)).toBe(expected));

  test('is found by its link where no workspace lists it', () => {
    const root = temporaryFolder({ ...app, ...shared({ main: 'dist/index.js' }), 'package.json': '{}' });
    const port = createFilePort(root);
    expect(port.resolveModule('src/main.ts', '@acme/shared')).toBeNull();
    mkdirSync(join(root, 'node_modules/@acme'), { recursive: true });
    symlinkSync(join(root, 'packages/shared'), join(root, 'node_modules/@acme/shared'), 'junction');
    expect(port.resolveModule('src/main.ts', '@acme/shared')).toBe(index);
  });

  test('is none where its link leaves the project', () => {
    const elsewhere = temporaryFolder(shared({}));
    const root = temporaryFolder(app);
    mkdirSync(join(root, 'node_modules/@acme'), { recursive: true });
    symlinkSync(join(elsewhere, 'packages/shared'), join(root, 'node_modules/@acme/shared'), 'junction');
    expect(createFilePort(root).resolveModule('src/main.ts', '@acme/shared')).toBeNull();
  });
});

test.each(['node:fs', 'npm:ai@5', 'https://esm.sh/ai', '/abs/path', '', '@', '@acme', '#', '*'])(
  'a specifier that is no name of the project’s: %s',
  (specifier) => expect(resolved({ 'tsconfig.json': paths({ '@/*': ['./src/*'] }) }, specifier)).toBeNull(),
);

test('a version that is no text says nothing', () => {
  const imports = { '#lib': './src/lib/index.ts' };
  const manifest = json({ imports, dependencies: { a: { toString: '' }, b: 1, c: null } });
  expect(resolved({ 'package.json': manifest }, '#lib')).toBe('src/lib/index.ts');
});

test('whatever configurations hold, a specifier means a file of the project or none', () => {
  const root = temporaryFolder(app);
  const places = fc.oneof(fc.constantFrom('./src/*', '*', '../*', './src/**', '', '/', '.'), fc.string());
  const options = fc.record(
    {
      baseUrl: fc.oneof(places, fc.jsonValue()),
      paths: fc.oneof(
        fc.dictionary(
          fc.oneof(fc.constantFrom('@/*', '*', '*/*', 'a', ''), fc.string()),
          fc.oneof(fc.array(places), fc.jsonValue()),
        ),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  );
  const config = fc.oneof(
    fc.record(
      {
        compilerOptions: options,
        extends: fc.oneof(places, fc.array(places), fc.jsonValue()),
        references: fc.oneof(fc.array(fc.record({ path: places })), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue(),
  );
  const manifest = fc.oneof(
    fc.record({
      name: fc.jsonValue(),
      exports: fc.jsonValue(),
      imports: fc.jsonValue(),
      dependencies: fc.jsonValue(),
      workspaces: fc.oneof(fc.array(places), fc.jsonValue()),
    }),
    fc.jsonValue(),
  );
  const specifier = fc.oneof(fc.constantFrom('@/lib/models', '#lib', 'a', 'lib/models', '../a'), fc.string());
  fc.assert(
    fc.property(config, manifest, specifier, (tsconfig, written, asked) => {
      writeFileSync(join(root, 'tsconfig.json'), json(tsconfig));
      writeFileSync(join(root, 'package.json'), json(written));
      const found = createFilePort(root, 'run').resolveModule('src/main.ts', asked);
      expect(found === null || found in app || found === 'tsconfig.json').toBe(true);
    }),
    { numRuns: 300 },
  );
});
