import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJavaScriptDocument } from '../../../src/documents/javascript/create-javascript-document.js';
import { collectCallSites } from '../../../src/documents/javascript/calls/call-sites.js';
import { collectGeographyBuilders } from '../../../src/documents/javascript/composed/geography-builders.js';
import { collectModelGates } from '../../../src/documents/javascript/gates/model-gates.js';
import { collectModelReferences } from '../../../src/documents/javascript/references/model-references.js';
import { parseJavaScript } from '../../../src/documents/javascript/syntax/parse.js';
import { createReach } from '../../../src/documents/javascript/values/reach.js';
import { createSyntaxTree } from '../../../src/documents/javascript/syntax/syntax-tree.js';
import { expectSound, inputOf, rangeOf, read } from './read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const ids = [haiku, `us.${haiku}`, 'anthropic.claude-v2', 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0'];

/** A document with every fact of it asked for. */
function readAll(text: string, path: string) {
  const document = createJavaScriptDocument(inputOf(text, path));
  expectSound(document);
  const { modelCalls, modelGates, geographyBuilders, regions, suppressions } = document;
  for (const { range } of [...modelCalls, ...modelGates])
    expect(range[0] < range[1] && range[1] <= text.length).toBe(true);
  expect(geographyBuilders.length + regions.length + suppressions.length).toBeGreaterThanOrEqual(0);
  return document;
}

describe('texts that do not parse', () => {
  it.each([
    ['a missing bracket', `bedrock('${haiku}'`],
    ['two missing commas', `const a = { model: '${haiku}' b: 1 c: 2 };`],
    ['another language', `model = "${haiku}" if fast else None`],
    ['an open template', `const a = \`${haiku}`],
  ])('are scanned: %s', (_, text) => {
    const document = readAll(text, 'src/app.ts');
    expect(document.parseError).toEqual(expect.stringMatching(/\w/));
    expect(document).toMatchObject({ format: 'javascript', modelCalls: [], modelGates: [], geographyBuilders: [] });
    expect(document.modelReferences).toMatchObject([{ range: rangeOf(text, haiku), fixed: 'the file does not parse' }]);
  });

  it('keep their suppressions', () => {
    expect(
      readAll(`// bedrock-claude-disable-next-line no-legacy-model\nbedrock('${haiku}'`, 'a.ts').suppressions,
    ).toMatchObject([{ fromLine: 2, toLine: 3 }]);
  });
});

