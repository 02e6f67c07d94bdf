import { describe, expect, it } from 'vitest';
import type { FactSettings, Surface } from '../../../../src/documents/facts.js';
import { siteIn, sitesIn } from './sites.js';

const named = (module: string, name: string, surface: Surface): FactSettings => ({
  wrappers: [{ module, name, surface }],
});

describe('a function that a team has named', () => {
  it.each([
    ['Converse', `{ modelId: 'm', system: S, messages: M }`, 'converse'],
    ['ConverseStream', `{ modelId: 'm', system: S, messages: M }`, 'converse'],
    ['InvokeModel', `{ modelId: 'm', body: JSON.stringify({ system: S, messages: M }) }`, 'messages'],
    ['AnthropicBedrock', `{ model: 'm', system: S, messages: M }`, 'messages'],
    ['Http', `{ system: S, messages: M }`, 'messages'],
    ['Strands', `{ systemPrompt: S, messages: M }`, 'strands'],
  ] as const)('takes a request of %s', (surface, request, dialect) => {
    const source = `import { ask } from '@acme/llm';\nconst request = ${request};\nawait ask(request);`;
    expect(siteIn(source, {}, named('@acme/llm', 'ask', surface))).toMatchObject({
      surface,
      dialect,
      system: ['S'],
      messages: ['M'],
      isComplete: true,
      answers: ['ask(request)'],
    });
  });

  it('takes messages of LangChain, and options of the AI SDK', () => {
    const source = `import { ask } from 'llm';\nimport { bedrock } from '@ai-sdk/amazon-bedrock';\n`;
    expect(siteIn(`${source}ask([a]);`, {}, named('llm', 'ask', 'LangChain'))).toMatchObject({ messages: ['[a]'] });
    expect(siteIn(`${source}ask({ model: bedrock('m'), system: S });`, {}, named('llm', 'ask', 'AiSdk'))).toMatchObject(
      { models: [`'m'`], system: ['S'] },
    );
  });

  it.each([
    ['by the end of its path', `import { ask } from '../lib/bedrock.js';\nask({ system: S });`, {}],
    ['by its folder', `import { ask } from './lib/bedrock/index.js';\nask({ system: S });`, {}],
    ['under another name', `import { ask as q } from './lib/bedrock';\nq({ system: S });`, {}],
    ['as a namespace', `import * as lib from './lib/bedrock';\nlib.ask({ system: S });`, {}],
    [
      'through a module that passes it on',
      `import { ask } from './lib';\nask({ system: S });`,
      {
        'src/lib/index.ts': `export * from './bedrock';`,
        'src/lib/bedrock.ts': `export async function ask(x: object) {}`,
      },
    ],
  ])('is found %s', (_, source, files) => {
    expect(siteIn(source, files, named('./lib/bedrock', 'ask', 'Converse')).system).toEqual(['S']);
  });

  it.each([
    ['another module', `import { ask } from './other/bedrock-lib';\nask({ system: S });`],
    ['a module whose name only ends alike', `import { ask } from './mylib/bedrock';\nask({ system: S });`],
    ['another function', `import { tell } from './lib/bedrock';\ntell({ system: S });`],
    ['a shadowed name', `import { ask } from './lib/bedrock';\nexport const f = (ask: any) => ask({ system: S });`],
    ['no import', `ask({ system: S });`],
  ])('is not %s', (_, source) => {
    expect(sitesIn(source, {}, named('./lib/bedrock', 'ask', 'Converse'))).toEqual([]);
  });
});
