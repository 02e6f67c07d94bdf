import { describe, expect, it } from 'vitest';
import type { StaticValue } from '../../../../src/documents/facts.js';
import { read } from '../read.js';

/** What is known of the model of a call whose model is `expression`. */
function valueOf(expression: string, before = ''): StaticValue | undefined {
  const files = { 'src/config.json': '{ "bedrock": { "model": "from json" } }' };
  const source = `import { bedrock } from '@ai-sdk/amazon-bedrock';\n${before}\nbedrock(${expression});`;
  return read(source, 'src/app.ts', files).modelCalls[0]?.model;
}

/** The same of a setting, of which nothing but its value is asked. */
function settingOf(expression: string, before: string): StaticValue | undefined {
  const source = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${before}\nnew ConverseCommand({ modelId: 'x', inferenceConfig: { temperature: ${expression} } });`;
  return read(source).modelCalls[0]?.request?.settings.temperature?.[0]?.value;
}

describe('a static value', () => {
  it.each([
    ['a literal', `'x'`, '', 'x'],
    ['a template', '`x`', '', 'x'],
    ['a constant', 'A', `const A = 'x';`, 'x'],
    ['a chain of constants', 'C', `const A = 'x';\nconst B = A;\nconst C = B;`, 'x'],
    ['a constant that is never written again', 'a', `let a = 'x';`, 'x'],
    ['a template of constants', '`${A}-${B.c}`', `const A = 'x';\nconst B = { c: 'y' };`, 'x-y'],
    ['a sum', `'x' + A + 1`, `const A = 'y';`, 'xy1'],
    ['a sum of many terms', Array.from({ length: 40 }, () => `'x'`).join(' + '), '', 'x'.repeat(40)],
    ['a join', `['x', A].join('.')`, `const A = 'y';`, 'x.y'],
    ['a join of a constant list', `LIST.join('/')`, `const LIST = ['x', 'y', 'z'] as const;`, 'x/y/z'],
    ['a join without a separator', `['x', 'y'].join()`, '', 'x,y'],
    ['a concat', `'x'.concat(A, 'z')`, `const A = 'y';`, 'xyz'],
    ['a filled list', `Array(2).fill('x').join('-')`, '', 'x-x'],
    ['a repeat', `'xy'.repeat(2)`, '', 'xyxy'],
    ['a replace', `A.replace('us.', 'eu.')`, `const A = 'us.x';`, 'eu.x'],
    ['a trim', '` x `.trim()', '', 'x'],
    ['a dedent tag', 'dedent`x`', `import dedent from 'dedent';`, 'x'],
    ['JSON of another file', 'config.bedrock.model', `import config from './config.json';`, 'from json'],
    ['a helper', `f('y')`, `const f = (a: string, b = 'z') => \`x\${a}\${b}\`;`, 'xyz'],
    [
      'a helper of helpers',
      `f('y')`,
      `function g(a: string) {\n  return 'g' + a;\n}\nfunction f(a: string) {\n  return 'f' + g(a);\n}`,
      'fgy',
    ],
    ['an enum', 'E.A', `enum E {\n  A = 'x',\n}`, 'x'],
    ['a static member', 'C.A', `class C {\n  static readonly A = 'x';\n}`, 'x'],
    ['a static member of a class expression', 'C.A', `const C = class {\n  static A = 'x';\n};`, 'x'],
    ['an element', 'L[1]', `const L = ['w', 'x'] as const;`, 'x'],
    ['an indexed member', `M['a-b']`, `const M = { 'a-b': 'x' };`, 'x'],
    ['an assertion', `(A as string)!`, `const A = 'x' as const;`, 'x'],
    ['a spread member', 'B.a', `const A = { a: 'x' };\nconst B = { b: 1, ...A };`, 'x'],
    ['an overridden spread member', 'B.a', `const A = { a: 'x' };\nconst B = { ...A, a: 'y' };`, 'y'],
    ['a frozen member', 'A.a', `const A = Object.freeze({ a: 'x' });`, 'x'],
    ['a name taken out of an object', 'b', `const { a: { b } } = { a: { b: 'x' } };`, 'x'],
    [
      'escapes',
      String.raw`'\x61\u{62}\
c'`,
      '',
      'abc',
    ],
  ])('is known through %s', (_, expression, before, text) => {
    expect(valueOf(expression, before)).toMatchObject({ kind: 'text', text });
  });

  it('has the range and file of what is written', () => {
    expect(valueOf('A', `const A = 'x';`)).toEqual({ kind: 'text', text: 'x', range: [60, 63], path: 'src/app.ts' });
  });

  it('is a template where a part is unknown', () => {
    expect(valueOf('`${geo()}.a${1}`', 'declare function geo(): string;')).toMatchObject({
      kind: 'template',
      parts: [null, '.a1'],
    });
    expect(valueOf(`geo() + '.' + model()`, 'declare const geo: () => string, model: () => string;')).toMatchObject({
      kind: 'template',
      parts: [null, '.', null],
    });
  });

  it('is one of several values behind a branch', () => {
    const known = (text: string) => ({ kind: 'text', text });
    expect(valueOf(`on ? 'x' : 'y'`, 'declare const on: boolean;')).toMatchObject({
      kind: 'oneOf',
      values: [known('x'), known('y')],
    });
    expect(valueOf(`process.env.A ?? (process.env.B || 'x')`)).toMatchObject({
      kind: 'oneOf',
      values: [{ kind: 'unknown' }, { kind: 'unknown' }, known('x')],
    });
  });

  it.each([
    ['a parameter', 'a', 'declare const a: string;'],
    ['a variable that is written twice', 'a', `let a = 'x';\na = 'y';`],
    ['a member that is not there', 'A.b', `const A = { a: 'x' };`],
    ['a member by an unknown name', 'A[key]', `const A = { a: 'x' };\ndeclare const key: 'a';`],
    ['a static member that is given another value', 'C.A', `class C {\n  static A = 'x';\n}\nC.A = 'y';`],
    ['a member of an instance', 'C.A', `class C {\n  A = 'x';\n}`],
    ['an element behind others that are not known', 'L[1]', `declare const M: string[];\nconst L = [...M, 'x'];`],
    ['a name of every object', 'A.constructor', `const A = { a: 'x' };`],
    ['an `&&`', `on && 'x'`, 'declare const on: boolean;'],
    ['a function with a branch', 'f()', `function f() {\n  if (Math.random() > 0.5) return 'x';\n  return 'y';\n}`],
    ['a generator', 'f()', `function* f() {\n  return 'x';\n}`],
    ['itself', 'A', 'const A: string = A;'],
    ['a sum of numbers', '1 + 2', ''],
    ['a `freeze` of one’s own', 'Object.freeze("x")', 'const Object = { freeze: (a: string) => a + process.pid };'],
    [
      'values that double at every step',
      'a10',
      `const a0 = process.pid;\n${Array.from({ length: 10 }, (_, index) => `const a${index + 1} = [${`a${index}, `.repeat(20)}].join('');`).join('\n')}`,
    ],
  ])('is unknown through %s', (_, expression, before) => {
    expect(settingOf(expression, before)?.kind).toBe('unknown');
  });

  it('stays of a size that can be held', () => {
    const doubling = Array.from(
      { length: 10 },
      (_, index) => `const a${index + 1} = [${`a${index}, `.repeat(100)}].join('');`,
    ).join('\n');
    expect(valueOf('a3', `const a0 = '${'x'.repeat(1000)}';\n${doubling}`)?.kind).not.toBe('text');
    expect(valueOf('a1', `const a0 = 'x';\n${doubling}`)).toMatchObject({ kind: 'text', text: 'x'.repeat(100) });
  });
});

