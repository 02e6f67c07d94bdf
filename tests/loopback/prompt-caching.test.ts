import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { awsClient, converse } from './clients.js';
import { post } from './post.js';
import { startBedrock } from './start-bedrock.js';

/** About 2,500 tokens of the older tokenizer. */
const long = 'Answer in one short sentence. '.repeat(340);
const five = { cachePoint: { type: 'default' } } as const;
const hour = { cachePoint: { type: 'default', ttl: '1h' } } as const;
const mark = { cache_control: { type: 'ephemeral' } };
const haiku = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const opus41 = 'us.anthropic.claude-opus-4-1-20250805-v1:0';

function ask(text: string): ConverseCommandInput['messages'] {
  return [{ role: 'user', content: [{ text }] }];
}

/** Tokens read, written and neither, of several requests of Converse. */
async function usages(inputs: readonly (Partial<ConverseCommandInput> & { readonly minutesLater?: number })[]) {
  await using bedrock = await startBedrock();
  const client = awsClient(bedrock.url);
  const rows: string[] = [];
  for (const { minutesLater = 0, ...input } of inputs) {
    bedrock.advance({ minutes: minutesLater });
    const { usage } = await converse(client, input);
    rows.push(
      `${usage?.cacheReadInputTokens} read, ${usage?.cacheWriteInputTokens} written, ${usage?.inputTokens} new`,
    );
  }
  return rows;
}

