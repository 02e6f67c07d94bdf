import { describe, expect, it } from 'vitest';
import { opensFor } from '../../../../src/documents/gate-opens.js';
import { read } from '../read.js';

const bare = 'anthropic.claude-opus-4-6-v1';

/** Which of the forms of an ID the gate of a file that names Claude lets through. */
function opensIn(text: string) {
  const gate = read(text, 'src/app.ts').modelGates.find(({ patterns: [pattern = ''] }) =>
    /^\^?anthropic\\?\.claude$/.test(pattern),
  );
  return ['', 'us.', 'global.'].filter((scope) => gate && opensFor(gate, scope + bare));
}

const all = ['', 'us.', 'global.'];
const asked = (subject: string) => `${subject}.startsWith('anthropic.claude')`;

describe('what is taken off an ID before code asks about it', () => {
  it.each([
    ['by a pattern', asked(String.raw`modelId.replace(/^(?:us|eu|apac|jp|au|global)\./, '')`)],
    ['by any pattern', asked(String.raw`modelId.toLowerCase().replace(/^[a-z-]+\.(?=anthropic\.)/i, '').trim()`)],
    ['by a pattern that keeps the rest', asked(String.raw`modelId.replace(/^.*?(anthropic\..*)$/, '$1')`)],
    ['as pieces', asked(`modelId.split('.').slice(-2).join('.')`)],
    ['from where it begins', asked(`modelId.substring(modelId.indexOf('anthropic.'))`)],
    ['by a function that is not seen', asked('normalise(modelId)')],
    ['before a regular expression', String.raw`/^anthropic\.claude/.test(bareId(modelId))`],
  ])('is taken off: %s', (_, test) => {
    expect(opensIn(`export const isClaude = (modelId) => ${test};`)).toEqual(all);
  });

  it.each([
    ['under a name', `const id = modelId.split('.').slice(1).join('.');\n  return ${asked('id')};`],
    [
      'under a name that is given anew',
      `let id = modelId;\n  if (isProfile(modelId)) id = id.slice(id.indexOf('.') + 1);\n  return ${asked('id')};`,
    ],
    ['by a pattern of pieces', `const [, ...rest] = modelId.split('.');\n  return ${asked(`rest.join('.')`)};`],
    ['on a condition', `return ${asked(`(modelId.startsWith('us.') ? modelId.slice(3) : modelId)`)};`],
  ])('is taken off: %s', (_, body) => {
    expect(opensIn(`export function isClaude(modelId) {\n  ${body}\n}`)).toEqual(all);
  });

  it('is taken off by helpers, fields and callers of the file', () => {
    const helper = `function base(id) {
  const parts = id.split('.');
  return parts.length > 2 ? parts.slice(1).join('.') : id;
}`;
    expect(opensIn(`${helper}\nexport const isClaude = (id) => ${asked('base(id)')};`)).toEqual(all);
    expect(
      opensIn(`class Model {
  constructor(modelId) { this.id = modelId.split('.').slice(-2).join('.'); }
  isClaude() { return ${asked('this.id')}; }
}`),
    ).toEqual(all);
    const inner = `const isClaude = (id) => ${asked('id')};`;
    expect(opensIn(`${helper}\n${inner}\nexport const ask = (id) => isClaude(base(id));`)).toEqual(all);
    expect(opensIn(`${helper}\n${inner}\nexport const ask = (id) => isClaude(base(id)) || isClaude(id);`)).toEqual([
      '',
    ]);
  });

  it('is one geography where the code names one', () => {
    expect(opensIn(`export const isClaude = (id) => ${asked(`id.replace('us.', '')`)};`)).toEqual(['', 'us.']);
    expect(opensIn(`export const isClaude = (id) => ${asked(String.raw`id.replace(/^(us|eu)\./, '')`)};`)).toEqual([
      '',
      'us.',
    ]);
  });

  it.each([
    ['the ID as it is', asked('modelId')],
    ['another case', asked('modelId.toLowerCase()')],
    ['without its version', asked(`modelId.split(':')[0]`)],
    ['without its minor version', asked(String.raw`modelId.replace(/:\d+$/, '')`)],
    ['other separators', asked(`modelId.replace(/:/g, '-')`)],
    ['the end of an ARN', asked(`arn.split('/').pop()`)],
    ['the beginning', asked('modelId.slice(0, 40)')],
    ['an ID that is looked up', asked(`settings.get('model')`)],
  ])('is nothing: %s', (_, test) => {
    expect(opensIn(`export const isClaude = (modelId, arn, settings) => ${test};`)).toEqual(['']);
  });

  it('ends in functions that call each other', () => {
    expect(
      opensIn(
        `const one = (id) => two(id);\nconst two = (id) => one(id);\nexport const is = (id) => ${asked('one(id)')};`,
      ),
    ).toEqual(['']);
  });
});
