import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

function open(path: string, text: string) {
  return openDocument({ path, text, files: null });
}

describe('openDocument', () => {
  it.each([
    ['src/app.ts', 'javascript', `const model = '${haiku}';`],
    ['src/app.CJS', 'javascript', `const model = '${haiku}';`],
    ['config.json', 'json', `{ "model": "${haiku}" }`],
    ['config.yml', 'yaml', `model: ${haiku}`],
    ['config.toml', 'toml', `model = "${haiku}"`],
    ['.env.local', 'env', `MODEL=${haiku}`],
    ['main.tf', 'terraform', `model = "${haiku}"`],
    ['README.md', 'markdown', `Uses ${haiku}.`],
    ['run.sh', 'shell', `MODEL=${haiku}`],
    ['app.py', 'code', `MODEL = "${haiku}"`],
    ['notes.txt', 'text', `Uses ${haiku}.`],
  ])('reads %s as %s', (path, format, text) => {
    const document = open(path, text);
    expect(document).toMatchObject({ path, text, format, parseError: null });
    expect(document.modelReferences.map(({ range }) => text.slice(...range))).toEqual([haiku]);
  });

  it.each([
    ['src/app.ts', `const model = '${haiku}' 1;`],
    ['config.json', `{ "model": "${haiku}", `],
    ['config.toml', `model = "${haiku}`],
  ])('scans %s when it does not parse, and edits nothing', (path, text) => {
    const document = open(path, text);
    expect(document.parseError).toEqual(expect.stringMatching(/\w/));
    expect(document.modelReferences.map(({ range }) => text.slice(...range))).toEqual([haiku]);
    expect(document.modelReferences.every(({ fixed }) => fixed !== null)).toBe(true);
  });

  it.each(['', '\uFEFF', '\0\0', '\uD800', 'a'.repeat(100_000)])('reads a text with nothing in it (%#)', (text) => {
    for (const path of [
      'a.ts',
      'a.js',
      'a.json',
      'a.yaml',
      'a.toml',
      '.env',
      'a.tf',
      'a.md',
      'a.ipynb',
      'a.sh',
      'a.py',
      'a',
    ]) {
      expect(open(path, text).modelReferences).toEqual([]);
    }
  });
});
