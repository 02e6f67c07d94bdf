import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
import {
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { ChatBedrockConverse } from '@langchain/aws';
import { generateText } from 'ai';
import { describe, expect, it } from 'vitest';
import { collectStream } from '../../../src/runtime/src/collect-stream.js';
import { assertComplete, IncompleteResponseError, stopOutcome } from '../../../src/runtime/src/index.js';
import type { StopKind } from '../../../src/runtime/src/index.js';
import { anthropicClient, awsClient, credentials, region } from '../../loopback/clients.js';
import { answer, blocked, contextWindowExceeded, refusal, toolUse, truncated } from '../../loopback/replies.js';
import type { Reply } from '../../loopback/replies.js';
import { startBedrock } from '../../loopback/start-bedrock.js';

const modelId = 'global.anthropic.claude-opus-4-8';
const body = JSON.stringify({
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Why?' }],
});
const converseInput = { modelId, messages: [{ role: 'user' as const, content: [{ text: 'Why?' }] }] };
const messagesInput = {
  model: modelId,
  max_tokens: 64,
  messages: [{ role: 'user' as const, content: 'Why?' }],
};

/** Asks one question and gives what a program would hand to the helpers. */
const surfaces: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  Converse: (url) => awsClient(url).send(new ConverseCommand(converseInput)),
  ConverseStream: async (url) =>
    collectStream(await awsClient(url).send(new ConverseStreamCommand(converseInput))).response(),
  InvokeModel: (url) => awsClient(url).send(new InvokeModelCommand({ modelId, body })),
  InvokeModelWithResponseStream: async (url) =>
    collectStream(await awsClient(url).send(new InvokeModelWithResponseStreamCommand({ modelId, body }))).response(),
  'Anthropic SDK': (url) => anthropicClient(url).messages.create(messagesInput),
  'Anthropic SDK, streamed': async (url) =>
    collectStream(await anthropicClient(url).messages.create({ ...messagesInput, stream: true })).response(),
  'AI SDK': (url) =>
    generateText({
      model: createAmazonBedrock({ region, ...credentials, baseURL: url })(modelId),
      prompt: 'Why?',
      maxRetries: 0,
    }),
  LangChain: (url) => chat(url).invoke('Why?'),
  'LangChain, streamed': async (url) => {
    const chunks = [];
    for await (const chunk of await chat(url).stream('Why?')) chunks.push(chunk);
    return chunks.reduce((whole, chunk) => whole.concat(chunk));
  },
};

function chat(url: string) {
  return new ChatBedrockConverse({ model: modelId, region, client: awsClient(url), maxRetries: 0 });
}

const endings: readonly (readonly [StopKind, Reply, text: string])[] = [
  ['complete', answer('So it is.'), 'So it is.'],
  ['complete', answer('So', { stop: 'stop_sequence' }), 'So'],
  ['toolUse', toolUse('look', { at: 'it' }, { text: 'One moment.' }), 'One moment.'],
  ['truncated', truncated('So it'), 'So it'],
  ['contextWindowExceeded', contextWindowExceeded('So it'), 'So it'],
  ['refused', refusal(), ''],
  ['refused', refusal({ partial: 'How to' }), 'How to'],
  ['unknown', answer('So', { stop: 'moon_phase' }), 'So'],
];

describe.each(Object.entries(surfaces))('%s', (_name, ask) => {
  it('ends as it did, with the text until then', async () => {
    await using bedrock = await startBedrock();
    bedrock.script(endings.map(([, reply]) => reply));
    const seen = [];
    for (const _ of endings) {
      const { kind, text } = stopOutcome(await ask(bedrock.url));
      seen.push([kind, text]);
    }
    expect(seen).toEqual(endings.map(([kind, , text]) => [kind, text]));
  });

  it('passes when complete or asking for a tool, and throws otherwise, with the ID of the request', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([answer('So it is.'), toolUse('look', { at: 'it' }), refusal()]);
    for (const _ of [1, 2]) {
      const response = await ask(bedrock.url);
      expect(assertComplete(response)).toBe(response);
    }
    const refused = await ask(bedrock.url);
    expect(() => assertComplete(refused)).toThrow(IncompleteResponseError);
    expect(() => assertComplete(refused)).toThrow(expect.objectContaining({ code: 'REFUSED', text: '' }));
  });
});

describe('a guardrail', () => {
  it.each(['Converse', 'ConverseStream', 'AI SDK', 'LangChain'])('is told from a refusal by %s', async (name) => {
    await using bedrock = await startBedrock();
    bedrock.script([blocked('Not here.')]);
    expect(stopOutcome(await surfaces[name]?.(bedrock.url))).toMatchObject({ kind: 'blocked', text: 'Not here.' });
  });
});

describe('what only some surfaces tell', () => {
  it.each(['InvokeModel', 'InvokeModelWithResponseStream', 'Anthropic SDK', 'Anthropic SDK, streamed'])(
    '%s says what was refused',
    async (name) => {
      await using bedrock = await startBedrock();
      bedrock.script([refusal()]);
      expect(stopOutcome(await surfaces[name]?.(bedrock.url))).toMatchObject({
        kind: 'refused',
        category: 'cyber',
        explanation: 'This request was declined.',
      });
    },
  );

  it.each(['Converse', 'ConverseStream', 'InvokeModel', 'InvokeModelWithResponseStream'])(
    '%s gives the ID of the request',
    async (name) => {
      await using bedrock = await startBedrock();
      const { requestId } = new IncompleteResponseError(await surfaces[name]?.(bedrock.url));
      expect(requestId).toMatch(/^[\w-]{8,}$/);
    },
  );
});
