import { expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import type { FilePort } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/open.js';
import { createSentMessages } from '../../src/planner/sent-messages.js';
import { createUnitCalls } from '../../src/planner/unit-calls.js';
import { createPolicy } from '../../src/policy/index.js';
import { asOf } from '../rules/run-rule.js';

const from = 'anthropic.claude-v2:1';
const sdk = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { BEST, MODEL } from './models';
const client = new BedrockRuntimeClient({});
`;
const models = `export const MODEL = '${from}';\nexport const BEST = 'us.anthropic.claude-opus-4-6-v1';\n`;
const messages = `messages: [{ role: 'user', content: [{ text }] }]`;
const converse = (model: string) =>
  `export const talk = (text: string, given: string) => client.send(new ConverseCommand({ modelId: ${model}, ${messages} }));\n`;
const invoke = (model: string, body: string) =>
  `export const ask = (text: string, given: string) => client.send(new InvokeModelCommand({ modelId: ${model}, body: JSON.stringify(${body}) }));\n`;
const completion = '{ prompt: `\\n\\nHuman: ${text}\\n\\nAssistant:`, max_tokens_to_sample: 300 }';
const messagesBody = `{ anthropic_version: 'bedrock-2023-05-31', max_tokens: 300, ${messages} }`;

/** What is answered for the ID in `app/models.ts`. */
function answered(files: Readonly<Record<string, string>>, path = 'app/models.ts') {
  const all: Readonly<Record<string, string>> = { 'app/models.ts': models, ...files };
  const port: FilePort = {
    read: (name) => all[name] ?? null,
    resolveModule: (_, specifier) => `app/${specifier.slice('./'.length)}.ts`,
    resolvePackage: () => null,
  };
  const documents = new Map(
    Object.entries(all).map(([name, text]) => [name, openDocument({ path: name, text, files: port })]),
  );
  const policy = createPolicy({ settings: {} }, { asOf, catalog });
  const unitOf = (name: string) => name.split('/')[0] ?? '';
  const callsOf = createUnitCalls(documents, unitOf);
  return createSentMessages({ documents, callsOf, unitOf, policy })({ kind: 'sentMessages', from }, path);
}

it.each([
  ['Converse', { 'app/bot.ts': sdk + converse('MODEL') }],
  ['Converse as one of several', { 'app/bot.ts': sdk + converse('given ?? MODEL') }],
  ['InvokeModel with messages', { 'app/bot.ts': sdk + invoke('MODEL', messagesBody) }],
  [
    'Converse beside a text completion of another model',
    { 'app/bot.ts': sdk + converse('MODEL') + invoke('BEST', completion) },
  ],
  [
    'Converse beside a text completion of another unit',
    { 'app/bot.ts': sdk + converse('MODEL'), 'old/bot.ts': sdk + invoke('given', completion) },
  ],
])('%s takes messages', (_, files) => {
  expect(answered(files)).toEqual({ holds: true });
});

const unseen = 'no call is seen to take it: where its request is a text completion, that must be rewritten with it';
const lone =
  'is of a text completion whose model is not known there: it may be this one, and must be rewritten with it';

it.each([
  ['no call', {}, unseen],
  ['a call of another model', { 'app/bot.ts': sdk + converse('BEST') }, unseen],
  ['a call in a test alone', { 'app/bot.test.ts': sdk + converse('MODEL') }, unseen],
  [
    'a text completion beside messages',
    { 'app/bot.ts': sdk + converse('MODEL'), 'app/old.ts': sdk + invoke('MODEL', completion) },
    'app/old.ts:4 sends it what is not seen to be messages: a text completion must be rewritten with it',
  ],
  [
    'a body that is not seen',
    { 'app/old.ts': sdk + invoke('MODEL', 'text') },
    'app/old.ts:4 sends it what is not seen to be messages: a text completion must be rewritten with it',
  ],
  [
    'a text completion of a model that only the program knows',
    { 'app/bot.ts': sdk + converse('MODEL'), 'app/old.ts': sdk + invoke('given', completion) },
    `app/old.ts:4 ${lone}`,
  ],
  [
    'a text completion that no call is seen to send',
    {
      'app/bot.ts': sdk + converse('MODEL'),
      'app/old.ts': sdk + `export const body = (text: string) => (${completion});\n`,
    },
    `app/old.ts:4 ${lone}`,
  ],
  [
    'a second place with the ID that nobody is seen to take',
    { 'app/bot.ts': sdk + converse('MODEL'), 'app/models.ts': `${models}export const OTHER = '${from}';\n` },
    unseen,
  ],
])('%s is no reason to move it', (_, files, why) => {
  expect(answered(files)).toEqual({ holds: false, why });
});

it('says nothing of what programs in any language read', () => {
  expect(answered({ 'app/.env': `MODEL_ID=${from}\n` }, 'app/.env')).toEqual({ holds: false, why: unseen });
});