describe('a setting of the environment', () => {
  it.each([
    ['a member', 'process.env.A', '', ['A']],
    ['a quoted member', `process.env['A']!`, '', ['A']],
    ['a constant', 'a', 'const a = process.env.A;', ['A']],
    ['a picked name', 'A', 'const { A } = process.env;', ['A']],
    ['another name for it', 'a', 'const { A: a } = process.env;', ['A']],
    ['the environment by another name', 'env.A', 'const env = process.env;', ['A']],
    ['an import of it', 'env.A', `import { env } from 'node:process';`, ['A']],
    ['a bundler', 'import.meta.env.A', '', ['A']],
    ['a schema', 'env.A', 'const env = schema.parse(process.env);', ['A']],
    ['one of two', 'process.env.A ?? process.env.B', '', ['A', 'B']],
    ['a helper', 'model()', 'function model() { return process.env.A; }', ['A']],
    ['an object of its own', 'settings.env.A', 'declare const settings: { env: { A: string } };', undefined],
    ['a shadowed process', 'process.env.A', 'declare function f(): any; const process = f();', undefined],
    ['a computed name', 'process.env[name]', 'declare const name: string;', undefined],
    ['a variable that is written again', 'a', `let a = process.env.A; a = other();`, ['A']],
  ])('is known by its name: %s', (_, expression, before, environment) => {
    const value = valueOf(expression, before);
    expect(value?.kind).toBe('unknown');
    expect(value?.kind === 'unknown' ? value.environment : null).toEqual(environment);
  });

  it('stands beside a default', () => {
    expect(valueOf(`process.env.A ?? 'x'`)).toMatchObject({
      kind: 'oneOf',
      values: [
        { kind: 'unknown', environment: ['A'] },
        { kind: 'text', text: 'x' },
      ],
    });
    expect(valueOf('A', `const { A = 'x' } = process.env;`)).toMatchObject({
      kind: 'oneOf',
      values: [
        { kind: 'unknown', environment: ['A'] },
        { kind: 'text', text: 'x' },
      ],
    });
  });
});
