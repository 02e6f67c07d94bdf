import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf } from '../read.js';
import { createJavaScriptDocument } from '../../../../src/documents/javascript/create-javascript-document.js';
import { promptOfRequest } from './hand-made.js';
import { shown, shownParts } from './read-prompt.js';

const partsOf = (text: string) => {
  const [block] = promptOfRequest('converse', text).system?.blocks ?? [];
  return block && 'parts' in block ? block.parts : [];
};

describe('a prompt nobody would write', () => {
  it('may refer to itself', () => {
    expect(
      shownParts(partsOf('const a = `x ${b}`;\nconst b = `y ${a}`;\nconst request = { system: [{ text: a }] };')),
    ).toContain('<?>');
    expect(shown(promptOfRequest('converse', 'const a = [...a];\nconst request = { system: a };').system)).toHaveLength(
      1,
    );
    expect(
      shownParts(partsOf('const f = (n) => `x${f(n)}`;\nconst request = { system: [{ text: f(1) }] };')),
    ).toContain('<?>');
    expect(partsOf('const a = { ...a, text: a.text };\nconst request = { system: [a] };')).toHaveLength(1);
    expect(shown(promptOfRequest('aiSdk', 'const a = { ...a };\nconst request = { tools: a };').tools)).toHaveLength(1);
    expect(
      shownParts(partsOf('const a = { b: [a] };\nconst request = { system: [{ text: JSON.stringify(a) }] };')),
    ).toContain('<?>');
  });

  it('may double at every step', () => {
    const steps = Array.from({ length: 60 }, (_, index) => `const a${index + 1} = \`\${a${index}}\${a${index}}\`;`);
    const parts = partsOf(`const a0 = 'x';\n${steps.join('\n')}\nconst request = { system: [{ text: a60 }] };`);
    expect(parts.every((part) => part.kind !== 'static' || part.text.length <= 64_000_000)).toBe(true);
    const calls = Array.from({ length: 60 }, (_, index) => `const f${index + 1} = (q) => f${index}(q) + f${index}(q);`);
    expect(
      partsOf(`const f0 = (q) => q;\n${calls.join('\n')}\nconst request = { system: [{ text: f60('x') }] };`).length,
    ).toBeGreaterThan(0);
  });

  it('may nest', () => {
    const nested = `${'`${'.repeat(300)}'x'${'}`'.repeat(300)}`;
    expect(partsOf(`const request = { system: [{ text: ${nested} }] };`)).toHaveLength(1);
    const sum = Array.from({ length: 900 }, () => `'x'`).join(' + ');
    expect(shownParts(partsOf(`const request = { system: [{ text: ${sum} }] };`))).toContain('"x"');
    const chain = `'x'${'.trim()'.repeat(900)}`;
    expect(partsOf(`const request = { system: [{ text: ${chain} }] };`)).toHaveLength(1);
  });

  it('may be long', () => {
    const messages = Array.from({ length: 10_000 }, (_, index) => `{ role: 'user', content: [{ text: 'x${index}' }] }`);
    const { blocks } =
      promptOfRequest('converse', `const request = { messages: [${messages.join(',\n')}] };`).messages ?? {};
    expect(blocks).toHaveLength(10_000);
    expect(blocks?.at(-1)).toMatchObject({ kind: 'text', parts: [{ kind: 'static', text: 'x9999' }] });
    const lines = Array.from({ length: 10_000 }, (_, index) => `'x${index}'`);
    expect(partsOf(`const request = { system: [{ text: [${lines.join(',\n')}].join('\\n') }] };`)).toHaveLength(19_999);
    const text = 'x'.repeat(10_000_000);
    expect(partsOf(`const request = { system: [{ text: '${text}' }] };`)).toMatchObject([{ kind: 'static', text }]);
  });

  it('never breaks, whatever an expression is', () => {
    const atom = fc.constantFrom(
      `'x'`,
      'a',
      'b',
      'f',
      '1',
      'null',
      'undefined',
      '`x`',
      'this.a',
      'new Date()',
      '{}',
      '[]',
      'q',
      '/x/g',
      'Math.random()',
    );
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        atom,
        fc.tuple(tie('expression'), tie('expression')).map(([one, two]) => `(${one} + ${two})`),
        fc.tuple(tie('expression'), tie('expression')).map(([one, two]) => `(${one} ?? ${two})`),
        fc.tuple(tie('expression'), tie('expression')).map(([one, two]) => `(${one} ? ${two} : [${two}])`),
        fc.tuple(tie('expression'), fc.constantFrom('a', 'length', 'text')).map(([one, name]) => `(${one}).${name}`),
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom('join', 'concat', 'trim', 'repeat', 'replace', 'map', 'filter', 'slice', 'fill'),
            tie('expression'),
            tie('expression'),
          )
          .map(([one, name, two, three]) => `(${one}).${name}(${two}, ${three})`),
        tie('expression').map((one) => `\`x\${${one}}\``),
        tie('expression').map((one) => `f(${one})`),
        tie('expression').map((one) => `JSON.stringify(${one}, null, 2)`),
        tie('expression').map((one) => `[...${one}, { text: ${one}, cachePoint: ${one} }]`),
        tie('expression').map((one) => `({ ...${one}, role: 'user', content: ${one}, cache_control: ${one} })`),
      ),
    }));
    fc.assert(
      fc.property(expression, expression, expression, (system, messages, tools) => {
        const text = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
let b = 'y'; b += a; const a = ${tools}; const f = (q) => [q, a, ${messages}];
function ask(q) { return new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6', system: ${system}, messages: ${messages}, toolConfig: { tools: ${tools} } }); }`;
        const document = createJavaScriptDocument(inputOf(text, 'src/app.ts'));
        expect(document.parseError).toBeNull();
        expect(document.modelCalls[0]?.prompt).toBeTruthy();
      }),
      { numRuns: 150 },
    );
  });
});
