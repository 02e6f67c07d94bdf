import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressionsOf } from '../../src/documents/suppressions.js';

describe("ESLint's comments in JavaScript", () => {
  it.each([
    [
      'a(); // eslint-disable-line bedrock-claude/no-legacy-model',
      { rules: ['no-legacy-model'], fromLine: 1, toLine: 2 },
    ],
    [
      '// eslint-disable-next-line bedrock-claude/no-legacy-model, no-console -- kept\na();',
      { rules: ['no-legacy-model'], fromLine: 2, toLine: 3 },
    ],
    [
      '/* eslint-disable-next-line\n  bedrock-claude/a,\n  bedrock-claude/b\n*/\na();',
      { rules: ['a', 'b'], fromLine: 5, toLine: 6 },
    ],
    ['// eslint-disable-next-line\na();', { rules: null, fromLine: 2, toLine: 3 }],
    ['\n/* eslint-disable */\na();\n', { rules: null, fromLine: 2, toLine: 5 }],
    [
      '/* eslint-disable bedrock-claude/a */\na();\n/* eslint-enable bedrock-claude/a */\nb();',
      { rules: ['a'], fromLine: 1, toLine: 3 },
    ],
    ['/* eslint-disable */\na();\n/* eslint-enable */\nb();', { rules: null, fromLine: 1, toLine: 3 }],
  ])('reads %j', (text, expected) => {
    expect(suppressionsOf(text, 'javascript')).toEqual([{ source: 'eslint', ...expected }]);
  });

  it.each([
    '// eslint-disable-line no-console',
    '// eslint-disable bedrock-claude/a',
    'const text = "eslint-disable-line";',
    '// see eslint-disable-line bedrock-claude/a',
  ])('passes over %j', (text) => {
    expect(suppressionsOf(text, 'javascript')).toEqual([]);
  });

  it('ends only the rules that an enable names', () => {
    expect(
      suppressionsOf(
        '/* eslint-disable bedrock-claude/a, bedrock-claude/b */\n/* eslint-enable bedrock-claude/a */\nx();',
        'javascript',
      ),
    ).toEqual([
      { source: 'eslint', rules: ['a'], fromLine: 1, toLine: 2 },
      { source: 'eslint', rules: ['b'], fromLine: 1, toLine: 4 },
    ]);
  });

  it('means nothing in other formats', () => {
    expect(suppressionsOf('# eslint-disable-line bedrock-claude/a', 'yaml')).toEqual([]);
  });
});

describe('our own comments', () => {
  it.each([
    [
      'yaml',
      '# bedrock-claude-disable-next-line no-legacy-model -- until May\na: 1',
      { rules: ['no-legacy-model'], fromLine: 2, toLine: 3 },
    ],
    [
      'terraform',
      'a = 1 // bedrock-claude-disable-line bedrock-claude/no-legacy-model',
      { rules: ['no-legacy-model'], fromLine: 1, toLine: 2 },
    ],
    ['markdown', '<!-- bedrock-claude-disable-file -->\ntext\n', { rules: null, fromLine: 1, toLine: 4 }],
    ['text', '-- bedrock-claude-disable-line no-legacy-model', { rules: ['no-legacy-model'], fromLine: 1, toLine: 2 }],
    [
      'javascript',
      '/* bedrock-claude-disable a, b */\n1;\n/* bedrock-claude-enable */',
      { rules: ['a', 'b'], fromLine: 1, toLine: 3 },
    ],
    ['code', 'x = 1  # bedrock-claude-disable-line', { rules: null, fromLine: 1, toLine: 2 }],
    [
      'notebook',
      '["x\\n",\n"y # bedrock-claude-disable-line no-legacy-model\\n",\n"z"]',
      { rules: ['no-legacy-model'], fromLine: 2, toLine: 3 },
    ],
    ['env', 'A=1\r\n# bedrock-claude-disable-next-line a\r\nB=2\r\n', { rules: ['a'], fromLine: 3, toLine: 4 }],
  ] as const)('reads %s', (format, text, expected) => {
    expect(suppressionsOf(text, format)).toEqual([{ source: 'bedrock-claude', ...expected }]);
  });

  it('keeps the two kinds apart', () => {
    expect(
      suppressionsOf(
        '/* eslint-disable */\n/* bedrock-claude-disable */\n/* bedrock-claude-enable */\n1;',
        'javascript',
      ),
    ).toEqual([
      { source: 'eslint', rules: null, fromLine: 1, toLine: 5 },
      { source: 'bedrock-claude', rules: null, fromLine: 2, toLine: 3 },
    ]);
  });
});

it('never throws, and every suppression covers a line', () => {
  const word = fc.constantFrom(
    '# ',
    '// ',
    '/* ',
    ' */',
    '\n',
    'eslint-',
    'bedrock-claude-',
    'disable',
    'enable',
    '-line',
    '-next-line',
    '-file',
    ' bedrock-claude/a',
    ', b',
    ' -- ',
    '"',
    '\\n',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      for (const { fromLine, toLine } of suppressionsOf(words.join(''), 'javascript')) {
        expect(fromLine).toBeGreaterThan(0);
        expect(toLine).toBeGreaterThanOrEqual(fromLine);
      }
    }),
  );
});