describe('code that nests deeply', () => {
  const nestings: readonly [string, (times: number) => string][] = [
    ['parentheses', (times) => `${'('.repeat(times)}'${haiku}'${')'.repeat(times)}`],
    ['arrays', (times) => `${'['.repeat(times)}'${haiku}'${']'.repeat(times)}`],
    ['objects', (times) => `${'{a:'.repeat(times)}'${haiku}'${'}'.repeat(times)}`],
    ['calls', (times) => `${'f('.repeat(times)}'${haiku}'${')'.repeat(times)}`],
    ['functions', (times) => `${'(() => {'.repeat(times)}'${haiku}'${'})'.repeat(times)}`],
    ['templates', (times) => `${'`${'.repeat(times)}'${haiku}'${'}`'.repeat(times)}`],
    ['sums', (times) => `${'a + '.repeat(times)}'${haiku}'`],
    ['signs', (times) => `${'!'.repeat(times)}'${haiku}'`],
    ['calls in a row', (times) => `a${'.b()'.repeat(times)}.c('${haiku}')`],
    ['`??`', (times) => `${'a ?? '.repeat(times)}'${haiku}'`],
  ];

  it.each(nestings)('is read to the depth that people write: %s', (_, nest) => {
    const text = `const x = ${nest(60)};`;
    expect(read(text).modelReferences).toMatchObject([{ range: rangeOf(text, haiku) }]);
  });

  it.each(nestings)('does not end the process at any depth: %s', (_, nest) => {
    for (const times of [500, 2000, 10_000, 100_000]) {
      const text = `const x = ${nest(times)};`;
      const { parseError, modelReferences } = readAll(text, 'src/app.ts');
      expect(modelReferences.map(({ range }) => range)).toEqual([rangeOf(text, haiku)]);
      expect(modelReferences[0]?.fixed === 'the file does not parse').toBe(parseError !== null);
    }
  });

  it('ends nowhere in chains of `else if` and of members', () => {
    expect(readAll(`${`if (a === '${haiku}') b();\nelse `.repeat(10_000)}c();`, 'a.ts').modelReferences).toHaveLength(
      10_000,
    );
    expect(readAll(`const x = a${'.b'.repeat(10_000)}; const y = '${haiku}';`, 'a.ts').modelReferences).toHaveLength(1);
  });

  it('ends in a list within what the list is made of', () => {
    const list = "[`${a}.x`, `${a}.y`].join('.')";
    const text = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
{ const a = [new ConverseCommand({ modelId: ${list} }), ${list}].join('.'); }
{ const a = [new ConverseCommand({ modelId: '${haiku}' }), ['x', ${list}].join('.')].join('.'); }`;
    expect(readAll(text, 'src/app.ts').modelCalls).toHaveLength(2);
  });

  it('does not count brackets that stand in strings', () => {
    const text = `const faces = [\n${`  { face: ':(', to: ['<{'] },\n`.repeat(3000)}];\nconst x = '${haiku}';`;
    expect(readAll(text, 'a.ts').parseError).toBeNull();
  });

  it('does not take many short chains, or comments, for a long one', () => {
    const text =
      `${'// ... see a.b.c? '.repeat(10)}\n`.repeat(500) +
      'a.b.c.d.e();\n'.repeat(5000) +
      `/* ${'a.b '.repeat(20_000)} */\nconst x = '${haiku}';`;
    expect(readAll(text, 'a.ts').parseError).toBeNull();
  });
});

describe('any program', () => {
  const id = fc.constantFrom(...ids);
  const name = fc.constantFrom('a', 'b', 'modelId', 'model', 'MODEL', 'default', 'Resource', 'name');
  const { expression } = fc.letrec<{ expression: string; leaf: string }>((tie) => ({
    leaf: fc.oneof(
      id.map((text) => `'${text}'`),
      id.map((text) => `\`${text}\``),
      id.map((text) => `\`\${a}.${text}\``),
      id.map((text) => `'bedrock/${text}'`),
      id.map((text) => `\`arn:aws:bedrock:\${a}::foundation-model/${text}\``),
      id.map((text) => `"say\\n\\"${text}\\" 😀"`),
      id.map((text) => `/* ${text} */ 1`),
      fc.constantFrom('a', 'b', '1', 'process.env.MODEL', "'us.'", "'claude-3'", '/^(us|eu)\\./', 'null', 'undefined'),
    ),
    expression: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expression' },
      tie('leaf'),
      tie('expression').map((inner) => `(${inner})`),
      tie('expression').map((inner) => `(${inner} as string)`),
      tie('expression').map((inner) => `\`\${${inner}}.x\``),
      tie('expression').map((inner) => `Object.freeze(${inner})`),
      tie('expression').map((inner) => `(() => { const b = ${inner}; return b; })()`),
      tie('expression').map((inner) => `new Map([[${inner}, 1]])`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `(${one} ?? (${other}))`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `${one} + ${other}`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `(${one} === ${other})`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `(a ? ${one} : ${other})`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `[${one}, ${other}]`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `[${one}, ${other}].join('.')`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `[${one}, ${other}].includes(b)`),
      fc
        .tuple(name, tie('expression'), tie('expression'))
        .map(([key, one, other]) => `({ ${key}: ${one}, ...(${other}) })`),
      fc.tuple(id, tie('expression')).map(([key, value]) => `({ '${key}': ${value} })`),
      fc.tuple(name, tie('expression')).map(([key, value]) => `bedrock(${value}).${key}`),
      fc
        .tuple(name, tie('expression'))
        .map(([key, value]) => `new ConverseCommand({ ${key}: ${value}, modelId: ${value} })`),
    ),
  }));
  const statement = fc.oneof(
    fc.tuple(name, expression).map(([key, value]) => `{ let ${key === 'default' ? 'd' : key} = ${value}; }`),
    expression.map((value) => `export function f(model = ${value}) { switch (model) { case ${value}: return; } }`),
    expression.map((value) => `(${value});`),
    id.map((text) => `{ type T = '${text}' | \`\${string}.${text}\`; }`),
    id.map((text) => `{ enum E { A = '${text}' } }`),
    expression.map((value) => `class C { modelId = ${value}; ask() { return this.modelId; } }`),
  );
  const program = fc.array(statement, { minLength: 1, maxLength: 5 }).map((statements) => {
    const unique = statements.map((text, index) =>
      text.replace('function f', `function f${index}`).replace('class C', `class C${index}`),
    );
    return [
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
      `import { bedrock } from '@ai-sdk/amazon-bedrock';`,
      ...unique,
    ].join('\n');
  });

  it('has the same facts from every parser', () => {
    fc.assert(
      fc.property(program, (text) => void read(text)),
      { numRuns: 150 },
    );
  });

  it('has sound facts, with lines that end in CRLF too', () => {
    fc.assert(
      fc.property(program, (text) => {
        expect(readAll(text.replaceAll('\n', '\r\n'), 'src/app.ts').parseError).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...ids,
      '`',
      '${',
      '}',
      '"',
      "'",
      '\\',
      '\\u{',
      '\\x4',
      '//',
      '/*',
      '*/',
      '\r\n',
      '<a>',
      '</',
      '(',
      ')',
      '[',
      ']',
      '{',
      '=>',
      '?.',
      'import ',
      'export ',
      ' from ',
      '%3A',
      'arn:aws:bedrock:',
      '::foundation-model/',
      '\uFEFF',
      '#!',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );

  it('is read without a throw, with ranges inside it', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('a.js', 'a.ts', 'a.tsx', 'a.cjs', 'a.mts'),
        (pieces, path) => {
          readAll(pieces.join(''), path);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is read without a throw as the content of a string', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom("'", '"', '`'), (pieces, quote) => {
        readAll(`const a = ${quote}${pieces.join('')}${quote};`, 'a.ts');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('large files', () => {
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const shapes: readonly [string, (count: number) => string][] = [
    ['a list', (count) => `export const A = [\n${many(count, (index) => `  '${ids[index % 4] ?? ''}',`)}\n];`],
    ['a list of one model', (count) => `export const A = [\n${many(count, () => `  '${haiku}',`)}\n];`],
    ['rows', (count) => `export const A = [\n${many(count, () => `  { id: '${haiku}', name: 'Haiku' },`)}\n];`],
    ['an object', (count) => `export const A = {\n${many(count, (index) => `  k${index}: '${haiku}',`)}\n};`],
    [
      'calls of a required provider',
      (count) => `const sdk = require('@ai-sdk/amazon-bedrock');\n${many(count, () => `sdk.bedrock('${haiku}');`)}`,
    ],
    [
      'fields',
      (count) =>
        `export class A {\n  ask() {\n${many(count, (index) => `    this.f${index} = 1;\n    this.p('${haiku}');`)}\n  }\n}`,
    ],
    [
      'calls of members',
      (count) =>
        `const T = {\n${many(count, (index) => `  f${index}: ask,`)}\n};\n${many(count, (index) => `T.f${index}('${haiku}');`)}`,
    ],
    [
      'a list that is asked',
      (count) =>
        `const A = [\n${many(count, (index) => `  '${ids[index % 4] ?? ''}',`)}\n];\n${many(count, () => 'A.includes(x);')}`,
    ],
    ['arguments', (count) => `a.f(\n${many(count, () => `  '${haiku}',`)}\n);`],
    ['holes', (count) => `export const A = \`\n${many(count, () => `  \${geo}.${haiku}`)}\n\`;`],
    ['a chain', (count) => `x\n${many(Math.min(count, 150), () => `  .CLAUDE('${haiku}')`)};`],
  ];

  it.each(shapes)('take work in proportion to their size: %s', (_, shape) => {
    const [small, large] = [workOn(shape(100)), workOn(shape(1000))];
    expect(large / small).toBeLessThan(15);
  });

  /** Questions to the tree and characters that were cut out of the text. */
  function workOn(text: string): number {
    const { source } = parseJavaScript('a.ts', text);
    if (!source) throw new Error('The sample does not parse.');
    const tree = createSyntaxTree('a.ts', text, source);
    let work = 0;
    const counted = {
      ...tree,
      // What is scanned or cut out of the text is counted by its length.
      get text() {
        work++;
        return text;
      },
      parentOf: (node: Parameters<typeof tree.parentOf>[0]) => (work++, tree.parentOf(node)),
      variableOf: (node: Parameters<typeof tree.variableOf>[0]) => (work++, tree.variableOf(node)),
    };
    const reach = createReach(null);
    collectModelReferences(counted, collectCallSites(counted, reach), [], reach);
    collectModelGates(counted, [], reach);
    collectGeographyBuilders(counted, collectCallSites(counted, reach), reach);
    return work;
  }
});
