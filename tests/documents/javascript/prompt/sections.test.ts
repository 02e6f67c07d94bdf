import { describe, expect, it } from 'vitest';
import { promptIn, shown } from './read-prompt.js';

const aws = `import { ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';`;

function converse(input: string, before = '') {
  return promptIn(
    `${aws}\n${before}\nexport const ask = (q: any, on: boolean) => new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6', ${input} });`,
  );
}

function invoke(body: string, before = '') {
  return promptIn(
    `${aws}\n${before}\nexport const ask = (q: any, on: boolean) => new InvokeModelCommand({ modelId: 'anthropic.claude-sonnet-4-6', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, ${body} }) });`,
  );
}

describe('Converse', () => {
  it('has tools, system and messages in the order in which caches see them', () => {
    const prompt = converse(`
      toolConfig: { tools: [{ toolSpec: { name: 'a', inputSchema: { json: {} } } }, { cachePoint: { type: 'default', ttl: '1h' } }] },
      system: [{ text: 'x' }, { guardContent: { text: { text: 'y' } } }, { cachePoint: { type: 'default' } }],
      messages: [
        { role: 'user', content: [{ document: { name: 'd', format: 'txt', source: { text: 'z' } } }, { image: {} }, { text: \`\${q}\` }] },
        { role: 'assistant', content: [{ toolUse: { toolUseId: '1', name: 'a', input: {} } }] },
        { role: 'user', content: [{ toolResult: { toolUseId: '1', content: [{ text: 'r' }, { cachePoint: { type: 'default' } }] } }] },
      ]`);
    expect(prompt).toMatchObject({ dialect: 'converse', isComplete: true, thinking: null });
    expect(shown(prompt.tools)).toEqual([
      String.raw`tool "{\"toolSpec\":{\"name\":\"a\",\"inputSchema\":{\"json\":{}}}}"`,
      'POINT cachePoint 1h',
    ]);
    expect(shown(prompt.system)).toEqual(['"x"', '"y"', 'POINT cachePoint']);
    expect(shown(prompt.messages)).toEqual([
      'user: document',
      'user: media',
      'user: <?>',
      'assistant: toolUse',
      'user: toolResult',
      'POINT cachePoint toolResult',
    ]);
  });

  it('has no section that is not set', () => {
    expect(converse('system: undefined, messages: []')).toMatchObject({ tools: null, system: null });
    expect(converse('messages: []').messages).toMatchObject({ form: 'list', blocks: [] });
  });

  it('knows thinking', () => {
    const prompt = converse(
      `messages: [], additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 } }`,
    );
    expect(prompt.thinking?.type).toBe('enabled');
  });

  it.each([
    [
      'a constant',
      'system: S',
      `const S = [{ text: 'x' }, { cachePoint: { type: 'default' } }];`,
      ['"x"', 'POINT cachePoint'],
    ],
    ['a spread', 'system: [...S, { text: q }]', `const S = [{ text: 'x' }];`, ['"x"', '<?>']],
    ['a concat', 'system: S.concat([{ text: q }])', `const S = [{ text: 'x' }];`, ['"x"', '<?>']],
    [
      'a helper',
      `system: s('x')`,
      'const s = (text: string) => [{ text }, { cachePoint: { type: "default" } }];',
      ['"x"', 'POINT cachePoint'],
    ],
    [
      'elements of their own',
      'system: [A, B]',
      `const A = { text: 'x' };\nconst B = { cachePoint: { type: 'default' } } as const;`,
      ['"x"', 'POINT cachePoint'],
    ],
    ['a condition', `system: [{ text: 'x' }, ...(on ? [{ text: 'y' }] : [])]`, '', ['"x"', 'unknown <?>']],
    [
      'a point on a condition',
      `system: [{ text: 'x' }, ...(on ? [{ cachePoint: { type: 'default' } }] : [])]`,
      '',
      ['"x"', 'POINT cachePoint conditional'],
    ],
    [
      'a point that may be left out',
      `system: [{ text: 'x' }, on && { cachePoint: { type: 'default' } }].filter(Boolean)`,
      '',
      ['"x"', 'POINT cachePoint conditional'],
    ],
    [
      'two lists',
      `system: on ? [{ text: 'x' }, { cachePoint: { type: 'default' } }] : [{ text: 'x' }]`,
      '',
      ['unknown <?>', 'POINT cachePoint unknown conditional'],
    ],
    ['a callback', `system: q.map((text: string) => ({ text }))`, '', ['unknown <?>']],
    [
      'a function nobody can follow',
      'system: withCachePoint(q)',
      'declare const withCachePoint: any;',
      ['unknown <?>', 'POINT cachePoint unknown conditional'],
    ],
    [
      'a property of Messages',
      `system: [{ text: 'x', cache_control: { type: 'ephemeral' } }]`,
      '',
      ['"x"', 'POINT cache_control'],
    ],
    [
      'a lifetime nobody knows',
      `system: [{ text: 'x' }, { cachePoint: { type: 'default', ttl: q } }]`,
      '',
      ['"x"', 'POINT cachePoint unknown'],
    ],
  ])('is read through %s', (_, input, before, blocks) => {
    expect(shown(converse(input, before).system)).toEqual(blocks);
  });

  it('is read through what is pushed', () => {
    const source = (push: string) => `${aws}
export async function ask(q: any) {
  const messages: any[] = [{ role: 'user', content: [{ text: 'x' }] }];
  ${push}
  return new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6', messages });
}`;
    const blocks = (push: string) => shown(promptIn(source(push)).messages);
    expect(blocks(`messages.push({ role: 'assistant', content: [{ text: 'y' }] });`)).toEqual([
      'user: "x"',
      'assistant: "y"',
    ]);
    expect(blocks(`if (q) messages.push({ role: 'assistant', content: [{ text: 'y' }] });`)).toEqual([
      'user: "x"',
      'unknown <?>',
    ]);
    expect(blocks(`for (const content of q) messages.push({ role: 'user', content });`)).toEqual([
      'user: "x"',
      'unknown <?>',
    ]);
    expect(blocks('messages.reverse();')).toEqual(['unknown <?>']);
    expect(blocks('')).toEqual(['user: "x"']);
  });
});

