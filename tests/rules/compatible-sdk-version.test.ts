import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import type { FilePort } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/open.js';
import { createPolicy } from '../../src/policy/index.js';
import rule from '../../src/rules/compatible-sdk-version.js';
import { asOf } from './run-rule.js';

const anthropic = '@anthropic-ai/bedrock-sdk';
const aws = '@aws-sdk/client-bedrock-runtime';
const sonnet45 = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('an API version', () => {
  it('is refused by a model older than it', () => {
    expect(found(messages(sonnet45), { [anthropic]: '1.1.3' })).toEqual([
      { messageId: 'apiVersion', level: 'error', text: 'client.messag', version: '1.1.3' },
    ]);
  });

  it('is refused by the successor of a model that has ended', () => {
    const model = 'us.anthropic.claude-3-haiku-20240307-v1:0';
    expect(found(messages(model), { [anthropic]: '1.0.0' })).toMatchObject([
      { messageId: 'apiVersionForSuccessor', level: 'warning' },
    ]);
    expect(found(messages(model), { [anthropic]: '1.0.0' }, { policy: { target: 'latest' } })).toEqual([]);
  });

  it.each([
    ['a newer model', messages('us.anthropic.claude-opus-4-8'), '1.1.3'],
    ['an older library', messages(sonnet45), '0.36.0'],
    ['another platform', messages(sonnet45).replaceAll(anthropic, '@anthropic-ai/vertex-sdk'), '1.1.3'],
    [
      'a client with a version of its own',
      `${messages(sonnet45)}\nconst headers = { 'anthropic-version': 'bedrock-2023-05-31' };`,
      '1.1.3',
    ],
    [
      'bedrock-mantle',
      messages('anthropic.claude-haiku-4-5').replaceAll('AnthropicBedrock', 'AnthropicBedrockMantle'),
      '1.1.3',
    ],
    ['a model that nobody knows', messages('own-model'), '1.1.3'],
  ])('is fine for %s', (_, code, version) => {
    expect(found(code, { [anthropic]: version })).toEqual([]);
  });

  it('is not known where nothing is installed and nothing asks for the library', () => {
    expect(found(messages(sonnet45), {})).toEqual([]);
  });

  it('may be refused where package.json asks for the library', () => {
    const manifest = `{ "dependencies": { "${anthropic}": "^1.0.0" } }`;
    expect(found(messages(sonnet45), {}, { files: { 'package.json': manifest } })).toMatchObject([
      { messageId: 'apiVersion', level: 'warning', version: '1.0.0', related: [`"${anthropic}": "^1.0.0"`] },
    ]);
    const older = `{ "dependencies": { "${anthropic}": "^0.30.0" } }`;
    expect(found(messages(sonnet45), {}, { files: { 'src/package.json': older, 'package.json': manifest } })).toEqual(
      [],
    );
  });

  it('may be another where another file makes the client', () => {
    const code = `import type { AnthropicBedrock } from '${anthropic}';
export const ask = (client: AnthropicBedrock) => client.messages.create({ model: '${sonnet45}', max_tokens: 9, messages: [] });`;
    expect(found(code, { [anthropic]: '1.1.3' })).toMatchObject([{ messageId: 'apiVersion', level: 'warning' }]);
  });

  it('is only noted in tests', () => {
    expect(found(messages(sonnet45), { [anthropic]: '1.1.3' }, { path: 'tests/ask.test.ts' })).toMatchObject([
      { level: 'note' },
    ]);
  });
});

describe('cache points', () => {
  const point = `system: [{ text: 'x' }, { cachePoint: { type: 'default' } }]`;

  it('are unknown to an older AWS SDK', () => {
    expect(found(converse(sonnet45, point), { [aws]: '3.700.0' })).toEqual([
      { messageId: 'noCachePoints', level: 'warning', text: '{ cachePoint:', version: '3.700.0' },
    ]);
  });

  it('are said to be so once for a file', () => {
    const code = `${converse(sonnet45, point)}\nnew ConverseCommand({ modelId: '${sonnet45}', ${point} });`;
    expect(found(code, { [aws]: '3.778.0' })).toHaveLength(1);
  });

  it.each([
    ['the version that brought them', converse(sonnet45, point), { [aws]: '3.779.0' }],
    ['a request without', converse(sonnet45, `system: [{ text: 'x' }]`), { [aws]: '3.700.0' }],
    ['another model', converse('us.amazon.nova-pro-v1:0', point), { [aws]: '3.700.0' }],
  ])('are fine with %s', (_, code, versions) => {
    expect(found(code, versions)).toEqual([]);
  });

  it('are missing for sure only where package.json takes no newer version', () => {
    const asking = (range: string) => ({ files: { 'package.json': `{ "dependencies": { "${aws}": "${range}" } }` } });
    expect(found(converse(sonnet45, point), {}, asking('3.700.0'))).toHaveLength(1);
    expect(found(converse(sonnet45, point), {}, asking('^3.700.0'))).toEqual([]);
  });
});

function messages(model: string) {
  return `import { AnthropicBedrock } from '${anthropic}';
const client = new AnthropicBedrock();
export const ask = () => client.messages.create({ model: '${model}', max_tokens: 9, messages: [] });`;
}

function converse(model: string, rest: string) {
  return `import { ConverseCommand } from '${aws}';
new ConverseCommand({ modelId: '${model}', messages: [], ${rest} }); // Claude`;
}

interface Around {
  readonly files?: Readonly<Record<string, string>>;
  readonly policy?: object;
  readonly path?: string;
}

function found(text: string, installed: Readonly<Record<string, string>>, around: Around = {}) {
  const { files = {}, path = 'src/ask.ts' } = around;
  const manifests = Object.entries(installed).map(
    ([name, version]) => [`node_modules/${name}/package.json`, JSON.stringify({ name, version })] as const,
  );
  const all: Readonly<Record<string, string>> = { ...files, ...Object.fromEntries(manifests) };
  const port: FilePort = {
    read: (name) => all[name] ?? null,
    resolveModule: () => null,
    resolvePackage: (_, name) => (`node_modules/${name}` in all ? `node_modules/${name}` : null),
  };
  const policy = createPolicy({ settings: { asOf, ...around.policy } }, { asOf, catalog });
  const document = openDocument({ path, text, files: port });
  return [...rule.detect(document, { policy, options: {} })].map(({ messageId, level, range, data, related = [] }) => ({
    messageId,
    level,
    text: text.slice(...range).slice(0, 13),
    version: data?.['version'],
    ...(related.length > 0 && { related: related.map((each) => (all[each.path] ?? '').slice(...each.range)) }),
  }));
}
