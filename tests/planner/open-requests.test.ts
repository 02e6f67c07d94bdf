import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { openDocument } from '../../src/documents/open.js';
import { createOpenRequests } from '../../src/planner/open-requests.js';
import { createPolicy } from '../../src/policy/index.js';
import { asOf } from '../rules/run-rule.js';

const from = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0';
const to = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const newest = 'us.anthropic.claude-sonnet-5-5';

const wrapper = (settings: string, model = 'modelId') =>
  `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
export const ask = (modelId: string, text: string) =>
  client.send(new ConverseCommand({ modelId: ${model}, messages: [{ role: 'user', content: [{ text }] }], inferenceConfig: { ${settings} } }));
`;

/** What is answered for an ID in `app/models.ts` beside these files. */
function answered(files: Readonly<Record<string, string>>, move = { from, to }) {
  const policy = createPolicy({ settings: {} }, { asOf, catalog });
  const documents = Object.entries(files).map(([path, text]) => openDocument({ path, text, files: null }));
  const answer = createOpenRequests({ documents: () => documents, unitOf: (path) => path.split('/')[0] ?? '', policy });
  return answer({ kind: 'notRefused', ...move }, 'app/models.ts');
}

describe('a request whose model is given by code that is not seen', () => {
  it('keeps the IDs of its unit from models that refuse it', () => {
    expect(answered({ 'app/client.ts': wrapper('temperature: 0.2, topP: 0.9') })).toEqual({
      holds: false,
      why: `app/client.ts:4 has a request for a model that is not known there, which \`${to}\` refuses (no-conflicting-sampling)`,
    });
  });

  it('is not known by a model of somebody else that it may be', () => {
    const text = wrapper('temperature: 0.2, topP: 0.9', "modelId || 'us.amazon.nova-pro-v1:0'");
    expect(answered({ 'app/client.ts': text }).holds).toBe(false);
  });

  it.each([
    ['it is taken', { 'app/client.ts': wrapper('temperature: 0.2') }],
    ['it stands in another unit', { 'other/client.ts': wrapper('temperature: 0.2, topP: 0.9') }],
    ['it is a test', { 'app/tests/client.test.ts': wrapper('temperature: 0.2, topP: 0.9') }],
    ['its model is known', { 'app/client.ts': wrapper('temperature: 0.2, topP: 0.9', `'${from}'`) }],
    ["it is another provider's", { 'app/client.ts': wrapper('temperature: 0.2, topP: 0.9', `'amazon.nova-pro-v1:0'`) }],
    ['what it sends is not known', { 'app/client.ts': wrapper('...settings') }],
    ['there is none', {}],
  ])('keeps none where %s', (_, files) => {
    expect(answered(files)).toEqual({ holds: true });
  });

  it.each([
    ['a default', 'temperature: options.temperature ?? 0.3'],
    ['a choice', 'temperature: warm ? 0.7 : 0.3'],
    ['a number of the environment', 'temperature: Number(process.env.TEMPERATURE)'],
  ])('keeps them where a value is sent that only the running program knows: %s', (_, settings) => {
    const files = { 'app/client.ts': wrapper(settings) };
    expect(answered(files, { from, to: newest }).holds).toBe(false);
    expect(answered({ 'app/client.ts': wrapper('temperature: options.temperature') }, { from, to: newest }).holds).toBe(
      true,
    );
  });

  it('counts only what the old model takes', () => {
    const files = { 'app/client.ts': wrapper('temperature: 0.2') };
    expect(answered(files, { from, to: newest }).holds).toBe(false);
    expect(answered(files, { from: newest, to: newest }).holds).toBe(true);
  });

  const chosen = (request: string) =>
    `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
export async function ask(modelId: string, text: string, options: Options = {}) {
  const isClaude = modelId.includes('anthropic');
  const isSonnet = modelId.includes('sonnet');
  const messages = [{ role: 'user', content: [{ text }] }];
  ${request}
}
`;
  const invoked = 'return client.send(new InvokeModelCommand({ modelId, body: JSON.stringify(body) }));';
  const claude = "anthropic_version: 'bedrock-2023-05-31', max_tokens: 900, messages";

  it.each([
    [
      'a body that it takes',
      `const body = isClaude ? { ${claude}, temperature: 0.7, top_p: 0.9 } : { inputText: text }; ${invoked}`,
    ],
    [
      'a body that a statement gives',
      `let body; if (isClaude) { body = { ${claude}, temperature: 0.7, top_p: 0.9 }; } else { body = { inputText: text }; } ${invoked}`,
    ],
    [
      'the only body for Claude, whatever is asked',
      `const body = options.family === 'claude' ? { ${claude}, temperature: options.heat ?? 0.7, top_p: 0.9 } : { inputText: text }; ${invoked}`,
    ],
    [
      'parameters that it takes',
      'const inferenceConfig = isSonnet ? { temperature: 0.7, topP: 0.9 } : {}; return client.send(new ConverseCommand({ modelId, messages, inferenceConfig }));',
    ],
    [
      'a spread',
      'return client.send(new ConverseCommand({ modelId, messages, inferenceConfig: { temperature: 0.7, ...(isSonnet && { topP: 0.9 }) } }));',
    ],
  ])('keeps them from what a branch sends for such a model: %s', (_, request) => {
    expect(answered({ 'app/client.ts': chosen(request) })).toMatchObject({
      holds: false,
      why: expect.stringContaining('(no-conflicting-sampling)') as string,
    });
  });

  it('keeps them from thinking that a branch asks for', () => {
    const request = `const body = isClaude ? { ${claude}, thinking: { type: 'enabled', budget_tokens: 2000 } } : { inputText: text }; ${invoked}`;
    expect(answered({ 'app/client.ts': chosen(request) }, { from, to: newest })).toMatchObject({
      holds: false,
      why: expect.stringContaining('(valid-thinking-config)') as string,
    });
  });

  it.each([
    [
      'another model',
      `const body = isClaude ? { ${claude} } : { inputText: text, temperature: 0.7, top_p: 0.9 }; ${invoked}`,
    ],
    [
      'another Claude',
      `const body = modelId.includes('claude-3') ? { ${claude}, temperature: 0.7, top_p: 0.9 } : { ${claude}, temperature: 0.7 }; ${invoked}`,
    ],
    [
      'who asks for it',
      `const body = isClaude ? { ${claude}, temperature: 0.7, ...(options.wide && { top_p: 0.9 }) } : { inputText: text }; ${invoked}`,
    ],
    [
      'who gives it',
      `const body = isClaude ? { ${claude}, temperature: 0.7, top_p: options.topP } : { inputText: text }; ${invoked}`,
    ],
    [
      'one of two bodies for Claude',
      `const body = options.wide ? { ${claude}, temperature: 0.7, top_p: 0.9 } : { ${claude}, temperature: 0.7 }; ${invoked}`,
    ],
    [
      'it where somebody wants more',
      'return client.send(new ConverseCommand({ modelId, messages, inferenceConfig: isSonnet && options.wide ? { temperature: 0.7, topP: 0.9 } : {} }));',
    ],
  ])('keeps none from what a branch sends for %s', (_, request) => {
    expect(answered({ 'app/client.ts': chosen(request) })).toEqual({ holds: true });
  });

  const reader = (read: string, model = 'modelId') =>
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
export async function ask(modelId: string, messages: Message[]) {
  const { output } = await client.send(new ConverseCommand({ modelId: ${model}, messages }));
  ${read}
}
`;

  it('keeps them where an answer is read by its first block alone, and theirs may begin with another', () => {
    const files = {
      'app/client.ts': reader(
        'const block = output?.message?.content?.[0]; if (!block?.text) throw new TypeError(); show(block); return block.text;',
      ),
    };
    expect(answered(files, { from, to: newest })).toEqual({
      holds: false,
      why: `app/client.ts:5 reads the first block of an answer of a model that is not known there, and with \`${newest}\` it may have no text (no-first-block-text)`,
    });
    expect(answered(files)).toEqual({ holds: true });
    expect(answered(files, { from: newest, to: newest })).toEqual({ holds: true });
  });

  it.each([
    ['every block', "return output?.message?.content?.map(({ text }) => text).join('');"],
    ['what code asks for', 'return output?.message?.content?.find((block) => block.text)?.text;'],
  ])('keeps none where an answer is read by %s', (_, read) => {
    expect(answered({ 'app/client.ts': reader(read) }, { from, to: newest })).toEqual({ holds: true });
  });

  const body = (pair: string) =>
    `export class Claude {\n  body(messages) {\n    return { anthropic_version: 'bedrock-2023-05-31', max_tokens: 900, messages, ${pair} };\n  }\n}\n`;

  it('may be a body that no call is seen to send', () => {
    expect(answered({ 'app/claude.js': body('temperature: 0.2, top_p: 0.9') })).toEqual({
      holds: false,
      why: `app/claude.js:3 has a request for a model that is not known there, which \`${to}\` refuses (no-conflicting-sampling)`,
    });
  });

  it('may be such a body for what a model takes no more', () => {
    const files = { 'app/claude.js': body('temperature: 0.2, top_p: 0.9') };
    expect(answered(files, { from, to: newest })).toEqual({
      holds: false,
      why: `app/claude.js:3 has a request for a model that is not known there, which \`${newest}\` refuses (no-removed-sampling)`,
    });
    expect(answered(files, { from: newest, to: newest }).holds).toBe(true);
  });

  it.each([
    ['its values are not known', { 'app/claude.js': body('temperature: this.temperature, top_p: this.topP') }],
    ['it gives one of them', { 'app/claude.js': body('temperature: 0.2') }],
    ['it is a test', { 'app/claude.test.js': body('temperature: 0.2, top_p: 0.9') }],
  ])('is no such body where %s', (_, files) => {
    expect(answered(files)).toEqual({ holds: true });
  });
});