describe('Messages', () => {
  it('has texts and lists', () => {
    const prompt = invoke(`
      system: 'x',
      tools: [{ name: 'a', input_schema: { type: 'object' }, cache_control: { type: 'ephemeral', ttl: '1h' } }],
      messages: [{ role: 'user', content: 'y' }, { role: 'assistant', content: [{ type: 'text', text: 'z', cache_control: { type: 'ephemeral' } }] }, { role: 'user', content: q }]`);
    expect(prompt.system).toMatchObject({ form: 'text' });
    expect(shown(prompt.system)).toEqual(['"x"']);
    expect(shown(prompt.tools)).toEqual([
      String.raw`tool "{\"name\":\"a\",\"input_schema\":{\"type\":\"object\"}}"`,
      'POINT cache_control 1h',
    ]);
    expect(shown(prompt.messages)).toEqual(['user: "y"', 'assistant: "z"', 'POINT cache_control', 'user: unknown <?>']);
    expect(prompt.automaticPoint).toBeUndefined();
  });

  it('has blocks', () => {
    const prompt = invoke(`
      system: [{ type: 'text', text: 'x', ...(on ? { cache_control: { type: 'ephemeral' } } : {}) }],
      cache_control: { type: 'ephemeral' },
      messages: [
        { role: 'user', content: [{ type: 'image', source: {} }, { type: 'document', source: {} }, { cachePoint: { type: 'default' } }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: '1', content: [{ type: 'text', text: 'r' }] }] },
      ]`);
    expect(shown(prompt.system)).toEqual(['"x"', 'POINT cache_control conditional']);
    expect(shown(prompt.messages)).toEqual(['user: media', 'user: document', 'POINT cachePoint', 'user: toolResult']);
    expect(prompt.automaticPoint?.ttl).toBeNull();
  });

  it('is a text behind a name that may be a list', () => {
    expect(invoke('system: q, messages: []').system).toMatchObject({ form: 'unknown' });
    expect(invoke('system: S, messages: []', `const S = 'x';`).system).toMatchObject({ form: 'text', isOwned: true });
  });
});

