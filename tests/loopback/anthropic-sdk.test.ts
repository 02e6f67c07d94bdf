import { describe, expect, it } from 'vitest';
import { AnthropicBedrock as AnthropicBedrock0 } from 'anthropic-bedrock0';
import { anthropicClient, credentials, mantleClient, region } from './clients.js';
import { answer, blocked, contextWindowExceeded, refusal, throttled, toolUse } from './replies.js';
import { startBedrock } from './start-bedrock.js';

const opus = 'global.anthropic.claude-opus-4-8';
const long = 'Answer in one short sentence. '.repeat(340);
const question = { max_tokens: 64, messages: [{ role: 'user' as const, content: 'Hello?' }] };

describe('AnthropicBedrock', () => {
  it('creates a message through InvokeModel, with the version of its API in the body', async () => {
    await using bedrock = await startBedrock();
    const message = await anthropicClient(bedrock.url).messages.create({ model: opus, ...question });
    expect(message).toMatchObject({
      content: [{ type: 'text', text: 'Hello from Bedrock.' }],
      stop_reason: 'end_turn',
    });
    expect(bedrock.requests).toMatchObject([
      { operation: 'InvokeModel', modelId: opus, protocol: 'HTTP/1.1', body: { anthropic_version: '2026-10-21' } },
    ]);
  });

  it('streams a message', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([toolUse('look', { at: 'it' }, { text: 'One moment.' }), refusal({ partial: 'How to' })]);
    const client = anthropicClient(bedrock.url);
    const first = await client.messages.stream({ model: opus, ...question }).finalMessage();
    expect(first).toMatchObject({
      content: [
        { type: 'text', text: 'One moment.' },
        { type: 'tool_use', id: 'toolu_1', name: 'look', input: { at: 'it' } },
      ],
      stop_reason: 'tool_use',
    });
    const second = await client.messages.stream({ model: opus, ...question }).finalMessage();
    expect(second).toMatchObject({
      content: [{ type: 'text', text: 'How to' }],
      stop_reason: 'refusal',
      stop_details: { category: 'cyber' },
    });
  });

  it('meets a stream that fails in the middle', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([answer('One two three', { break: { after: 3, by: 'exception' } })]);
    const stream = anthropicClient(bedrock.url).messages.stream({ model: opus, ...question });
    await expect(stream.finalMessage()).rejects.toThrow('The model failed while it was answering.');
  });

  it('meets errors by their status', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([throttled()]);
    const client = anthropicClient(bedrock.url);
    await expect(client.messages.create({ model: opus, ...question })).rejects.toMatchObject({ status: 429 });
    const model = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
    await expect(client.messages.create({ model, ...question })).rejects.toThrow(
      'anthropic_version: "2026-10-21" is not supported for this model.',
    );
  });

  it('reaches older models by its line 0', async () => {
    await using bedrock = await startBedrock();
    const client = new AnthropicBedrock0({
      awsRegion: region,
      awsAccessKey: credentials.accessKeyId,
      awsSecretKey: credentials.secretAccessKey,
      baseURL: bedrock.url,
      maxRetries: 0,
    });
    const model = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
    bedrock.script([contextWindowExceeded('So far')]);
    await expect(client.messages.create({ model, ...question })).resolves.toMatchObject({
      stop_reason: 'model_context_window_exceeded',
    });
    expect(bedrock.requests).toMatchObject([{ body: { anthropic_version: 'bedrock-2023-05-31' } }]);
  });

  it('reads what it wrote', async () => {
    await using bedrock = await startBedrock();
    const client = anthropicClient(bedrock.url);
    const system = [{ type: 'text' as const, text: long, cache_control: { type: 'ephemeral' as const } }];
    const ask = async () => (await client.messages.create({ model: opus, system, ...question })).usage;
    expect(await ask()).toMatchObject({
      input_tokens: 2,
      cache_creation_input_tokens: 3315,
      cache_read_input_tokens: 0,
    });
    expect(await ask()).toMatchObject({
      input_tokens: 2,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 3315,
    });
  });
});

describe('AnthropicBedrockMantle', () => {
  const model = 'anthropic.claude-haiku-4-5';

  it('creates and streams messages by bare IDs', async () => {
    await using bedrock = await startBedrock();
    const client = mantleClient(bedrock.url);
    bedrock.script([answer('Once.'), blocked('Twice.')]);
    await expect(client.messages.create({ model: 'anthropic.claude-opus-4-7', ...question })).resolves.toMatchObject({
      content: [{ text: 'Once.' }],
    });
    const streamed = await client.messages.stream({ model: 'anthropic.claude-opus-4-7', ...question }).finalMessage();
    expect(streamed).toMatchObject({ content: [{ text: 'Twice.' }], stop_reason: 'end_turn' });
    expect(bedrock.requests).toMatchObject([{ operation: 'MantleMessages' }, { operation: 'MantleMessages' }]);
  });

  it('knows no profiles, and refuses its new version for older models', async () => {
    await using bedrock = await startBedrock();
    const client = mantleClient(bedrock.url);
    await expect(client.messages.create({ model: opus, ...question })).rejects.toMatchObject({ status: 404 });
    await expect(client.messages.create({ model, ...question })).rejects.toThrow('anthropic_version');
  });
});