describe('the cache', () => {
  it('reads what an earlier request wrote', async () => {
    const system = [{ text: long }, five];
    expect(
      await usages([
        { system, messages: ask('What?') },
        { system, messages: ask('Why?') },
      ]),
    ).toEqual(['0 read, 2550 written, 2 new', '2550 read, 0 written, 1 new']);
  });

  it('caches nothing without a point', async () => {
    const system = [{ text: long }];
    expect(await usages([{ system }, { system }])).toEqual([
      '0 read, 0 written, 2551 new',
      '0 read, 0 written, 2551 new',
    ]);
  });

  it('caches nothing below the minimum of the model, and says nothing', async () => {
    const system = [{ text: long }, five];
    expect(
      await usages([
        { modelId: haiku, system },
        { modelId: haiku, system },
      ]),
    ).toEqual(['0 read, 0 written, 2551 new', '0 read, 0 written, 2551 new']);
  });

  it('counts the whole prefix: tools, system, messages', async () => {
    const input: Partial<ConverseCommandInput> = {
      modelId: haiku,
      toolConfig: { tools: [{ toolSpec: { name: 'look', description: long, inputSchema: { json: {} } } }] },
      system: [{ text: long }],
      messages: [{ role: 'user', content: [{ text: 'Read this.' }, five, { text: 'What?' }] }],
    };
    expect(await usages([input, input])).toEqual(['0 read, 5118 written, 2 new', '5118 read, 0 written, 2 new']);
  });

  it('belongs to one model', async () => {
    const system = [{ text: long }, five];
    const [, other, again] = await usages([
      { system },
      { system, modelId: opus41 },
      { system, modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' },
    ]);
    expect([other, again]).toEqual(['0 read, 2550 written, 1 new', '2550 read, 0 written, 1 new']);
  });

  it('misses when anything before the point changes', async () => {
    const [, changed, tools] = await usages([
      { system: [{ text: long }, five] },
      { system: [{ text: `${long}.` }, five] },
      {
        system: [{ text: long }, five],
        toolConfig: { tools: [{ toolSpec: { name: 'look', inputSchema: { json: {} } } }] },
      },
    ]);
    expect([changed, tools]).toEqual([
      expect.stringMatching(/^0 read/) as string,
      expect.stringMatching(/^0 read/) as string,
    ]);
  });

  it('extends a prefix as a conversation grows', async () => {
    const first = [{ text: 'Q1' }, five];
    expect(
      await usages([
        { system: [{ text: long }], messages: [{ role: 'user', content: first }] },
        {
          system: [{ text: long }],
          messages: [
            { role: 'user', content: [{ text: 'Q1' }] },
            { role: 'assistant', content: [{ text: 'A1' }] },
            { role: 'user', content: [{ text: 'Q2' }, five] },
          ],
        },
      ]),
    ).toEqual(['0 read, 2551 written, 0 new', '2551 read, 2 written, 0 new']);
  });

  it.each([
    { blocks: 19, row: '2550 read, 19 written, 1 new' },
    { blocks: 20, row: '0 read, 2570 written, 1 new' },
  ])('looks back 20 blocks and no further: $blocks blocks after the last point', async ({ blocks, row }) => {
    const more = Array.from({ length: blocks }, (_, at) => ({ text: `n${at}` }));
    const [, second] = await usages([{ system: [{ text: long }, five] }, { system: [{ text: long }, ...more, five] }]);
    expect(second).toBe(row);
  });

  it('forgets after five minutes, or after an hour, since the last use', async () => {
    const short = [{ text: long }, five];
    expect(
      await usages([{ system: short }, { system: short, minutesLater: 4 }, { system: short, minutesLater: 4 }]),
    ).toMatchObject([/^0 read/, /^2550 read/, /^2550 read/].map((row) => expect.stringMatching(row) as string));
    const [, late] = await usages([{ system: short }, { system: short, minutesLater: 5 }]);
    expect(late).toMatch(/^0 read/);
    const longer = [{ text: long }, hour];
    const [, soon, never] = await usages([
      { system: longer },
      { system: longer, minutesLater: 59 },
      { system: longer, minutesLater: 60 },
    ]);
    expect([soon, never]).toEqual(['2550 read, 0 written, 1 new', '0 read, 2550 written, 1 new']);
  });

  it('tells the writes of each TTL apart, in the words of both surfaces', async () => {
    await using bedrock = await startBedrock();
    const { usage } = await converse(awsClient(bedrock.url), { system: [{ text: long }, hour, { text: long }, five] });
    expect(usage).toMatchObject({
      cacheDetails: [
        { ttl: '1h', inputTokens: 2550 },
        { ttl: '5m', inputTokens: 2550 },
      ],
    });
    const { text } = await post(bedrock.url, '/model/global.anthropic.claude-sonnet-4-6/invoke', {
      ...{ anthropic_version: 'bedrock-2023-05-31', max_tokens: 5, messages: [{ role: 'user', content: 'Hi' }] },
      system: [
        { type: 'text', text: long, cache_control: { type: 'ephemeral', ttl: '1h' } },
        { type: 'text', text: long, ...mark },
      ],
    });
    expect(JSON.parse(text)).toMatchObject({
      usage: {
        input_tokens: 1,
        cache_creation_input_tokens: 5100,
        cache_creation: { ephemeral_5m_input_tokens: 2550, ephemeral_1h_input_tokens: 2550 },
      },
    });
  });

  it('keeps tools and system, and drops messages, when thinking is switched', async () => {
    const input = {
      system: [{ text: long }, five],
      messages: [{ role: 'user' as const, content: [{ text: 'Hi' }, five] }],
    };
    const modelId = 'global.anthropic.claude-sonnet-4-6';
    const [, switched] = await usages([
      { ...input, modelId },
      { ...input, modelId, additionalModelRequestFields: { thinking: { type: 'adaptive' } } },
    ]);
    expect(switched).toBe('2550 read, 1 written, 0 new');
  });

  it('reads through InvokeModel what Converse never wrote, and the other way round: not at all', async () => {
    await using bedrock = await startBedrock();
    await converse(awsClient(bedrock.url), { system: [{ text: long }, five] });
    const body = {
      ...{ anthropic_version: 'bedrock-2023-05-31', max_tokens: 5, messages: [{ role: 'user', content: 'Hi' }] },
      system: [{ type: 'text', text: long, ...mark }],
    };
    const path = '/model/global.anthropic.claude-sonnet-4-5-20250929-v1%3A0/invoke';
    const read = async () => (JSON.parse((await post(bedrock.url, path, body)).text) as { usage: object }).usage;
    expect(await read()).toMatchObject({ cache_read_input_tokens: 0, cache_creation_input_tokens: 2550 });
    expect(await read()).toMatchObject({ cache_read_input_tokens: 2550, cache_creation_input_tokens: 0 });
  });
});

interface Refused {
  readonly name: string;
  readonly model?: string;
  readonly fields: object;
  readonly error: string | null;
}

describe('points of Converse', () => {
  it.each<Refused>([
    {
      name: 'another type',
      fields: { system: [{ cachePoint: { type: 'ephemeral' } }] },
      error: 'type: Input should be',
    },
    { name: 'no type', fields: { system: [{ cachePoint: {} }] }, error: "Input should be 'default'" },
    { name: 'a bare word', fields: { system: [{ cachePoint: 'default' }] }, error: 'should be a valid object' },
    {
      name: 'an odd TTL',
      fields: { system: [{ text: 'a' }, { cachePoint: { type: 'default', ttl: '10m' } }] },
      error: 'ttl: Input should be',
    },
    {
      name: 'an extra key',
      fields: { system: [{ text: 'a' }, { cachePoint: { type: 'default', key: 1 } }] },
      error: 'cachePoint.key: Extra inputs are not permitted',
    },
    { name: 'the words of Messages', fields: { system: [{ text: 'a', ...mark }] }, error: 'exactly one member' },
    {
      name: 'a point in the result of a tool',
      fields: {
        messages: [{ role: 'user', content: [{ toolResult: { toolUseId: 't', content: [{ text: 'a' }, five] } }] }],
      },
      error: 'messages.0.content.0.toolResult.content.1: unknown member cachePoint',
    },
    { name: 'four points', fields: { system: [1, 2, 3, 4].flatMap((n) => [{ text: `${n}` }, five]) }, error: null },
    {
      name: 'five points',
      fields: { system: [1, 2, 3, 4, 5].flatMap((n) => [{ text: `${n}` }, five]) },
      error: 'A maximum of 4 blocks with cache_control may be provided. Found 5.',
    },
    {
      name: 'an hour before five minutes',
      fields: { system: [{ text: 'a' }, hour, { text: 'b' }, five] },
      error: null,
    },
    {
      name: 'five minutes before an hour',
      fields: { system: [{ text: 'a' }, five, { text: 'b' }, hour] },
      error: 'must not come after',
    },
    {
      name: 'five minutes in the tools, an hour in the system prompt',
      fields: {
        toolConfig: { tools: [{ toolSpec: { name: 'a', inputSchema: { json: {} } } }, five] },
        system: [{ text: 'a' }, hour],
      },
      error: 'must not come after',
    },
    {
      name: 'an hour on a model without it',
      model: opus41,
      fields: { system: [{ text: 'a' }, hour] },
      error: "does not support a ttl of '1h'",
    },
  ])('$name', async ({ model = haiku, fields, error }) => {
    await using bedrock = await startBedrock();
    const body = { messages: ask('Hi'), ...fields };
    const { status, text } = await post(bedrock.url, `/model/${model}/converse`, body);
    expect(status).toBe(error === null ? 200 : 400);
    expect(text).toContain(error ?? 'end_turn');
  });

  it('are refused on a model that has no caching', async () => {
    await using bedrock = await startBedrock({ asOf: '2025-01-01' });
    const modelId = 'us.anthropic.claude-3-opus-20240229-v1:0';
    await expect(converse(awsClient(bedrock.url), { modelId, system: [{ text: 'a' }, five] })).rejects.toThrow(
      'your request did not allow prompt caching',
    );
  });
});

describe('marks of Messages', () => {
  const text = { type: 'text', text: 'a' };
  it.each<Refused>([
    {
      name: 'a mark on every kind of block',
      error: null,
      fields: {
        system: [{ ...text, ...mark }],
        tools: [{ name: 'look', input_schema: {}, ...mark }],
        messages: [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: 'x', ...mark }] }],
      },
    },
    {
      name: 'another type',
      fields: { system: [{ ...text, cache_control: { type: 'default' } }] },
      error: "should be 'ephemeral'",
    },
    {
      name: 'an odd TTL',
      fields: { system: [{ ...text, cache_control: { type: 'ephemeral', ttl: 300 } }] },
      error: 'ttl: Input should be',
    },
    {
      name: 'the point of Converse',
      fields: { system: [text, five] },
      error: "system.1.type: Input should be 'text'",
    },
    {
      name: 'the point of Converse in a block',
      fields: { messages: [{ role: 'user', content: [{ ...text, ...five }] }] },
      error: 'messages.0.content.0.cachePoint: Extra inputs are not permitted',
    },
    {
      name: 'a mark on thinking',
      fields: {
        messages: [
          { role: 'user', content: 'a' },
          { role: 'assistant', content: [{ type: 'thinking', thinking: 'x', signature: 's', ...mark }] },
          { role: 'user', content: 'b' },
        ],
      },
      error: 'thinking.cache_control: Extra inputs are not permitted',
    },
    {
      name: 'five marks',
      fields: { system: [1, 2, 3, 4, 5].map(() => ({ ...text, ...mark })) },
      error: 'A maximum of 4 blocks',
    },
    { name: 'a mark on the whole body', fields: mark, error: 'cache_control: Extra inputs are not permitted' },
    {
      name: 'a mark on the whole body of a later model',
      model: 'global.anthropic.claude-opus-4-8',
      fields: mark,
      error: null,
    },
  ])('$name', async ({ model = haiku, fields, error }) => {
    await using bedrock = await startBedrock();
    const body = {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 5,
      messages: [{ role: 'user', content: 'Hi' }],
      ...fields,
    };
    const { status, text } = await post(bedrock.url, `/model/${model}/invoke`, body);
    expect(status).toBe(error === null ? 200 : 400);
    expect(text).toContain(error ?? 'end_turn');
  });
});