describe('the place of a section', () => {
  const find = (source: string, place: { range: readonly [number, number] } | null | undefined) =>
    place ? source.slice(...place.range) : null;
  const sourceOf = (before: string, value: string, after = '') =>
    `${aws}\n${before}\nexport const ask = () => new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6', system: ${value} });\n${after}`;

  it.each([
    ['written in place', '', `[{ text: 'x' }]`, '', `[{ text: 'x' }]`, true],
    ['a constant', `const S = [{ text: 'x' }];`, 'S', '', `[{ text: 'x' }]`, true],
    [
      'a constant that is used elsewhere',
      `const S = [{ text: 'x' }];`,
      'S',
      'console.log(S);',
      `[{ text: 'x' }]`,
      false,
    ],
    ['a constant that others import', `export const S = [{ text: 'x' }];`, 'S', '', `[{ text: 'x' }]`, false],
    ['a constant that is exported below', `const S = [{ text: 'x' }];`, 'S', 'export { S };', `[{ text: 'x' }]`, false],
    ['a chain of constants', `const T = [{ text: 'x' }];\nconst S = T;`, 'S', '', `[{ text: 'x' }]`, true],
    ['a helper', `const s = () => [{ text: 'x' }];`, 's()', '', `[{ text: 'x' }]`, true],
    ['a helper that is called elsewhere', `const s = () => [{ text: 'x' }];`, 's()', 's();', `[{ text: 'x' }]`, false],
    ['a member', `const P = { s: [{ text: 'x' }] };`, 'P.s', '', `[{ text: 'x' }]`, false],
  ])('is known: %s', (_, before, value, after, definition, isOwned) => {
    const source = sourceOf(before, value, after);
    const { system } = promptIn(source);
    expect([find(source, system?.place), find(source, system?.definition), system?.isOwned]).toEqual([
      value,
      definition,
      isOwned,
    ]);
  });

  it('has the places of blocks, points and texts', () => {
    const source = sourceOf(`const T = 'x';`, `[{ text: T }, { cachePoint: { type: 'default', ttl: '5m' } }]`);
    const [text, point] = promptIn(source).system?.blocks ?? [];
    expect(text).toMatchObject({ kind: 'text' });
    expect([find(source, text?.place), find(source, text?.object)]).toEqual(['{ text: T }', '{ text: T }']);
    expect(text?.kind === 'text' && find(source, text.textPlace)).toBe('T');
    expect([find(source, point?.place), find(source, point?.object)]).toEqual([
      `{ cachePoint: { type: 'default', ttl: '5m' } }`,
      `{ type: 'default', ttl: '5m' }`,
    ]);
    expect(point?.kind === 'point' && find(source, point.ttlPlace)).toBe(`ttl: '5m'`);
  });

  it('has no object for an element that is written elsewhere', () => {
    const source = sourceOf(`const A = { text: 'x' };`, '[A]');
    expect(promptIn(source).system?.blocks[0]).toMatchObject({ kind: 'text', object: null });
  });

  it('is in the file it is written in', () => {
    const files = { 'src/prompts.ts': `export const S = [{ text: 'x' }];` };
    const { system } = promptIn(sourceOf(`import { S } from './prompts';`, 'S'), 'src/app.ts', files);
    expect(system).toMatchObject({
      isOwned: false,
      place: { path: 'src/app.ts' },
      definition: { path: 'src/prompts.ts', range: [17, 32] },
    });
  });
});

describe('a history', () => {
  it.each([
    [
      'of the module',
      `messages: H`,
      `const H: any[] = [];\nexport const add = (x: any) => H.push(x);`,
      ['unknown <?>'],
    ],
    [
      'before a turn',
      `messages: [...H, { role: 'user', content: [{ text: 'x' }] }]`,
      `const H: any[] = [];\nexport const add = (x: any) => H.push(x);`,
      ['unknown <?>', 'user: "x"'],
    ],
    ['of a field', `messages: q.messages`, '', ['unknown <?>']],
  ])('keeps its beginning, and so is no change: %s', (_, input, before, blocks) => {
    expect(shown(converse(input, before).messages)).toEqual(blocks);
  });
});
