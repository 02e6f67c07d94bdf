import { describe, expect, it } from 'vitest';
import { read } from '../read.js';
import { siteIn, sitesIn } from './sites.js';

const sdk = `import { generateText, streamText, generateObject, streamObject, ToolLoopAgent, wrapLanguageModel, defaultSettingsMiddleware, extractReasoningMiddleware, createProviderRegistry, customProvider } from 'ai';
import { bedrock, createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';\n`;

describe('a call of the AI SDK', () => {
  it.each([
    ['generateText', 'object'],
    ['generateObject', 'object'],
    ['streamText', 'eventStream'],
    ['streamObject', 'eventStream'],
  ])('is one call site, not two: %s', (name, shape) => {
    const call = `${name}({ model: bedrock('m'), system: S, prompt: P, tools: T, maxOutputTokens: 9 })`;
    expect(siteIn(`${sdk}${call};`)).toMatchObject({
      surface: 'AiSdk',
      node: call,
      models: [`'m'`],
      dialect: 'aiSdk',
      system: ['S'],
      messages: ['P'],
      tools: ['T'],
      maxTokens: '9',
      isComplete: true,
      answers: [call],
      shape,
    });
  });

  it('says `instructions` and `messages` too', () => {
    const source = `${sdk}generateText({ model: bedrock('m'), instructions: I, messages: M, providerOptions: { bedrock: { reasoningConfig: R } } });`;
    expect(siteIn(source)).toMatchObject({ system: ['I'], messages: ['M'], thinking: 'R' });
  });

  it.each([
    ['a variable', `const model = bedrock('m');\ngenerateText({ model, system: S });`],
    ['a provider of one’s own', `const p = createAmazonBedrock({});\ngenerateText({ model: p('m'), system: S });`],
    ['Anthropic’s provider', `generateText({ model: bedrockAnthropic('m'), system: S });`],
    ['options in a variable', `const options = { model: bedrock('m'), system: S };\ngenerateText(options);`],
    [
      'middleware',
      `const model = wrapLanguageModel({ model: bedrock('m'), middleware: extractReasoningMiddleware({ tagName: 't' }) });\ngenerateText({ model, system: S });`,
    ],
    [
      'default settings',
      `const model = wrapLanguageModel({ model: bedrock('m'), middleware: [defaultSettingsMiddleware({ settings: { system: S } })] });\ngenerateText({ model });`,
    ],
    [
      'a provider of models',
      `const own = customProvider({ languageModels: { fast: bedrock('m') } });\ngenerateText({ model: own.languageModel('fast'), system: S });`,
    ],
    [
      'a registry of such providers',
      `const registry = createProviderRegistry({ own: customProvider({ languageModels: { fast: bedrock('m') } }) });\ngenerateText({ model: registry.languageModel('own:fast'), system: S });`,
    ],
  ])('finds its model through %s', (_, body) => {
    expect(siteIn(sdk + body)).toMatchObject({ models: [`'m'`], system: ['S'], isComplete: true });
  });

  it('finds its model in a registry, by the part after the prefix', () => {
    const id = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
    const source = `${sdk}const registry = createProviderRegistry({ bedrock, other: x });
generateText({ model: registry.languageModel('bedrock:${id}'), prompt: 'p' });
registry.languageModel('bedrock:${id}');
registry.languageModel('other:${id}');`;
    expect(read(source).modelCalls.map(({ surface, model }) => [surface, model])).toMatchObject([
      ['AiSdk', { kind: 'text', text: id }],
      ['AiSdk', { kind: 'text', text: id }],
    ]);
    expect(read(source).modelReferences.map(({ position }) => position)).toEqual(['request', 'request', 'constant']);
  });

  it('has a model for each branch', () => {
    const source = `${sdk}generateText({ model: fast ? bedrock('a') : bedrock('b'), system: S });`;
    expect(siteIn(source).models).toEqual([`'a'`, `'b'`]);
  });

  it('is one for each call of a shared model', () => {
    const source = `${sdk}const model = bedrock('m');\ngenerateText({ model, system: A });\nstreamText({ model, system: B });`;
    expect(sitesIn(source).map(({ models, system }) => [...models, ...system])).toEqual([
      [`'m'`, 'A'],
      [`'m'`, 'B'],
    ]);
  });

  it('gives a model only the sampling that all its calls share', () => {
    const id = 'anthropic.claude-3-haiku-20240307-v1:0';
    const source = `${sdk}const model = bedrock('${id}');\ngenerateText({ model, temperature: 1, topP: 1 });\ngenerateText({ model });`;
    expect(read(source).modelReferences).toMatchObject([{ position: 'request', surface: 'AiSdk' }]);
    expect(read(source).modelReferences[0]?.sampling?.temperature ?? null).toBeNull();
  });

  it('is not complete behind middleware of one’s own, or where steps are prepared', () => {
    const wrapped = `${sdk}const model = wrapLanguageModel({ model: bedrock('m'), middleware: caching });\ngenerateText({ model, system: S });`;
    expect(siteIn(wrapped)).toMatchObject({ system: ['S'], isComplete: false });
    const prepared = `${sdk}generateText({ model: bedrock('m'), system: S, prepareStep: () => ({}) });`;
    expect(siteIn(prepared).isComplete).toBe(false);
  });

  it.each([
    [
      'a model of another provider',
      `import { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\ngenerateText({ model: openai('m') });`,
    ],
    [
      'a model nobody can see',
      `import { generateText } from 'ai';\nexport const run = (model: any) => generateText({ model });`,
    ],
    [
      'a function of that name',
      `import { bedrock } from './own';\nimport { generateText } from 'ai';\ngenerateText({ model: bedrock('m') });`,
    ],
    ['a gateway', `import { generateText } from 'ai';\ngenerateText({ model: 'bedrock/claude-sonnet-4.5' });`],
  ])('is not a call of %s', (_, source) => {
    expect(sitesIn(source)).toEqual([]);
  });

  it('leaves the model a call site of its own where another function takes it', () => {
    const source = `import { generateText } from './own';\nimport { bedrock } from '@ai-sdk/amazon-bedrock';\ngenerateText({ model: bedrock('m'), system: S });`;
    expect(siteIn(source)).toMatchObject({ node: `bedrock('m')`, dialect: undefined, shape: 'model' });
  });
});

