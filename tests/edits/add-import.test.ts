import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { addImport } from '../../src/edits/add-import.js';
import { applyEdits } from '../../src/edits/apply-edits.js';

const request = { module: 'bedrock-claude-runtime', name: 'cachePoint' };

function add(text: string, requests = [request], style?: 'esm' | 'cjs') {
  const edit = addImport(text, requests, style);
  return edit === null ? null : applyEdits(text, [edit]);
}

describe('a new import', () => {
  test.each([
    [
      'goes below the last import',
      `import a from 'a';\nimport b from 'b';\n\nb(a);\n`,
      `import a from 'a';\nimport b from 'b';\nimport { cachePoint } from 'bedrock-claude-runtime';\n\nb(a);\n`,
    ],
    [
      'does without semicolons where the file does',
      `import a from "a"\na()\n`,
      `import a from "a"\nimport { cachePoint } from "bedrock-claude-runtime"\na()\n`,
    ],
    [
      'keeps CRLF',
      `import a from 'a';\r\na();\r\n`,
      `import a from 'a';\r\nimport { cachePoint } from 'bedrock-claude-runtime';\r\na();\r\n`,
    ],
    [
      'goes behind a comment on the line of the import',
      `import a from 'a'; // note\na();\n`,
      `import a from 'a'; // note\nimport { cachePoint } from 'bedrock-claude-runtime';\na();\n`,
    ],
    [
      'parts code on the same line',
      `import a from 'a'; a();\n`,
      `import a from 'a';\nimport { cachePoint } from 'bedrock-claude-runtime';\n a();\n`,
    ],
    [
      'goes below shebang and directive',
      `#!/usr/bin/env node\n'use strict';\nrun();\n`,
      `#!/usr/bin/env node\n'use strict';\n\nimport { cachePoint } from 'bedrock-claude-runtime';\nrun();\n`,
    ],
    [
      'goes below a licence',
      `/* MIT */\nrun();\n`,
      `/* MIT */\n\nimport { cachePoint } from 'bedrock-claude-runtime';\nrun();\n`,
    ],
    [
      'goes above a doc comment',
      `/** Runs. */\nfunction run() {}\n`,
      `import { cachePoint } from 'bedrock-claude-runtime';\n\n/** Runs. */\nfunction run() {}\n`,
    ],
    ['stays behind a BOM', `\uFEFFrun();\n`, `\uFEFFimport { cachePoint } from 'bedrock-claude-runtime';\n\nrun();\n`],
    [
      'is a require in CommonJS',
      `const a = require("a");\nmodule.exports = a;\n`,
      `const a = require("a");\nconst { cachePoint } = require("bedrock-claude-runtime");\nmodule.exports = a;\n`,
    ],
    [
      'goes below imports of several lines with attributes',
      `import {\n  a,\n} from 'a';\nimport b from './b.json' with { type: 'json' };\nb;\n`,
      `import {\n  a,\n} from 'a';\nimport b from './b.json' with { type: 'json' };\nimport { cachePoint } from 'bedrock-claude-runtime';\nb;\n`,
    ],
    [
      'is added beside a type-only import',
      `import type { X } from 'bedrock-claude-runtime';\n`,
      `import type { X } from 'bedrock-claude-runtime';\nimport { cachePoint } from 'bedrock-claude-runtime';\n`,
    ],
    [
      'is added beside a namespace import',
      `import * as all from 'bedrock-claude-runtime';\n`,
      `import * as all from 'bedrock-claude-runtime';\nimport { cachePoint } from 'bedrock-claude-runtime';\n`,
    ],
    [
      'ignores dynamic imports',
      `import('a');\n`,
      `import { cachePoint } from 'bedrock-claude-runtime';\n\nimport('a');\n`,
    ],
  ])('%s', (_, before, after) => expect(add(before)).toBe(after));
});

describe('an import that is there', () => {
  test.each([
    [
      'takes the name in',
      `import { a } from 'bedrock-claude-runtime';\n`,
      `import { cachePoint, a } from 'bedrock-claude-runtime';\n`,
    ],
    [
      'takes the name in on a line of its own',
      `import {\n  a,\n  b, // two\n} from 'bedrock-claude-runtime';\n`,
      `import {\n  cachePoint,\n  a,\n  b, // two\n} from 'bedrock-claude-runtime';\n`,
    ],
    [
      'takes the name beside a default',
      `import all from 'bedrock-claude-runtime';\n`,
      `import all, { cachePoint } from 'bedrock-claude-runtime';\n`,
    ],
    [
      'takes the name into a require',
      `const { a } = require('bedrock-claude-runtime');\n`,
      `const { cachePoint, a } = require('bedrock-claude-runtime');\n`,
    ],
    [
      'is enough when it has the name',
      `import { type X, cachePoint } from 'bedrock-claude-runtime';\n`,
      `import { type X, cachePoint } from 'bedrock-claude-runtime';\n`,
    ],
  ])('%s', (_, before, after) => expect(add(before)).toBe(after));

  test.each([
    ['of another module', `import { cachePoint } from 'elsewhere';\n`],
    ['under another name', `import { other as cachePoint } from 'bedrock-claude-runtime';\n`],
    ['as a type', `import type { cachePoint } from 'bedrock-claude-runtime';\n`],
  ])('blocks the name when it binds it %s', (_, before) => expect(add(before)).toBeNull());
});

test('wishes for several modules become one edit', () => {
  const text = `import { b } from 'b';\nimport { c } from 'c';\n`;
  const wishes = [
    { module: 'c', name: 'c2' },
    { module: 'b', name: 'b2' },
    { module: 'c', name: 'c2' },
    { module: 'd', name: 'd' },
  ];
  expect(add(text, wishes)).toBe(`import { b2, b } from 'b';\nimport { c2, c } from 'c';\nimport { d } from 'd';\n`);
});

test('any module still parses and importing twice changes nothing', () => {
  const piece = fc.constantFrom(
    `import a from 'a';`,
    `import b, { c as d } from "b"`,
    `import {\r\n  type E,\r\n  f,\r\n} from './f.js';`,
    `import 'side'`,
    `// note`,
    `/** doc */`,
    `'use client';`,
    `import g, * as h from 'h'`,
    `export const i = 1;`,
    `import { j } from 'bedrock-claude-runtime';`,
  );
  fc.assert(
    fc.property(fc.uniqueArray(piece, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\n\n'), (pieces, lineEnd) => {
      const text = pieces.join(lineEnd);
      const once = add(text) ?? '';
      const parsed = parseSync('x.ts', once);
      expect(parsed.errors).toEqual([]);
      expect(
        parsed.module.staticImports.flatMap(({ entries }) => entries.map(({ localName }) => localName.value)),
      ).toContain('cachePoint');
      expect(add(once)).toBe(once);
    }),
  );
});
