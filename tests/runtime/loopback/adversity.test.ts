import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { Agent } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectStream, converse, converseStream, createRouter, perCall, textOf, withThinking } from '../../../src/runtime/src/index.js';
import type { CallOptions, ConverseInput } from '../../../src/runtime/src/index.js';
import { awsClient, credentials, region } from '../../loopback/clients.js';
import { answer, hang, refusal, throttled, toolUse, unavailable, failure } from '../../loopback/replies.js';
import { startBedrock } from '../../loopback/start-bedrock.js';
import type { Bedrock } from '../../loopback/start-bedrock.js';

const haiku = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const haikuUs = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const sonnet = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus = 'global.anthropic.claude-opus-4-8';
const long = 'One two three four five six seven eight nine ten. '.repeat(4);

let bedrock: Bedrock;
beforeEach(async () => { bedrock = await startBedrock(); });
afterEach(() => bedrock.close());
const ask = (text: string): ConverseInput => ({ messages: [{ role: 'user', content: [{ text }] }] });
const call = (input: ConverseInput, options: CallOptions = {}, client = awsClient(bedrock.url)) => converse(client, input, { command: ConverseCommand, ...options });
const open = (options: CallOptions = {}, client = awsClient(bedrock.url), input: ConverseInput = { modelId: haiku, ...ask('Hello') }) => converseStream(client, input, { command: ConverseStreamCommand, ...options });
const asked = () => bedrock.requests.map(({ modelId }) => modelId);
const agentOf = (maxSockets: number) => { const agent = new Agent({ keepAlive: true, maxSockets }); return { agent, client: new BedrockRuntimeClient({ region, credentials, endpoint: bedrock.url, maxAttempts: 1, requestHandler: new NodeHttpHandler({ httpAgent: agent }) }) }; };

describe('sockets', () => {
  it('refused stream replaced frees its socket', async () => {
    const { agent, client } = agentOf(1);
    bedrock.script([refusal(), answer(long)]);
    const { stream } = await open({ onRefusal: () => opus, deadline: 2000 }, client);
    let text = '';
    for await (const e of stream) text += e.contentBlockDelta?.delta?.text ?? '';
    expect(text).toBe(long);
    agent.destroy();
  });
  it('onUsage that throws on a refused stream frees', async () => {
    const { agent, client } = agentOf(1);
    bedrock.script([refusal(), answer(long)]);
    await expect(open({ onRefusal: () => opus, onUsage: () => { throw new Error('bug'); } }, client)).rejects.toThrow('bug');
    await new Promise((r) => setTimeout(r, 50));
    expect(Object.values(agent.sockets).flat().length).toBe(0);
    agent.destroy();
  });
  it('onAttempt that throws on an opened stream frees', async () => {
    const { agent, client } = agentOf(1);
    bedrock.script([answer(long.repeat(200), { break: { after: 30, by: 'hang' } })]);
    await expect(open({ onAttempt: () => { throw new Error('bug'); } }, client)).rejects.toThrow('bug');
    await new Promise((r) => setTimeout(r, 50));
    expect(Object.values(agent.sockets).flat().length).toBe(0);
    agent.destroy();
  });
  it('return before first next frees', async () => {
    const { agent, client } = agentOf(1);
    bedrock.script([answer(long, { break: { after: 3, by: 'hang' } })]);
    const { stream } = await open({}, client);
    await stream.return();
    await new Promise((r) => setTimeout(r, 50));
    expect(Object.values(agent.sockets).flat().length).toBe(0);
    agent.destroy();
  });
  it('break frees', async () => {
    const { agent, client } = agentOf(1);
    bedrock.script([answer(long, { break: { after: 3, by: 'hang' } })]);
    const { stream } = await open({}, client);
    for await (const _ of stream) break;
    await new Promise((r) => setTimeout(r, 50));
    expect(Object.values(agent.sockets).flat().length).toBe(0);
    agent.destroy();
  });
});

describe('collectStream', () => {
  it('outcome asked for while reading does not steal text', async () => {
    bedrock.script([answer(long)]);
    const a = collectStream(await awsClient(bedrock.url).send(new ConverseStreamCommand({ modelId: haiku, messages: [{ role: 'user', content: [{ text: 'x' }] }] })));
    const outcome = a.outcome();
    let text = '';
    for await (const p of a) text += p;
    expect((await outcome).kind).toBe('complete');
    expect(text).toBe(long);
  });
  it('collects what converseStream gives', async () => {
    bedrock.script([answer(long)]);
    const result = await open();
    const a = collectStream(result);
    expect((await a.outcome())).toMatchObject({ kind: 'complete', text: long });
    expect(result.call.modelId).toBe(haiku);
  });
});

