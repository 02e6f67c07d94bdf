import { ConverseCommand, ConverseStreamCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import type { ConverseCommandInput, Message } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { collectStream } from '../../../src/runtime/src/collect-stream.js';
import { cacheSystem, perCall, withCacheControl, withPromptCaching } from '../../../src/runtime/src/index.js';
import { CacheMonitor, cacheUsage } from '../../../src/runtime/src/metrics.js';
import { anthropicClient, awsClient } from '../../loopback/clients.js';
import { startBedrock } from '../../loopback/start-bedrock.js';

const modelId = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus = 'global.anthropic.claude-opus-4-8';
const handbook = 'Answer in one short sentence. '.repeat(340);

function user(text: string): Message {
  return { role: 'user', content: [{ text }] };
}

const request: ConverseCommandInput = {
  modelId,
  system: [{ text: handbook }, perCall({ text: 'It is noon.' })],
  messages: [user('Why?')],
  toolConfig: {
    tools: [{ toolSpec: { name: 'look', description: handbook, inputSchema: { json: { type: 'object' } } } }],
  },
};

describe('withPromptCaching', () => {
  it('lets the second call read what the first one wrote, whatever changes after the mark', async () => {
    await using bedrock = await startBedrock();
    const client = awsClient(bedrock.url);
    const ask = async (noon: string) => {
      const system = [{ text: handbook }, perCall({ text: noon })];
      const output = await client.send(new ConverseCommand(withPromptCaching({ ...request, system })));
      return cacheUsage(output.usage);
    };
    expect(await ask('It is noon.')).toMatchObject({ readTokens: 0, hitRate: 0 });
    const second = await ask('It is one.');
    expect(second.readTokens).toBeGreaterThan(4000);
    expect(second.hitRate).toBeGreaterThan(0.9);
  });

  it('does for a stream what it does for a response', async () => {
    await using bedrock = await startBedrock();
    const client = awsClient(bedrock.url);
    const rates = [];
    for (const _ of [1, 2]) {
      const output = await client.send(new ConverseStreamCommand(withPromptCaching(request)));
      rates.push(cacheUsage(await collectStream(output).response()).hitRate);
    }
    expect(rates).toEqual([0, expect.any(Number)]);
    expect(rates[1]).toBeGreaterThan(0.9);
  });

  it('keeps a conversation cached, turn after turn', async () => {
    await using bedrock = await startBedrock();
    const client = awsClient(bedrock.url);
    const monitor = new CacheMonitor();
    let messages: Message[] = [user(handbook)];
    for (const question of ['Why?', 'How?', 'When?', 'Who?', 'Where?', 'What?']) {
      const input = { ...request, messages };
      const { output, usage } = await client.send(new ConverseCommand(withPromptCaching(input, { history: true })));
      monitor.record(modelId, usage, messages.length);
      messages = [...messages, ...(output?.message ? [output.message] : []), user(question)];
    }
    expect(bedrock.requests.map(({ result }) => result?.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(monitor.report(modelId).hitRate).toBeGreaterThan(0.8);
  });

  it('sends an hour where the model offers it, five minutes where not', async () => {
    await using bedrock = await startBedrock();
    const client = awsClient(bedrock.url);
    for (const model of [modelId, 'us.anthropic.claude-opus-4-1-20250805-v1:0']) {
      await client.send(new ConverseCommand(withPromptCaching({ ...request, modelId: model }, { ttl: '1h' })));
    }
    expect(bedrock.requests.map(({ result }) => result?.status)).toEqual([200, 200]);
    bedrock.advance({ minutes: 30 });
    const again = new ConverseCommand(withPromptCaching(request, { ttl: '1h' }));
    expect(cacheUsage((await client.send(again)).usage).hitRate).toBeGreaterThan(0.9);
  });
});

describe('cacheSystem', () => {
  it('is cached by itself', async () => {
    await using bedrock = await startBedrock();
    const client = awsClient(bedrock.url);
    const reads = [];
    for (const noon of ['noon', 'one']) {
      const system = cacheSystem(handbook, perCall(noon));
      const { usage } = await client.send(new ConverseCommand({ modelId, system, messages: [user('Why?')] }));
      reads.push(cacheUsage(usage).readTokens);
    }
    expect(reads).toEqual([0, expect.any(Number)]);
    expect(reads[1]).toBeGreaterThan(1024);
  });
});

describe('withCacheControl', () => {
  const body = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 64,
    system: handbook,
    messages: [{ role: 'user' as const, content: 'Why?' }],
  };

  it('lets the second InvokeModel read what the first one wrote', async () => {
    await using bedrock = await startBedrock();
    const client = awsClient(bedrock.url);
    const rates = [];
    for (const content of ['Why?', 'How?']) {
      const cached = withCacheControl({ ...body, messages: [{ role: 'user', content }] }, { models: modelId });
      const output = await client.send(new InvokeModelCommand({ modelId, body: JSON.stringify(cached) }));
      rates.push(cacheUsage(JSON.parse(output.body.transformToString())).hitRate);
    }
    expect(rates).toEqual([0, expect.any(Number)]);
    expect(rates[1]).toBeGreaterThan(0.9);
  });

  it('takes the parameters of the Anthropic SDK, a conversation included', async () => {
    await using bedrock = await startBedrock();
    const client = anthropicClient(bedrock.url);
    const { system, messages } = body;
    const params = { model: opus, max_tokens: 64, system, messages };
    await client.messages.create(withCacheControl(params, { history: true }));
    const { usage } = await client.messages.create(withCacheControl(params, { history: true }));
    expect(cacheUsage(usage).hitRate).toBe(1);
  });
});
