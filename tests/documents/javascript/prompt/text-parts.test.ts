import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsIn, partsOf, shownParts, textSource } from './read-prompt.js';

describe('a text whose words are known', () => {
  it.each([
    ['a literal', `'x'`, '', 'x'],
    ['a number and a boolean in a template', '`${1}${true}`', '', '1true'],
    ['a constant', 'A', `const A = 'x';`, 'x'],
    ['a template of constants', '`a ${A} b ${B.c}`', `const A = 'x';\nconst B = { c: 'y' } as const;`, 'a x b y'],
    ['an asserted constant', '(A as string)!', `const A = 'x' satisfies string;`, 'x'],
    ['a member of a spread', 'B.a', `const A = { a: 'x' };\nconst B = { ...A };`, 'x'],
    ['a member by a constant name', 'P[KEY]', `const P = { en: 'x' };\nconst KEY = 'en';`, 'x'],
    ['an element of a list', 'P[1]', `const P = ['x', 'y'];`, 'y'],
    ['an enum', 'E.A', `enum E {\n  A = 'x',\n}`, 'x'],
    ['a sum', `'x' + A + 1`, `const A = 'y';`, 'xy1'],
    ['a join', `['x', A].join('\\n')`, `const A = 'y';`, 'x\ny'],
    ['a join of a spread', `[...A, 'z'].join('')`, `const A = ['x', 'y'];`, 'xyz'],
    ['a join without conditions that are left out', `['x', undefined].filter(Boolean).join('-')`, '', 'x'],
    ['a join of a concat', `['x'].concat(A, 'z').join('')`, `const A = ['y'];`, 'x,y,z'.replaceAll(',', '')],
    ['a filled list', `Array(3).fill('ab').join('-')`, '', 'ab-ab-ab'],
    ['a filled new list', `new Array(2).fill(A).join('')`, `const A = 'x' + 'y';`, 'xyxy'],
    ['a list made by a callback', 'Array.from({ length: 3 }, (_, i) => `${i}.`).join(" ")', '', '0. 1. 2.'],
    ['a repeat', `'ab'.repeat(N * 2)`, 'const N = 2;', 'abababab'],
    ['String.raw', 'String.raw`a\\n`', '', 'a\\n'],
    ['a dedent tag', 'dedent`\n  x\n`', `import dedent from 'dedent';`, '\n  x\n'],
    ['a stripIndent tag', 'stripIndent`x`', `import { stripIndent } from 'common-tags';`, 'x'],
    ['a dedent call', 'dedent(A)', `import { dedent } from 'ts-dedent';\nconst A = 'x';`, 'x'],
    ['a trim', '`\n x `.trim()', '', 'x'],
    ['a replace', `A.replace('{b}', 'y')`, `const A = 'x {b} {b}';`, 'x y {b}'],
    ['a replaceAll', `A.replaceAll('{b}', 'y')`, `const A = 'x {b} {b}';`, 'x y y'],
    ['a replace by a plain pattern', String.raw`A.replace(/\{b\}/g, 'y')`, `const A = '{b} {b}';`, 'y y'],
    ['an upper case', `'x'.toUpperCase()`, '', 'X'],
    ['a slice', `'xyz'.slice(1)`, '', 'yz'],
    ['a default that is not needed', `A ?? 'y'`, `const A = 'x';`, 'x'],
    ['a function that returns a text', 'f()', `function f() {\n  return 'x';\n}`, 'x'],
    [
      'a helper with arguments',
      `f('x', { c: 'z' })`,
      'const f = (a: string, { c }: any, d = "!") => `${a}y${c}${d}`;',
      'xyz!',
    ],
    [
      'a helper of helpers',
      `f('y')`,
      `const g = (a: string) => 'g' + a;\nfunction f(a: string) {\n  const b = a;\n  return 'f' + g(b);\n}`,
      'fgy',
    ],
    ['an awaited helper', 'await f()', `async function f() {\n  return 'x';\n}`, 'x'],
    [
      'JSON',
      `JSON.stringify({ a: [1, 'x"', null], b: undefined, c: { ...D } })`,
      `const D = { d: true };`,
      '{"a":[1,"x\\"",null],"c":{"d":true}}',
    ],
    ['JSON of what it can not hold', 'JSON.stringify({ a: 1n })', '', null],
    ['indented JSON', `JSON.stringify({ a: [1], b: {} }, null, 2)`, '', JSON.stringify({ a: [1], b: {} }, null, 2)],
    [
      'lines of a table',
      'T.map((t) => `- ${t.name}`).join("\\n")',
      `const T = [{ name: 'x' }, { name: 'y' }];`,
      '- x\n- y',
    ],
    [
      'a static field',
      'P.A + P.b()',
      `class P {\n  static readonly A = 'x';\n  static b() {\n    return 'y';\n  }\n}`,
      'xy',
    ],
    ['a static field that is written later', 'P.A', `class P {\n  static A = 'x';\n}\nP.A = 'y' + process.pid;`, null],
    ['a field of an object that is made elsewhere', 'new P().a', `class P {\n  a = 'x';\n}`, null],
  ])('is read through %s', (_, expression, before, text) => {
    const parts = partsIn(
      textSource(expression, before).replace(
        /function ask/,
        expression.startsWith('await') ? 'async function ask' : 'function ask',
      ),
    );
    const words = parts.map((part) => (part.kind === 'static' ? part.text : null));
    expect(words.includes(null) ? null : words.join('')).toBe(text);
  });

  it('is read out of other files, their JSON too, and round in a circle', () => {
    const files = {
      'src/prompts.ts': `import { NAME } from './app';\nimport list from './list.json';\nexport const A = \`a \${B}\`;\nconst B = 'b';\nexport const C = \`\${A} \${list.items[0].text} \${NAME}\`;`,
      'src/list.json': `{ "items": [{ "text": "from json" }], "other": "x" }`,
      'src/app.ts': '',
    };
    const before = `import { C as TEXT } from './prompts';\nimport { other } from './list.json';\nexport const NAME = \`n \${TEXT}\`;`;
    expect(shownParts(partsOf('`${TEXT}${other}`', before, files))).toBe('"a b from json " <?> "x"');
  });

  it('has the places of its words and holes', () => {
    const source = textSource('`one ${A} two ${a} three`', `const A = 'x';`);
    expect(partsIn(source).map((part) => source.slice(...part.place.range))).toEqual([
      'one ',
      'A',
      ' two ',
      'a',
      ' three',
    ]);
    expect(partsIn(source).map(({ origin }) => origin && source.slice(...origin.range))).toEqual([
      undefined,
      `'x'`,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('gives all that comes through one hole the place of the hole', () => {
    const source = textSource('`one ${`two ${a} three`} four`');
    expect(partsIn(source).map((part) => source.slice(...part.place.range))).toEqual([
      'one ',
      ...Array.from({ length: 3 }, () => '`two ${a} three`'),
      ' four',
    ]);
  });

  it('has the places of a template behind a name', () => {
    const source = textSource('A', 'const b = process.argv[2];\nconst A = `one ${b} two`;');
    expect(partsIn(source).map((part) => source.slice(...part.place.range))).toEqual(['one ', 'b', ' two']);
  });
});

describe('a text with holes', () => {
  it.each([
    ['a parameter', '`x ${a}`', '', '"x " <?>'],
    ['an unknown call', `'x' + f()`, 'declare function f(): string;', '"x" <?>'],
    ['a helper with an argument', 'f(a)', 'const f = (q: string) => `x ${q} y`;', '"x " <?> " y"'],
    ['a join of a condition', `['x', a && 'y', b].filter(Boolean).join('-')`, '', '"x" "-" <?> "-" <?>'],
    ['a join of an unknown list', `['x', ...a].join('-')`, '', '"x" "-" <?>'],
    ['a branch', `a ? 'x' : 'y'`, '', '<?>'],
    ['a sum that starts with numbers', `1 + 2 + 'x'`, '', '<?> "x"'],
    ['a template that is filled in', `A.replace('{b}', b)`, `const A = 'x {b} y';`, '"x " <?> " y"'],
    ['a setting', '`x ${process.env.NAME}`', '', '"x " <=>'],
    ['a setting with a default', `process.env.NAME ?? 'x'`, '', '<=>'],
    ['a constant of a package', '`x ${NAME}`', `import { NAME } from 'names';`, '"x " <=>'],
    [
      'a file that is read at the start',
      'A',
      `import { readFileSync } from 'node:fs';\nconst A = readFileSync('a.md', 'utf8').trim();`,
      '<=>',
    ],
    [
      'a file at a fixed place',
      `readFileSync(join(__dirname, 'a.md'), 'utf8')`,
      `import { readFileSync } from 'fs';\nimport { join } from 'node:path';`,
      '<=>',
    ],
    ['a file at some place', `readFileSync(a, 'utf8')`, `import { readFileSync } from 'fs';`, '<?>'],
    ['an unknown tag', 'html`x`', `import { html } from 'lit';`, '<?>'],
    ['a dedent of one’s own', 'dedent`x`', 'const dedent = (a: any) => a + process.pid;', '<?>'],
    [
      'a member that is written later',
      'P.a',
      `const P = { a: 'x' };\nexport const set = (b: string) => {\n  P.a = b;\n};`,
      '<?>',
    ],
    ['a `let` that others write', 'A', `let A = 'x';\nexport const set = (b: string) => {\n  A = b;\n};`, '<?>'],
    ['a text of more characters than can be held', `'xxxxxxxxxx'.repeat(1e9)`, '', '<=>'],
    ['a regular expression', `'x'.replace(/(x+)+$/, 'y')`, '', '<=>'],
  ])('has a hole for %s', (_, expression, before, parts) => {
    expect(shownParts(partsOf(expression, before))).toBe(parts);
  });

  it('is read step by step', () => {
    const inside = `let text = 'x';\n  text += ' y';\n  if (a) text += ' z';\n  text = \`\${text}!\`;\n  const use = text;`;
    expect(shownParts(partsIn(textSource('use', '', inside)))).toBe('"x y" <?> "!"');
    expect(shownParts(partsIn(textSource('text', '', `let text;\n  text = 'x';\n  text = text + a;`)))).toBe('"x" <?>');
    expect(shownParts(partsIn(textSource('text', '', `let text = 'x';\n  if (a) text = 'y';`)))).toBe('<?>');
    expect(
      shownParts(partsIn(textSource('text', '', `let text = 'x';\n  for (const c of a) text += c;\n  text += 'z';`))),
    ).toBe('"x" <?> "z"');
  });

  it('is read through the one call of a function that nobody else can call', () => {
    const source = (exported: string) =>
      textSource('a', '', '', 'a: string').replace('export ', exported) +
      `\nexport const run = () => ask('x' + process.pid);`;
    expect(shownParts(partsIn(source('')))).toBe('"x" <?>');
    expect(shownParts(partsIn(source('export ')))).toBe('<?>');
  });

  it('is read through a method and a field', () => {
    const source = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export class Bot {
  private readonly intro = 'x';
  private turns = 0;
  prompt(name: string) {
    return \`\${this.intro} \${name} \${this.turns}\`;
  }
  ask() {
    this.turns++;
    return new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6', system: [{ text: this.prompt('y') }] });
  }
}`;
    expect(shownParts(partsIn(source))).toBe('"x" " " "y" " " <?>');
  });
});

describe('the static texts of any text', () => {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.string({
        minLength: 1,
        unit: fc.constantFrom('a', ' ', '{', '}', '[', ']', ':', '"', "'", '`', '$', '\\', '\n', ',', 'é', '漢', '😀'),
      }),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );

  it.each([
    [
      'a template',
      (pieces: readonly (string | null)[]) =>
        `\`${pieces.map((text) => (text === null ? '${a}' : text.replace(/[`\\$]/g, '\\$&'))).join('')}\``,
    ],
    [
      'a sum',
      (pieces: readonly (string | null)[]) =>
        ['""', ...pieces.map((text) => (text === null ? 'a' : JSON.stringify(text)))].join(' + '),
    ],
    [
      'a join',
      (pieces: readonly (string | null)[]) =>
        `[${pieces.map((text) => (text === null ? 'a' : JSON.stringify(text))).join(', ')}].join('')`,
    ],
    [
      'a concat',
      (pieces: readonly (string | null)[]) =>
        `''.concat(${pieces.map((text) => (text === null ? 'a' : JSON.stringify(text))).join(', ')})`,
    ],
  ])('are found in order in %s', (_, write) => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const parts = partsIn(textSource(write(pieces)));
        const words = parts.map((part) => (part.kind === 'static' ? part.text : '\0')).join('');
        expect(words).toBe(pieces.map((text) => text ?? '\0').join(''));
      }),
      { numRuns: 40 },
    );
  });
});
