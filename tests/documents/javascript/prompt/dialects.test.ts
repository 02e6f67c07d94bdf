import { describe, expect, it } from 'vitest';
import { promptOfRequest } from './hand-made.js';
import { shown } from './read-prompt.js';

describe('the AI SDK', () => {
  const point = `providerOptions: { bedrock: { cachePoint: { type: 'default' } } }`;

  it('has a text, messages and tools by name', () => {
    const text = `
import { tool } from 'ai';
import { z } from 'zod';
const more = { b: tool({ description: 'd', inputSchema: z.object({ c: z.string() }), execute: async () => 1 }) };
const request = {
  system: 'x',
  tools: { a: { description: 'c', parameters: { type: 'object' } }, ...more },
  messages: [
    { role: 'system', content: 's', ${point} },
    { role: 'user', content: [{ type: 'text', text: 'y' }, { type: 'image', image: q }, { type: 'file', data: q }] },
    { role: 'assistant', content: [{ type: 'tool-call', toolName: 'a' }] },
    { role: 'tool', content: [{ type: 'tool-result', toolName: 'a' }] },
    ...history,
  ],
};`;
    const prompt = promptOfRequest('aiSdk', text);
    expect(prompt.system?.form).toBe('text');
    expect(shown(prompt.system)).toEqual(['"x"']);
    expect(shown(prompt.tools)).toEqual([
      String.raw`tool "\"a\"\"c\"{\"type\":\"object\"}"`,
      String.raw`tool "\"b\"\"d\"" <=>`,
    ]);
    expect(shown(prompt.messages)).toEqual([
      '"s"',
      'POINT providerOptions bedrock',
      'user: "y"',
      'user: media',
      'user: media',
      'assistant: toolUse',
      'user: toolResult',
      'unknown <?>',
    ]);
    const [first] = prompt.messages?.blocks ?? [];
    expect(first && text.slice(...first.place.range)).toBe(`{ role: 'system', content: 's', ${point} }`);
    expect(first?.object).toEqual(first?.place);
  });

  it('has system messages', () => {
    const blocks = (system: string) => shown(promptOfRequest('aiSdk', `const request = { system: ${system} };`).system);
    expect(blocks(`{ role: 'system', content: 'x', ${point} }`)).toEqual(['"x"', 'POINT providerOptions bedrock']);
    expect(blocks(`[{ role: 'system', content: 'x', ${point} }, { role: 'system', content: 'y' }]`)).toEqual([
      '"x"',
      'POINT providerOptions bedrock',
      '"y"',
    ]);
  });

  it.each([
    [
      'the 5.x provider',
      `providerOptions: { amazonBedrock: { cachePoint: { type: 'default', ttl: '1h' } } }`,
      'POINT providerOptions amazonBedrock 1h',
    ],
    [
      'Anthropic’s provider',
      `providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } }`,
      'POINT cacheControl anthropic',
    ],
    [
      'older versions',
      `experimental_providerMetadata: { bedrock: { cachePoint: { type: 'default' } } }`,
      'POINT providerOptions bedrock',
    ],
    [
      'a condition',
      `providerOptions: on ? { bedrock: { cachePoint: { type: 'default' } } } : undefined`,
      'POINT providerOptions bedrock conditional',
    ],
    ['a constant', 'providerOptions: CACHED', 'POINT providerOptions bedrock'],
  ])('has points for %s', (_, options, shownPoint) => {
    const text = `const CACHED = { bedrock: { cachePoint: { type: 'default' } } };\nconst request = { messages: [{ role: 'user', content: 'x', ${options} }] };`;
    expect(shown(promptOfRequest('aiSdk', text).messages)).toEqual(['user: "x"', shownPoint]);
  });

  it('has points on parts', () => {
    const text = `const request = { messages: [{ role: 'user', content: [{ type: 'text', text: 'x', ${point} }, { type: 'text', text: 'y' }] }] };`;
    expect(shown(promptOfRequest('aiSdk', text).messages)).toEqual([
      'user: "x"',
      'POINT providerOptions bedrock',
      'user: "y"',
    ]);
  });

  it('has a prompt of one text', () => {
    expect(promptOfRequest('aiSdk', 'const request = { messages: `x ${q}` };').messages).toMatchObject({
      form: 'text',
      blocks: [{ kind: 'text', role: 'user', object: null }],
    });
  });
});

describe('LangChain', () => {
  it('has messages of every kind', () => {
    const text = `
import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
const request = {
  tools: [tool(run, { name: 'a', description: 'b', schema: { type: 'object' } })],
  messages: [
    new SystemMessage({ content: [{ type: 'text', text: 'x' }, { cachePoint: { type: 'default' } }] }),
    new SystemMessage('y'),
    new HumanMessage({ content: [{ type: 'text', text: 'z', cache_control: { type: 'ephemeral' } }] }),
    new AIMessage('a'),
    ['human', 'h {not} a hole'],
    { role: 'user', content: 'u' },
    'v',
    new Message('w'),
  ],
};`;
    const prompt = promptOfRequest('langChain', text);
    expect(shown(prompt.tools)).toEqual([String.raw`tool "\"a\"\"b\"{\"type\":\"object\"}"`]);
    expect(shown(prompt.messages)).toEqual([
      '"x"',
      'POINT cachePoint',
      '"y"',
      'user: "z"',
      'POINT cache_control',
      'assistant: "a"',
      'user: "h {not} a hole"',
      'user: "u"',
      'user: "v"',
      'unknown <?>',
    ]);
  });

  it('has holes where a template has placeholders', () => {
    const text = `
import { HumanMessagePromptTemplate, SystemMessagePromptTemplate } from '@langchain/core/prompts';
const request = {
  messages: [
    ['system', 'You are {role}. Write {{json}}.'],
    HumanMessagePromptTemplate.fromTemplate('{question}'),
    new MessagesPlaceholder('history'),
  ],
};`;
    const { messages } = promptOfRequest('langChain', text, { hasPlaceholders: true });
    expect(shown(messages)).toEqual(['"You are " <?> ". Write {" "json}" "."', 'user: <?>', 'unknown <?>']);
    const [first] = messages?.blocks ?? [];
    const places = first?.kind === 'text' ? first.parts.map(({ place }) => text.slice(...place.range)) : [];
    expect(places).toEqual(['You are ', '{role}', '. Write {', 'json}', '.']);
  });
});

describe('Strands', () => {
  it('has texts, blocks and classes', () => {
    const blocks = (system: string) =>
      shown(
        promptOfRequest(
          'strands',
          `import { CachePointBlock, TextBlock } from '@strands-agents/sdk';\nconst request = { system: ${system} };`,
        ).system,
      );
    expect(blocks(`'x'`)).toEqual(['"x"']);
    expect(blocks(`[{ text: 'x' }, { cachePoint: { cacheType: 'default' } }]`)).toEqual(['"x"', 'POINT cachePoint']);
    expect(blocks(`[new TextBlock('x'), new CachePointBlock({ cacheType: 'default', ttl: '1h' })]`)).toEqual([
      '"x"',
      'POINT cachePoint 1h',
    ]);
  });
});

describe('a request that is set in several steps', () => {
  it('is unknown', () => {
    const text = `const a = [{ text: 'x' }];\nconst request = { system: a, system: [{ text: 'y' }, { cachePoint: {} }] };`;
    const { system } = promptOfRequest('converse', text);
    expect(system?.form).toBe('unknown');
    expect(shown(system)).toEqual(['unknown', 'POINT cachePoint unknown conditional']);
  });
});
