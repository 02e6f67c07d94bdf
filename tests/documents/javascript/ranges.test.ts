import { describe, expect, it } from 'vitest';
import { createJavaScriptDocument } from '../../../src/documents/javascript/create-javascript-document.js';
import { inputOf, rangeOf, read, readByEslint } from './read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** Range, form and reason of every reference. */
function placesIn(source: string, path?: string) {
  return read(source, path).modelReferences.map(({ range, form, fixed }) => ({ range, form, fixed }));
}

const literal = { form: 'literal', fixed: null };

describe('the range of an ID in a string', () => {
  it.each([
    ['single quotes', `const a = '${haiku}';`],
    ['double quotes', `const a = "${haiku}";`],
    ['backticks', `const a = \`${haiku}\`;`],
    ['a gateway prefix', `const a = 'bedrock/${haiku}';`],
    ['an ARN', `const a = 'arn:aws:bedrock:us-east-1::foundation-model/${haiku}';`],
    ['CRLF lines', `const one = 1;\r\nconst a = \`\r\n\${one}\`;\r\nconst b = '${haiku}';\r\n`],
    ['astral characters', `const one = '😀𝒳';\nconst a = /* 👩‍👩‍👧 */ '${haiku}';`],
    ['a hashbang', `#!/usr/bin/env node\nconst a = '${haiku}';`],
    ['a directive', `'use strict';\nconst a = '${haiku}';`],
  ])('covers the ID alone: %s', (_, source) => {
    expect(placesIn(source, 'src/app.js')).toEqual([{ ...literal, range: rangeOf(source, haiku) }]);
  });

  it('counts from the byte order mark, where the text has one', () => {
    const source = `\uFEFFconst a = '${haiku}'; // ${haiku}`;
    const document = createJavaScriptDocument(inputOf(source, 'src/app.js'));
    expect(document.modelReferences.map(({ range }) => range)).toEqual([
      [12, 50],
      [56, 94],
    ]);
    // ESLint takes the mark away and counts without it.
    expect(readByEslint(source, 'src/app.js', {}, 'espree')?.modelReferences.map(({ range }) => range)).toEqual([
      [11, 49],
      [55, 93],
    ]);
  });

  it('includes geography and context, and excludes what a gateway puts before them', () => {
    const id = `us.${haiku}:48k`;
    const source = `const a = 'bedrock:${id}';`;
    expect(placesIn(source)).toEqual([{ ...literal, range: rangeOf(source, id) }]);
  });

  it('covers what an escape in it spells', () => {
    const spelled = String.raw`anthropic.claude\u002d3-haiku-20240307-v1\x3a0`;
    const source = `const a = 'bedrock/${spelled}';`;
    const [reference] = read(source).modelReferences;
    expect(reference).toMatchObject({
      range: rangeOf(source, spelled),
      fixed: 'written with escapes',
      name: { gateway: 'bedrock/', base: haiku },
    });
  });

  it('is exact beside escapes', () => {
    const source = String.raw`const a = 'C:\\models\n${haiku}\t';`;
    expect(placesIn(source)).toMatchObject([{ range: rangeOf(source, haiku), form: 'literal' }]);
  });

  it('takes markup as it is written', () => {
    const source = `export const a = <Chat path="C:\\" model="${haiku}" />;`;
    expect(placesIn(source, 'src/app.tsx')).toEqual([{ ...literal, range: rangeOf(source, haiku) }]);
  });

  it('reads every ID of a list', () => {
    const source = `const a = '${haiku},us.${haiku}';`;
    expect(placesIn(source)).toEqual([
      { ...literal, range: rangeOf(source, haiku) },
      { ...literal, range: rangeOf(source, `us.${haiku}`) },
    ]);
  });
});

