import { describe, expect, it } from 'vitest';
import { siteIn, sitesIn } from './sites.js';

const lib = `import { ChatBedrockConverse } from '@langchain/aws';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnableSequence } from '@langchain/core/runnables';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { createAgent } from 'langchain';
const model = new ChatBedrockConverse({ model: 'm' });\n`;

describe('a call of a LangChain model', () => {
  it.each([
    ['the model', `model.invoke([a, b]);`, []],
    ['the model, streaming', `model.stream([a, b]);`, []],
    ['tools', `const withTools = model.bindTools([t]);\nwithTools.invoke([a, b]);`, ['[t]']],
    ['bound options', `model.bind({ tools: [t] }).invoke([a, b]);`, ['[t]']],
    ['its configuration', `model.withConfig({ tools: [t] }).invoke([a, b]);`, ['[t]']],
    ['options of the call', `model.invoke([a, b], { tools: [t] });`, ['[t]']],
    ['another try', `model.withRetry().invoke([a, b]);`, []],
  ])('has its messages and tools: %s', (_, body, tools) => {
    expect(siteIn(lib + body)).toMatchObject({
      surface: 'LangChain',
      models: [`'m'`],
      dialect: 'langChain',
      messages: ['[a, b]'],
      system: [],
      tools,
      isComplete: true,
    });
  });

  it('is one call site for each call', () => {
    const source = `${lib}model.invoke('a');\nmodel.invoke('b');`;
    expect(sitesIn(source).map(({ node, answers }) => [node, ...answers])).toEqual([
      [`model.invoke('a')`, `model.invoke('a')`],
      [`model.invoke('b')`, `model.invoke('b')`],
    ]);
  });

  it('may go through a field', () => {
    const source = `import { ChatBedrockConverse } from '@langchain/aws';
export class Chat {
  private model = new ChatBedrockConverse({ model: 'm' });
  run() {
    return this.model.invoke([a]);
  }
}`;
    expect(siteIn(source)).toMatchObject({ models: [`'m'`], messages: ['[a]'] });
  });

  it.each([
    ['a pipe', `const chain = prompt.pipe(model).pipe(new StringOutputParser());`],
    ['a sequence', `const chain = RunnableSequence.from([prompt, model, new StringOutputParser()]);`],
  ])('has the messages of its prompt, through %s', (_, chain) => {
    const source = `${lib}const prompt = ChatPromptTemplate.fromMessages([['system', S], ['human', '{q}']]);\n${chain}\nchain.invoke({ q });`;
    expect(siteIn(source)).toMatchObject({
      messages: [`[['system', S], ['human', '{q}']]`],
      isComplete: true,
      hasPlaceholders: true,
    });
  });

  it('has the system prompt of its agent', () => {
    const source = `${lib}const agent = createAgent({ model, tools: [t], systemPrompt: S });\nagent.invoke({ messages: [a] });`;
    expect(siteIn(source)).toMatchObject({ system: ['S'], tools: ['[t]'], messages: ['[a]'], isComplete: true });
  });

  it('is not complete where the library or a schema adds to it', () => {
    expect(siteIn(`${lib}model.withStructuredOutput(schema).invoke([a]);`).isComplete).toBe(false);
    expect(siteIn(`${lib}model.invoke([a], { cache_control: { type: 'ephemeral' } });`).isComplete).toBe(false);
    expect(siteIn(`${lib}model.pipe(unseen).invoke([a]);`).isComplete).toBe(false);
  });

  it('leaves the model a call site of its own where no call is seen', () => {
    expect(siteIn(`${lib}export { model };`)).toMatchObject({ models: [`'m'`], shape: 'model', dialect: undefined });
  });

  it('is not the call of another model, or of any object with such a method', () => {
    const source = `import { ChatOpenAI } from '@langchain/openai';\nconst model = new ChatOpenAI({ model: 'm' });\nmodel.invoke([a]);\nlambda.invoke(x);\nfs.stream(y);`;
    expect(sitesIn(source)).toEqual([]);
  });
});

describe('an agent of Strands', () => {
  const strands = `import { Agent, BedrockModel } from '@strands-agents/sdk';\n`;

  it('has its system prompt and tools', () => {
    const source = `${strands}const model = new BedrockModel({ modelId: 'm' });
const agent = new Agent({ model, systemPrompt: S, tools: [t] });
const r = await agent.invoke('Hi');`;
    expect(siteIn(source)).toMatchObject({
      surface: 'Strands',
      dialect: 'strands',
      models: [`'m'`],
      system: ['S'],
      tools: ['[t]'],
      answers: [`agent.invoke('Hi')`],
      isComplete: true,
    });
  });

  it('is not complete where its model places the points', () => {
    const source = `${strands}new Agent({ model: new BedrockModel({ modelId: 'm', cacheConfig: { strategy: 'auto' } }), systemPrompt: S });`;
    expect(siteIn(source)).toMatchObject({ system: ['S'], isComplete: false });
  });

  it('is not an agent of another library, nor one with another model', () => {
    const source = `${strands}import { OpenAIModel } from '@strands-agents/sdk/openai';\nnew Agent({ model: new OpenAIModel({ modelId: 'm' }), systemPrompt: S });`;
    expect(sitesIn(source)).toEqual([]);
    expect(sitesIn(`import { Agent } from 'agents';\nnew Agent({ model: 'm', systemPrompt: S });`)).toEqual([]);
  });
});
