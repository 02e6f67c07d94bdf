import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteIn, sitesIn } from './sites.js';

const sdk = `import { ConverseCommand, type ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';\n`;
const base = `{ modelId: 'm', messages: [] }`;

describe('a request that is built in steps', () => {
  it.each([
    ['by an assignment', `const input: any = ${base};\ninput.system = [s];\nnew ConverseCommand(input);`],
    ['by a name in brackets', `const input: any = ${base};\ninput["system"] = [s];\nnew ConverseCommand(input);`],
    ['through an assertion', `const input = ${base};\n(input as any).system = [s];\nnew ConverseCommand(input);`],
    ['by Object.assign', `const input = ${base};\nObject.assign(input, { system: [s] });\nnew ConverseCommand(input);`],
    ['into a new object', `new ConverseCommand(Object.assign({}, ${base}, { system: [s] }));`],
    [
      'by a spread of itself',
      `let input: any = ${base};\ninput = { ...input, system: [s] };\nnew ConverseCommand(input);`,
    ],
    ['by a spread', `const more = { system: [s] };\nnew ConverseCommand({ ...${base}, ...more });`],
    [
      'on a condition, in a spread',
      `new ConverseCommand({ modelId: 'm', messages: [], ...(x ? { system: [s] } : {}) });`,
    ],
    ['by `&&` in a spread', `new ConverseCommand({ modelId: 'm', messages: [], ...(x && { system: [s] }) });`],
    [
      'on a condition, in a variable',
      `const more = x ? { system: [s] } : undefined;\nnew ConverseCommand({ modelId: 'm', messages: [], ...more });`,
    ],
    ['in a branch', `const input: any = ${base};\nif (x) input.system = [s];\nnew ConverseCommand(input);`],
    [
      'by a helper',
      `function build() {\n  const input: any = ${base};\n  if (x) {\n    input.system = [s];\n  }\n  return input;\n}\nnew ConverseCommand(build());`,
    ],
    [
      'by its only caller',
      `function ask(input: any) {\n  return new ConverseCommand(input);\n}\nask({ modelId: 'm', messages: [], system: [s] });`,
    ],
    [
      'by the caller of a private method',
      `export class Chat {\n  run() {\n    return this.ask({ modelId: 'm', messages: [], system: [s] });\n  }\n  private ask(input: any) {\n    return new ConverseCommand(input);\n  }\n}`,
    ],
    [
      'first declared, then written',
      `let input: ConverseCommandInput;\ninput = { modelId: 'm', messages: [], system: [s] };\nnew ConverseCommand(input);`,
    ],
  ])('is complete when its system is set %s', (_, body) => {
    const site = siteIn(`${sdk}declare const x: any, s: any;\n${body}`);
    expect(site).toMatchObject({ models: [`'m'`], system: ['[s]'], messages: ['[]'], isComplete: true });
  });

  it('keeps the last of the values that are certain, and all that may be', () => {
    const source = `${sdk}const input: any = { modelId: 'm', system: [a], messages: [b] };
input.system = [c];
if (x) input.messages = [d];
new ConverseCommand(input);`;
    expect(siteIn(source)).toMatchObject({ system: ['[c]'], messages: ['[b]', '[d]'], isComplete: true });
  });

  it('has what every caller passes', () => {
    const source = `${sdk}const ask = (input: any) => new ConverseCommand(input);
ask({ modelId: 'm', system: [a] });
ask({ modelId: 'm', system: [b] });`;
    expect(siteIn(source)).toMatchObject({ system: ['[a]', '[b]'], owner: null });
  });

  it('leaves out what comes after the call, unless a loop goes round', () => {
    const after = `${sdk}const input: any = ${base};\nnew ConverseCommand(input);\ninput.system = [s];`;
    expect(siteIn(after).system).toEqual([]);
    const loop = `${sdk}const input: any = ${base};\nwhile (x) {\n  new ConverseCommand(input);\n  input.system = [s];\n}`;
    expect(siteIn(loop).system).toEqual(['[s]']);
  });

  it.each([
    ['a spread nobody can read', `new ConverseCommand({ ...unseen(), modelId: 'm' });`],
    ['a name that is computed', `const input: any = ${base};\ninput[key] = 1;\nnew ConverseCommand(input);`],
    ['a function that may add to it', `const input: any = ${base};\naddTools(input);\nnew ConverseCommand(input);`],
    ['a deleted property', `const input: any = ${base};\ndelete input.system;\nnew ConverseCommand(input);`],
    ['a list that grows', `const input: any = ${base};\ninput.messages.push(m);\nnew ConverseCommand(input);`],
    [
      'a property that is set inside',
      `const input: any = ${base};\ninput.toolConfig.tools = t;\nnew ConverseCommand(input);`,
    ],
  ])('is not complete after %s', (_, body) => {
    expect(siteIn(sdk + body)).toMatchObject({ models: [`'m'`], isComplete: false });
  });

  it('is complete when others only look at it', () => {
    const source = `${sdk}const input: any = ${base};\nconsole.log(input);\nlogger.info('x', input);\nconst n = count(input);\nJSON.stringify(input);\nnew ConverseCommand(input);`;
    expect(siteIn(source)).toMatchObject({ isComplete: true });
  });

  it.each([
    [
      'a parameter of an exported function',
      `export function ask(input: any) {\n  new ConverseCommand(input);\n}\nask(${base});`,
    ],
    [
      'a parameter of a function that is handed on',
      `function ask(input: any) {\n  new ConverseCommand(input);\n}\nask(${base});\nregister(ask);`,
    ],
    [
      'a parameter that is written to',
      `function ask(input: any) {\n  input = other();\n  new ConverseCommand(input);\n}\nask(${base});`,
    ],
    ['a parameter behind a spread', `function ask(input: any) {\n  new ConverseCommand(input);\n}\nask(...list);`],
    [
      'a method anybody can call',
      `export class C {\n  a() { this.ask(${base}); }\n  ask(input: any) { new ConverseCommand(input); }\n}`,
    ],
    [
      'one of two values of which only one is written',
      `let input: any = ${base};\nif (x) input = other();\nnew ConverseCommand(input);`,
    ],
    [
      'a name shadowed by a parameter',
      `const input = ${base};\nexport const ask = (input: any) => new ConverseCommand(input);`,
    ],
    ['a generator', `function* build() {\n  return ${base};\n}\nnew ConverseCommand(build() as any);`],
  ])('is not seen in %s', (_, body) => {
    expect(siteIn(sdk + body)).toMatchObject({ models: [], dialect: undefined });
  });

  it('ends where values go round in circles', () => {
    const source = `${sdk}let a: any = b;\nvar b: any = a;\nfunction f(x: any): any { return f(x); }\nnew ConverseCommand(a);\nnew ConverseCommand(f(1));\nconst c: any = { ...c };\nnew ConverseCommand(c);`;
    expect(sitesIn(source)).toHaveLength(3);
  });

  it('finds a property however it is put into the object', () => {
    const step = fc.constantFrom(
      { before: '', text: 'input.system = [S];' },
      { before: '', text: 'Object.assign(input, { system: [S] });' },
      { before: '', text: 'input = { ...input, system: [S] };' },
      { before: 'system: [S],', text: '' },
      { before: '...{ system: [S] },', text: '' },
    );
    const noise = fc.constantFrom(
      '',
      'input.messages = [1];',
      'console.log(input);',
      'if (x) input.inferenceConfig = {};',
    );
    fc.assert(
      fc.property(step, fc.array(noise, { maxLength: 4 }), fc.array(noise, { maxLength: 4 }), (added, first, last) => {
        const source = `${sdk}let input: any = { ${added.before} modelId: 'm' };\n${[...first, added.text, ...last].join('\n')}\nnew ConverseCommand(input);`;
        expect(siteIn(source)).toMatchObject({ system: ['[S]'], models: [`'m'`], isComplete: true });
      }),
      { numRuns: 50 },
    );
  });
});