describe('an ID in a template', () => {
  const computed = { form: 'template', fixed: 'its geography is computed where the code runs' };

  it.each([
    ['a name', '${geo}.'],
    ['a call', '${geoOf(region)}.'],
    ['quotes and braces', '${geo({ "}": `${1}`, a: \'{\' })}.'],
    ['more than eighty characters', `\${${'veryLongName'.repeat(20)}}.`],
    ['blanks, parentheses and a comment', '${ /* where */ (\n  geo\n) }.'],
    ['a template', '${`${geo}`}.'],
  ])('whose geography is computed: %s', (_, hole) => {
    const source = `declare const geo: any, geoOf: any, region: any, ${'veryLongName'.repeat(20)}: any;\nexport const a = \`${hole}${haiku}\`;`;
    expect(placesIn(source)).toEqual([{ ...computed, range: rangeOf(source, haiku) }]);
  });

  it('whose hole holds the dot too', () => {
    const source = `export const id = (prefix: string) => \`\${prefix}${haiku}\`;`;
    expect(read(source).modelReferences).toMatchObject([
      { ...computed, range: rangeOf(source, haiku), position: 'constant', level: 'error' },
    ]);
  });

  it.each([
    ['region', 'arn:aws:bedrock:${region}::foundation-model/'],
    ['account', 'arn:aws:bedrock:us-east-1:${account}:inference-profile/us.'],
    [
      'partition, region and account',
      'arn:${partition}:bedrock:${stack.region}:${Stack.of(this).account}:inference-profile/us.',
    ],
    ['a region of many characters', `arn:aws:bedrock:\${${'veryLongName'.repeat(20)}}::foundation-model/`],
  ])('of an ARN with holes: %s', (_, prefix) => {
    const source = `export const a = \`${prefix}${haiku}\`;`;
    const id = prefix.endsWith('us.') ? `us.${haiku}` : haiku;
    const [reference] = read(source).modelReferences;
    expect(reference).toMatchObject({ ...literal, range: rangeOf(source, id), name: { base: haiku } });
    expect(reference?.name.arn?.resource).toBe(
      prefix.includes('foundation') ? 'foundation-model' : 'inference-profile',
    );
  });

  it('is none where a hole goes on with it', () => {
    expect(placesIn('export const id = (size: string) => `anthropic.claude-3-${size}-20240307-v1:0`;')).toEqual([]);
  });

  it('is looked for in the holes too', () => {
    const source = `export const a = (on: boolean) => \`\${on ? '${haiku}' : \`us.${haiku}\`}/invoke\`;`;
    expect(placesIn(source).map(({ range }) => source.slice(...range))).toEqual([haiku, `us.${haiku}`]);
  });
});

describe('URLs', () => {
  const url = (id: string) => `https://bedrock-runtime.us-east-1.amazonaws.com/model/${id}/invoke`;

  it('are requests', () => {
    const source = `await fetch('${url(haiku)}');`;
    expect(read(source, 'src/app.mjs').modelReferences).toMatchObject([
      { ...literal, range: rangeOf(source, haiku), position: 'request', surface: 'Http' },
    ]);
  });

  it('keep an escaped colon', () => {
    const id = haiku.replace(':', '%3A');
    const source = `await fetch(\`${url(id).replace('us-east-1', '${region}')}\`);`;
    expect(read(source, 'src/app.mjs').modelReferences).toMatchObject([
      { ...literal, range: rangeOf(source, id), position: 'request', name: { encoded: true, base: haiku } },
    ]);
  });

  it('are resource paths in AppSync resolvers', () => {
    const source = `export function request(ctx) {\n  return { resourcePath: '/model/${haiku}/invoke', method: 'POST' };\n}`;
    expect(read(source, 'src/resolver.js').modelReferences).toMatchObject([
      { ...literal, range: rangeOf(source, haiku), position: 'request', surface: 'AppSync' },
    ]);
  });

  it('of the mantle endpoint take bare IDs', () => {
    const source = `await fetch('https://bedrock-mantle.us-east-1.api.aws/model/${haiku}/invoke');`;
    expect(read(source, 'src/app.mjs').modelReferences).toMatchObject([{ endpoint: 'mantle' }]);
  });
});

describe('syntax of all kinds', () => {
  it.each([
    [
      'decorators',
      `class A {\n  @P('${haiku}') x = 1;\n  constructor(@Inject() private readonly y: string) {}\n}`,
      'src/app.ts',
    ],
    ['resources', `function f() {\n  using a = open('${haiku}');\n  return a;\n}`, 'src/app.ts'],
    ['generic arrows', `const f = <T,>(a: T) => [a, '${haiku}'];`, 'src/app.tsx'],
    ['old assertions', `const a = <string>'${haiku}';`, 'src/app.ts'],
    [
      'accessors and overloads',
      `abstract class A {\n  accessor a = '${haiku}';\n  abstract b(): void;\n  c(): void;\n  c(): void {}\n}`,
      'src/app.ts',
    ],
    ['namespaces', `export namespace A {\n  export const a = '${haiku}';\n}`, 'src/app.ts'],
    [
      'import attributes',
      `import a from './a.json' with { type: 'json' };\nexport const b = [a, '${haiku}'];`,
      'src/app.ts',
    ],
    ['a return at the top of a script', `const a = '${haiku}';\nreturn a;`, 'src/app.cjs'],
  ])('%s', (_, source, path) => {
    const [reference] = path.endsWith('.cjs')
      ? createJavaScriptDocument(inputOf(source, path)).modelReferences
      : read(source, path).modelReferences;
    expect(reference).toMatchObject({ ...literal, range: rangeOf(source, haiku) });
  });

  it('reads TypeScript in a file that says it is JavaScript', () => {
    const source = `const a: string = '${haiku}';`;
    const document = createJavaScriptDocument(inputOf(source, 'src/app.js'));
    expect(document).toMatchObject({
      parseError: null,
      modelReferences: [{ ...literal, range: rangeOf(source, haiku) }],
    });
  });
});
