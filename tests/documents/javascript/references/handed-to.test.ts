import { expect, it } from 'vitest';
import { read } from '../read.js';

const bare = 'anthropic.claude-3-haiku-20240307-v1:0';
const sdk = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nimport { regional } from './regional.js';\n`;
const call = (model: string) => `new ConverseCommand({ modelId: ${model}, messages: [] });`;

function handedTo(source: string, files: Readonly<Record<string, string>> = {}) {
  return read(`${sdk}${source}`, 'src/app.ts', files).modelReferences.map((reference) => reference.handedTo ?? null);
}

it.each([
  ['a call', call(`regional('${bare}')`)],
  ['a name of a model', `const modelId = regional('eu', '${bare}');\n${call('modelId')}`],
  ['a property that is called so', `export const row = { profileIds: regional('${bare}') };`],
])('is a function that cannot be read and whose result is %s', (_, source) => {
  expect(handedTo(source)).toEqual([{ name: 'regional', isSeen: false }]);
});

it.each([
  ['a template', 'export const regional = (id: string) => `${where()}.${id}`;'],
  ['a sum', 'export function regional(id: string) { return prefix + id; }'],
  ['a join', "export const regional = (id: string) => [prefix, id].join('.');"],
  ['a callback', 'export const regional = (id: string) => prefixes.map((each) => `${each}.${id}`);'],
])('is a function that puts something before it with %s', (_, text) => {
  expect(handedTo(`export const ids = regional('${bare}');`, { 'src/regional.ts': text })).toEqual([
    { name: 'regional', isSeen: true },
  ]);
});

it.each([
  [
    'is read, and only prints it',
    call(`regional('${bare}')`),
    'export function regional(id: string) { console.log(`Model: ${id}`); return id; }',
  ],
  ['answers with something else', `export const answer = await regional('${bare}', question);`, ''],
])('is no function that %s', (_, source, text) => {
  expect(handedTo(source, text === '' ? {} : { 'src/regional.ts': text })).toEqual([null]);
});

it('is nobody where the ID has its geography', () => {
  expect(handedTo(call(`regional('us.${bare}')`))).toEqual([null]);
});
