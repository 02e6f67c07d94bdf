import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseModelName } from '../../../src/catalog/index.js';
import { documentOf } from './places.js';

const paths = [
  'a.json',
  'a.jsonl',
  'a.yaml',
  'a.toml',
  '.env',
  'a.tf',
  'a.md',
  'a.ipynb',
  'a.sh',
  'Dockerfile',
  'a.py',
  'a.go',
  'a.vue',
  'a.csv',
  'a.xml',
  'noending',
];
const ids = [
  'anthropic.claude-v2',
  'us.anthropic.claude-3-haiku-20240307-v1:0',
  'anthropic.claude-sonnet-4-6',
  'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2',
  'anthropic.claude-3',
  'anthropic.claude\\u002dv2',
];
const pieces = [
  '"',
  "'",
  '`',
  '"""',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ':',
  '=',
  ',',
  '\n',
  '\r\n',
  '  ',
  '- ',
  '# ',
  '// ',
  '/*',
  '*/',
  '<<EOF\n',
  'EOF\n',
  '${',
  '\\',
  '\\n',
  '\uFEFF',
  '🙂',
  'model',
  'default',
  'Resource',
  ' in ',
  'a',
  '1',
  '!Sub ',
  '|\n',
  '[[a]]\n',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...ids) },
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe.each(paths)('any text as %s', (path) => {
  it('is read without throwing, and editable ranges hold exactly an ID', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = documentOf(path, source);
        for (const { range, fixed, name } of document.modelReferences) {
          if (fixed !== null) continue;
          const slice = source.slice(...range);
          const parsed = parseModelName(slice);
          expect([slice, parsed?.scope, parsed?.base, parsed?.context]).toEqual([
            slice,
            name.scope,
            name.base,
            name.context,
          ]);
        }
        expect([...document.modelGates, ...document.suppressions, ...document.regions]).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});

// Not timed: a quadratic scan of these would run into the test's own time limit.
describe.each(paths)('a long hostile text as %s', (path) => {
  it.each([
    '"${',
    '"',
    '"""',
    "'",
    '<<A\n',
    '((((',
    '[{',
    'anthropic.claude-v2 ',
    '"anthropic.claude-v2",',
    '{"a":',
    'x="anthropic.claude-v2"\n',
    '/*',
    '# bedrock-claude-disable\n',
    'Resource = [',
    '- ',
    '*a ',
  ])('of %j is read', (piece) => {
    const document = documentOf(path, `${piece.repeat(5_000)} anthropic.claude-v2`);
    expect(document.modelReferences.length).toBeGreaterThan(0);
    expect(document.suppressions.length).toBeLessThanOrEqual(5_000);
  });
});