describe('errors', () => {
  it.each([500, 502, 504])('%i', async (status) => {
    bedrock.script([failure(status, 'InternalServerException', 'x')]);
    const r = await call({ modelId: haiku, ...ask('Hello') }, { fallback: [haikuUs] }).then((x) => x.call.modelId, (e) => e.name);
    console.log(status, r);
  });
  it('connection refused', async () => {
    const r = await call({ modelId: haiku, ...ask('Hello') }, { fallback: [haikuUs] }, awsClient('http://127.0.0.1:1')).then((x) => x.call.modelId, (e) => [e.name, e.code, e.message]);
    console.log(r);
  });
  it('no model', async () => {
    console.log(await call(ask('x')).catch((e) => [e.name, e.message]));
  });
  it('thinking mid tool loop with a change of model', async () => {
    const thinking = withThinking(sonnet, { budgetTokens: 1024 });
    const router = createRouter({ complex: { modelId: sonnet, thinking, maxTokens: 3000 } });
    const tools = { tools: [{ toolSpec: { name: 'look', inputSchema: { json: { type: 'object' } } } }] };
    const messages: ConverseInput['messages'] = [ { role: 'user', content: [{ text: 'Analyze' }] }, { role: 'assistant', content: [{ reasoningContent: { reasoningText: { text: 'x', signature: 'c2ln' } } }, { toolUse: { toolUseId: 'a', name: 'look', input: {} } }] }, { role: 'user', content: [{ toolResult: { toolUseId: 'a', content: [{ text: 'x' }] } }] }];
    console.log(JSON.stringify(await call({ messages, toolConfig: tools }, { router, previous: { modelId: opus, tier: 'complex' } }).then((r) => r.call, (e) => [e.name, e.message])));
  });
  it('thinking budget above own maxTokens', async () => {
    const router = createRouter({ complex: { modelId: sonnet, thinking: withThinking(sonnet, { budgetTokens: 4096 }), maxTokens: 16000 } });
    console.log(JSON.stringify(await call({ ...ask('Analyze this.'), inferenceConfig: { maxTokens: 1000 } }, { router }).then((r) => r.call, (e) => [e.name, e.message])));
    console.log(JSON.stringify(await call({ ...ask('Analyze this.'), inferenceConfig: { temperature: 0 } }, { router }).then((r) => r.call, (e) => [e.name, e.message])));
  });
  it('sampling on fallback model', async () => {
    bedrock.script([throttled()]);
    console.log(JSON.stringify(await call({ modelId: sonnet, ...ask('Analyze this.'), inferenceConfig: { temperature: 0 } }, { fallback: [opus] }).then((r) => r.call, (e) => [e.name, e.message])));
  });
  it('refusal then throttled other', async () => {
    bedrock.script([refusal(), throttled()]);
    console.log(JSON.stringify(await call({ modelId: sonnet, ...ask('Analyze this.') }, { fallback: [haiku], onRefusal: () => opus }).then((r) => r.call, (e) => [e.name, e.message])), asked());
  });
  it('10 MB', async () => {
    const t = performance.now();
    const r = await call({ system: [{ text: 'a b '.repeat(2_500_000) }], ...ask('analyze '.repeat(1_250_000)) }, { router: createRouter(), cache: { history: true } }).then((r) => r.call, (e) => [e.name, e.message]);
    console.log(JSON.stringify(r), performance.now() - t);
  });
  it('empty', async () => {
    bedrock.script([answer(''), answer('x', { omitsUsage: true })]);
    const r = await call({ modelId: haiku, ...ask('Hello') });
    expect([textOf(r), r.call.attempts[0]?.outcome]).toEqual(['', 'complete']);
    const used: unknown[] = [];
    await call({ modelId: haiku, ...ask('Hello') }, { onUsage: (u) => used.push(u) });
    console.log(used);
  });
  it('per call, bad arn', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6';
    const b2 = await startBedrock({ accountModels: { [arn]: haiku } });
    const system = [{ text: 'You answer. '.repeat(3000) }, perCall({ text: 'Today' })];
    const r1 = await call({ modelId: arn, system, ...ask('Hello') }, { cache: true }, awsClient(b2.url));
    const r2 = await call({ modelId: arn, system, ...ask('Hello') }, { cache: true }, awsClient(b2.url));
    console.log(r1.usage, r2.usage);
    await b2.close();
  });
});