describe('an agent of the AI SDK', () => {
  it('is called by its methods', () => {
    const source = `${sdk}const agent = new ToolLoopAgent({ model: bedrock('m'), instructions: I, tools: T });
const r = await agent.generate({ prompt: P });
await agent.stream({ messages: M });`;
    expect(siteIn(source)).toMatchObject({
      system: ['I'],
      tools: ['T'],
      messages: ['P', 'M'],
      answers: ['agent.generate({ prompt: P })'],
      shape: 'object',
    });
  });

  it('may be a field, under an older name', () => {
    const source = `import { Experimental_Agent as Agent } from 'ai';\nimport { bedrock } from '@ai-sdk/amazon-bedrock';
export class Chat {
  private readonly agent = new Agent({ model: bedrock('m'), system: S });
  run() {
    return this.agent.stream({ prompt: P });
  }
}`;
    expect(siteIn(source)).toMatchObject({
      system: ['S'],
      answers: ['this.agent.stream({ prompt: P })'],
      shape: 'eventStream',
    });
  });

  it('is not the class of another library', () => {
    const source = `import { Agent } from '@mastra/core';\nimport { bedrock } from '@ai-sdk/amazon-bedrock';\nnew Agent({ model: bedrock('m'), instructions: I });`;
    expect(siteIn(source)).toMatchObject({ node: `bedrock('m')`, shape: 'model' });
  });
});
