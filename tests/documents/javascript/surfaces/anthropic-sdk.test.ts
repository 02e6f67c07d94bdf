import { describe, expect, it } from 'vitest';
import { siteIn, sitesIn } from './sites.js';

const sdk = `import AnthropicBedrock, { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';\nconst client = new AnthropicBedrock();\n`;

describe('the request of the Messages API', () => {
  it.each([
    ['create', 'client.messages.create', 'object'],
    ['stream', 'client.messages.stream', 'eventStream'],
    ['parse', 'client.messages.parse', 'object'],
    ['beta', 'client.beta.messages.create', 'object'],
  ])('is read for %s', (_, method, shape) => {
    const call = `${method}({ model: 'm', max_tokens: 9, system: S, messages: M, tools: T, betas: ['b'] })`;
    expect(siteIn(`${sdk}const r = await ${call};`)).toMatchObject({
      surface: 'AnthropicBedrock',
      models: [`'m'`],
      dialect: 'messages',
      system: ['S'],
      messages: ['M'],
      tools: ['T'],
      maxTokens: '9',
      isComplete: true,
      answers: [call],
      shape,
    });
  });

  it('streams when it says so', () => {
    const source = `${sdk}client.messages.create({ model: 'm', messages: [], stream: true });`;
    expect(siteIn(source).shape).toBe('eventStream');
  });

  it('is built in steps', () => {
    const source = `${sdk}const params: any = { model: 'm', messages: [] };\nif (x) params.system = S;\nclient.messages.create(params);`;
    expect(siteIn(source)).toMatchObject({ models: [`'m'`], system: ['S'], isComplete: true });
  });

  it('goes to bedrock-mantle through its own client', () => {
    const source = `${sdk}new AnthropicBedrockMantle({}).messages.create({ model: 'm', system: S, messages: [] });`;
    expect(siteIn(source)).toMatchObject({ surface: 'AnthropicBedrockMantle', system: ['S'] });
  });

  it('gives no answer when tokens are counted', () => {
    expect(siteIn(`${sdk}client.messages.countTokens({ model: 'm', messages: [] });`).answers).toEqual([]);
  });

  it.each([
    ['the direct API', `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();`],
    ['a class of one’s own', `class AnthropicBedrock {\n  messages: any;\n}\nconst client = new AnthropicBedrock();`],
    [
      'a package that looks alike',
      `import { AnthropicBedrock } from 'bedrock-sdk';\nconst client = new AnthropicBedrock();`,
    ],
  ])('is not that of %s', (_, before) => {
    expect(sitesIn(`${before}\nclient.messages.create({ model: 'm', system: S, messages: [] });`)).toEqual([]);
  });
});
