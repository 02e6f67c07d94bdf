import { Buffer } from 'node:buffer';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCandidates } from '../../src/project/files.js';
import { createCandidateReader, sizeLimit } from '../../src/project/read-candidate.js';
import { temporaryFolder } from './temporary-folder.js';

const id = 'anthropic.claude-3-haiku-20240307-v1:0';

function read(content: string | Uint8Array, path = 'a.ts') {
  const root = temporaryFolder({ [path]: content });
  return createCandidateReader(root, { all: [path], named: new Set() }).read(path);
}

describe('a candidate', () => {
  test.each([
    ['Claude', 'x Claude'],
    ['CLAUDE_MODEL', 'CLAUDE_MODEL='],
    ['anthropic', "startsWith('anthropic.')"],
    ['Bedrock', 'new BedrockRuntimeClient()'],
    ['BEDROCK', 'BEDROCK_REGION='],
  ])('mentions %s', (_, text) => {
    expect(read(text)).toEqual({ kind: 'candidate', path: 'a.ts', text });
  });

  test('is longer than the first buffer', () => {
    const text = `${'// filler\n'.repeat(20_000)}'${id}'`;
    expect(read(text)).toEqual({ kind: 'candidate', path: 'a.ts', text });
  });

  test('keeps BOM, line ends and every other byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\uFEFF'), (text, mark) => {
        const bytes = Buffer.from(`${mark}${text}\r\n\r😀claude`);
        const result = read(bytes, 'x.txt');
        expect(result.kind === 'candidate' && Buffer.from(result.text).equals(bytes)).toBe(!bytes.includes(0));
      }),
      { numRuns: 30 },
    );
  });

  test('may be one long line of data', () => {
    expect(read(JSON.stringify({ id, filler: 'x'.repeat(20_000) }), 'models.json').kind).toBe('candidate');
  });
});

describe('skipped', () => {
  test.each([
    ['what says nothing about Claude', "const a = 'cloud';", 'a.ts'],
    ['an empty file', '', 'a.ts'],
    ['binary with a text ending', Buffer.concat([Buffer.from(id), Buffer.from([0, 1, 2])]), 'a.ts'],
    ['a bundle', `const a="${id}";${'f(1);'.repeat(2000)}`, 'bundle.js'],
    ['UTF-16 without a mention', Buffer.from('\uFEFFcloud', 'utf16le'), 'a.txt'],
    ['a large file without a mention', Buffer.alloc(sizeLimit + 10, 'x'), 'a.txt'],
  ])('%s', (_, content, path) => expect(read(content, path)).toEqual({ kind: 'skipped' }));

  test('what is gone, a folder, or a pipe of folders', () => {
    const root = temporaryFolder({ 'file.ts': '' });
    mkdirSync(join(root, 'folder.ts'));
    const { read: readFile } = createCandidateReader(root, {
      all: ['gone.ts', 'folder.ts'],
      named: new Set(),
    });
    expect(['gone.ts', 'folder.ts', 'file.ts/x.ts'].map(readFile)).toEqual([
      { kind: 'skipped' },
      { kind: 'skipped' },
      { kind: 'skipped' },
    ]);
  });
});

describe('an error', () => {
  test.each([
    ['invalid UTF-8', Buffer.concat([Buffer.from(id), Buffer.from([0xff, 0x41])]), 'not valid UTF-8'],
    ['UTF-16, little-endian', Buffer.from(`\uFEFF${id}`, 'utf16le'), "UTF-16 can't be read; save the file as UTF-8"],
    [
      'UTF-16, big-endian',
      Buffer.from(`\uFEFF${id}`, 'utf16le').swap16(),
      "UTF-16 can't be read; save the file as UTF-8",
    ],
    [
      'a large file that mentions Claude beyond the limit',
      Buffer.concat([Buffer.alloc(sizeLimit + 100, 'x'), Buffer.from(id)]),
      '8.0 MB is more than the 8 MB that are read',
    ],
  ])('%s', (_, content, message) => expect(read(content)).toEqual({ kind: 'error', path: 'a.ts', message }));

  test.skipIf(process.getuid?.() === 0)('a file without permission (the superuser may read all)', async () => {
    const root = temporaryFolder({ 'a.ts': id });
    chmodSync(join(root, 'a.ts'), 0);
    expect(createCandidateReader(root, await listCandidates(root)).read('a.ts')).toEqual({
      kind: 'error',
      path: 'a.ts',
      message: 'permission denied',
    });
  });
});

test('a bundle that is named is read', async () => {
  const root = temporaryFolder({ 'b.js': `const a="${id}";${'f(1);'.repeat(2000)}` });
  expect(createCandidateReader(root, await listCandidates(root, ['b.js'])).read('b.js').kind).toBe('candidate');
});

test('reading goes on after a large file', async () => {
  const root = temporaryFolder({
    'a.txt': Buffer.alloc(sizeLimit + 10, 'x'),
    'b.ts': id,
    'c.txt': `${'x'.repeat(100_000)}${id}`,
    'd.ts': 'no',
  });
  const reader = createCandidateReader(root, await listCandidates(root));
  expect(['a.txt', 'b.ts', 'c.txt', 'd.ts'].map((path) => reader.read(path).kind)).toEqual([
    'skipped',
    'candidate',
    'candidate',
    'skipped',
  ]);
});

describe('a link', () => {
  test('to a listed file, out of the root, to a folder, in a circle or to nothing is skipped', async () => {
    const outside = temporaryFolder({ 'x.ts': id });
    const root = temporaryFolder({ 'a.ts': id, 'folder/b.ts': id });
    symlinkSync('a.ts', join(root, 'listed.ts'));
    symlinkSync(join(outside, 'x.ts'), join(root, 'outside.ts'));
    symlinkSync('folder', join(root, 'to-folder.ts'));
    symlinkSync('circle.ts', join(root, 'circle.ts'));
    symlinkSync('nothing', join(root, 'broken.ts'));
    const listing = await listCandidates(root);
    const reader = createCandidateReader(root, listing);
    const kinds = Object.fromEntries([...listing.all].sort().map((path) => [path, reader.read(path).kind]));
    expect(kinds).toEqual({
      'a.ts': 'candidate',
      'broken.ts': 'skipped',
      'circle.ts': 'skipped',
      'folder/b.ts': 'candidate',
      'listed.ts': 'skipped',
      'outside.ts': 'skipped',
      'to-folder.ts': 'skipped',
    });
  });

  test('to a file of the root that is not listed is read there, once', async () => {
    const root = temporaryFolder({ '.gitignore': 'hidden/', 'hidden/a.ts': id });
    symlinkSync('hidden/a.ts', join(root, 'one.ts'));
    symlinkSync('hidden/a.ts', join(root, 'two.ts'));
    const reader = createCandidateReader(root, await listCandidates(root));
    expect([reader.read('one.ts'), reader.read('two.ts')]).toEqual([
      { kind: 'candidate', path: 'hidden/a.ts', text: id },
      { kind: 'skipped' },
    ]);
  });
});
