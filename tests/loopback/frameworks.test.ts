import { ChatBedrockConverse } from '@langchain/aws';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { Agent, BedrockModel } from '@strands-agents/sdk';
import { describe, expect, it } from 'vitest';
import { aiSdkMajors } from './ai-sdk.js';
import { awsClient, credentials, region } from './clients.js';
import { answer, contextWindowExceeded, refusal, throttled, truncated } from './replies.js';
import { startBedrock } from './start-bedrock.js';

const model = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const long = 'Answer in one short sentence. '.repeat(340);

describe.each(aiSdkMajors)('AI SDK $major', ({ generate, stream, otherReason }) => {
  it('reads what it wrote', async () => {
    await using bedrock = await startBedrock();
    expect(await generate(bedrock.url, model, long)).toMatchObject({ text: 'Hello from Bedrock.', cacheReadTokens: 0 });
    expect(await generate(bedrock.url, model, long)).toMatchObject({ finishReason: 'stop', cacheReadTokens: 2550 });
    expect(bedrock.requests).toMatchObject([{ operation: 'Converse', protocol: 'HTTP/1.1' }, { modelId: model }]);
  });

  it('has its own words for why the model stopped', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([refusal(), truncated('So'), contextWindowExceeded('So'), answer('So it goes.')]);
    const seen = [];
    for (const _ of [1, 2, 3]) seen.push((await generate(bedrock.url, model, long)).finishReason);
    expect(seen).toEqual(['content-filter', 'length', otherReason]);
    expect(await stream(bedrock.url, model)).toEqual({ text: 'So it goes.', finishReason: 'stop' });
  });

  it('meets errors', async () => {
    await using bedrock = await startBedrock({ reply: throttled });
    await expect(generate(bedrock.url, model, long)).rejects.toThrow('Too many requests');
  });
});

describe('LangChain.js', () => {
  const chat = (url: string) => new ChatBedrockConverse({ model, region, client: awsClient(url), maxRetries: 0 });

  it('reads what it wrote', async () => {
    await using bedrock = await startBedrock();
    const system = new SystemMessage({
      content: [
        { type: 'text', text: long },
        { type: 'cachePoint', cachePoint: { type: 'default' } },
      ],
    });
    const ask = () => chat(bedrock.url).invoke([system, new HumanMessage('Why?')]);
    expect(await ask()).toMatchObject({
      usage_metadata: { input_token_details: { cache_read: 0, cache_creation: 2550 } },
    });
    expect(await ask()).toMatchObject({
      usage_metadata: { input_token_details: { cache_read: 2550, cache_creation: 0 } },
    });
  });

  it('has a text for content while the model writes one block, and a list once it reasons first', async () => {
    await using bedrock = await startBedrock();
    const reasoned = answer('So it goes.', {
      content: [
        { type: 'thinking', thinking: 'Hm.', signature: 's' },
        { type: 'text', text: 'So it goes.' },
      ],
    });
    bedrock.script([answer('So it goes.'), reasoned]);
    const [plain, thoughtful] = [await chat(bedrock.url).invoke('Why?'), await chat(bedrock.url).invoke('Why?')];
    expect(plain.content).toBe('So it goes.');
    expect(thoughtful.content).toMatchObject([{ type: 'reasoning' }, { type: 'text', text: 'So it goes.' }]);
    expect([plain.text, thoughtful.text]).toEqual(['So it goes.', 'So it goes.']);
  });

  it('drops the mark of Messages without a word', async () => {
    await using bedrock = await startBedrock();
    const system = new SystemMessage({ content: [{ type: 'text', text: long, cache_control: { type: 'ephemeral' } }] });
    await chat(bedrock.url).invoke([system, new HumanMessage('Why?')]);
    expect(bedrock.requests).toMatchObject([
      { body: { system: [{ text: long }] }, result: { usage: { cacheWrites: [] } } },
    ]);
  });

  it('hands on why the model stopped', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([refusal(), refusal()]);
    const { response_metadata, content } = await chat(bedrock.url).invoke('Why?');
    expect({ reason: response_metadata['stopReason'], content }).toEqual({
      reason: 'content_filtered',
      content: '',
    });
    const chunks = [];
    for await (const chunk of await chat(bedrock.url).stream('Why?')) chunks.push(chunk.response_metadata);
    expect(chunks).toContainEqual(expect.objectContaining({ messageStop: { stopReason: 'content_filtered' } }));
  });
});

describe('Strands', () => {
  const agent = (url: string, systemPrompt: ConstructorParameters<typeof Agent>[0]) =>
    new Agent({
      ...systemPrompt,
      model: new BedrockModel({ modelId: model, region, clientConfig: { endpoint: url, credentials } }),
      printer: false,
    });

  it('reads what it wrote', async () => {
    await using bedrock = await startBedrock();
    const systemPrompt = [{ text: long }, { cachePoint: { cacheType: 'default' as const } }];
    await agent(bedrock.url, { systemPrompt }).invoke('Why?');
    await agent(bedrock.url, { systemPrompt }).invoke('Why?');
    expect(bedrock.requests).toMatchObject([
      { operation: 'ConverseStream', result: { usage: { cacheReadTokens: 0 } } },
      { result: { usage: { cacheReadTokens: 2550 } } },
    ]);
  });

  it('has its own words for why the model stopped', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([refusal(), contextWindowExceeded('So')]);
    const { stopReason } = await agent(bedrock.url, {}).invoke('Why?');
    expect(stopReason).toBe('contentFiltered');
  });
});
