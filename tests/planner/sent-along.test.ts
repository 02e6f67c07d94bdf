import { expect, it } from 'vitest';
import type { FilePort } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/open.js';
import { createSentAlong } from '../../src/planner/sent-along.js';
import { createUnitCalls } from '../../src/planner/unit-calls.js';

const from = 'us.anthropic.claude-3-5-sonnet-20241022-v2:0';
const why = '`temperature` is set beside it';
const settings = `export const settings = { modelId: process.env.MODEL_ID ?? '${from}', temperature: 0.2 };\n`;
const sdk = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { settings } from './settings';
const client = new BedrockRuntimeClient({});
`;
const converse = (model: string, inferenceConfig: string) =>
  `export const ask = (messages: Message[]) => client.send(new ConverseCommand({ modelId: ${model}, messages, inferenceConfig: ${inferenceConfig} }));\n`;
const invoke = (body: string) =>
  `export const tell = (messages: Message[]) => client.send(new InvokeModelCommand({ modelId: settings.modelId, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 300, messages, ${body} }) }));\n`;

/** What is answered for the ID in `app/settings.ts`. */
function answered(
  files: Readonly<Record<string, string>>,
  names: readonly ('temperature' | 'topP')[] = ['temperature'],
) {
  const all: Readonly<Record<string, string>> = { 'app/settings.ts': settings, ...files };
  const port: FilePort = {
    read: (name) => all[name] ?? null,
    resolveModule: (_, specifier) => `app/${specifier.slice('./'.length)}.ts`,
    resolvePackage: () => null,
  };
  const documents = new Map(
    Object.entries(all).map(([name, text]) => [name, openDocument({ path: name, text, files: port })]),
  );
  const callsOf = createUnitCalls(documents, (name) => name.split('/')[0] ?? '');
  return createSentAlong({ documents, callsOf })({ kind: 'sentAlong', from, settings: names, why }, 'app/settings.ts');
}

it.each([
  ['Converse', { 'app/bot.ts': sdk + converse('settings.modelId', '{ temperature: settings.temperature }') }],
  ['a body', { 'app/bot.ts': sdk + invoke('temperature: settings.temperature ?? 0.1') }],
  ['a branch', { 'app/bot.ts': sdk + invoke('...(settings.temperature && { temperature: settings.temperature })') }],
  [
    'one of two calls',
    {
      'app/bot.ts': sdk + invoke('top_p: 0.1'),
      'app/cli.ts': sdk + converse('settings.modelId', '{ temperature: 0 }'),
    },
  ],
])('what stands beside an ID is seen to be sent along by %s', (_, files) => {
  expect(answered(files)).toEqual({ holds: true });
});

it('is so of each of several settings', () => {
  const files = { 'app/bot.ts': sdk + invoke('temperature: settings.temperature') };
  expect(answered(files, ['temperature', 'topP'])).toEqual({ holds: false, why });
  expect(
    answered({ ...files, 'app/cli.ts': sdk + converse('settings.modelId', '{ topP: 0.2 }') }, ['temperature', 'topP']),
  ).toEqual({ holds: true });
});

it.each([
  ['no call takes the ID', {}],
  [
    'a call takes another',
    { 'app/bot.ts': sdk + converse("'us.anthropic.claude-opus-4-6-v1'", '{ temperature: 0.2 }') },
  ],
  ['the call that takes it does not send it', { 'app/bot.ts': sdk + converse('settings.modelId', '{ maxTokens: 9 }') }],
  ['what the call sends is not known', { 'app/bot.ts': sdk + converse('settings.modelId', 'given') }],
  ['a test calls it', { 'app/bot.test.ts': sdk + converse('settings.modelId', '{ temperature: 0.2 }') }],
  ['the call is in another unit', { 'web/bot.ts': sdk + converse('settings.modelId', '{ temperature: 0.2 }') }],
])('nothing is seen where %s', (_, files) => {
  expect(answered(files)).toEqual({ holds: false, why });
});
