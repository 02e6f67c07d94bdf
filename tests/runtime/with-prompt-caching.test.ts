import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cachePoint, perCall, withPromptCaching } from '../../src/runtime/src/index.js';
import type { ConversePrompt, PromptCachingOptions } from '../../src/runtime/src/index.js';

const sonnet45 = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const haiku45 = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const opus41 = 'us.anthropic.claude-opus-4-1-20250805-v1:0';
const haiku3 = 'anthropic.claude-3-haiku-20240307-v1:0';
const point = cachePoint();
const hour = cachePoint('1h');

/** English words; some four characters a token. */
function words(tokens: number) {
  return 'once upon a time '.repeat(Math.ceil(tokens / 4));
}

const long = { text: words(6000) };
const tool = { toolSpec: { name: 'search', description: words(6000), inputSchema: { json: { type: 'object' } } } };
const question = { role: 'user', content: [{ text: 'Why?' }] };

/** The request as it is sent. */
function placed(input: ConversePrompt, options?: PromptCachingOptions) {
  return sent(withPromptCaching({ modelId: sonnet45, ...input }, options));
}

function sent<Request extends ConversePrompt>(request: Request): Request {
  return JSON.parse(JSON.stringify(request)) as Request;
}

describe('where points go', () => {
  it('after the tools and after the system prompt', () => {
    const input = { toolConfig: { tools: [tool], toolChoice: { auto: {} } }, system: [long], messages: [question] };
    expect(placed(input)).toEqual({
      modelId: sonnet45,
      toolConfig: { tools: [tool, point], toolChoice: { auto: {} } },
      system: [long, point],
      messages: [question],
    });
  });

  it('before the first part that changes from call to call', () => {
    const now = { text: 'It is noon.' };
    expect(placed({ system: [long, perCall(now), long] }).system).toEqual([long, point, now, long]);
    expect(placed({ system: [perCall(now), long] }).system).toEqual([now, long]);
  });

  it('after nothing that changes: neither in its section nor in later ones', () => {
    const input = { toolConfig: { tools: [tool, perCall(tool), tool] }, system: [long], messages: [question] };
    expect(placed(input)).toEqual({
      modelId: sonnet45,
      ...input,
      toolConfig: { tools: [tool, point, tool, tool] },
    });
  });

  it('in messages only where a mark says that the beginning stays', () => {
    const document = { document: { name: 'law', source: { text: words(6000) } } };
    expect(placed({ messages: [{ content: [document, { text: 'Why?' }] }] }).messages).toEqual([
      { content: [document, { text: 'Why?' }] },
    ]);
    expect(placed({ messages: [{ content: [document, perCall({ text: 'Why?' })] }] }).messages).toEqual([
      { content: [document, point, { text: 'Why?' }] },
    ]);
  });

  it('at the end of the turn before a message that is marked as a whole', () => {
    const example = { role: 'user', content: [long] };
    const messages = [example, { role: 'assistant', content: [{ text: 'So.' }] }, perCall(question)];
    expect(placed({ messages }).messages).toEqual([
      example,
      { role: 'assistant', content: [{ text: 'So.' }, point] },
      question,
    ]);
  });

  it('on the newest message for the sake of the conversation, whatever is marked before it', () => {
    const messages = [{ role: 'user', content: [long] }, { role: 'assistant', content: [{ text: 'So.' }] }, question];
    expect(placed({ messages }, { history: true }).messages).toEqual([
      ...messages.slice(0, 2),
      { role: 'user', content: [{ text: 'Why?' }, point] },
    ]);
    expect(placed({ system: [perCall(long)], messages }, { history: true })).toEqual({
      modelId: sonnet45,
      system: [long],
      messages: [...messages.slice(0, 2), { role: 'user', content: [{ text: 'Why?' }, point] }],
    });
  });
});

describe('points of the caller', () => {
  it('stay, and end their section', () => {
    const system = [long, hour, { text: 'Changes.' }];
    expect(placed({ system, messages: [question] })).toEqual({ modelId: sonnet45, system, messages: [question] });
  });

  it('are no reason against one on the newest message', () => {
    const messages = [{ role: 'user', content: [long, point, { text: 'Why?' }] }];
    expect(placed({ messages }, { history: true }).messages).toEqual([
      { role: 'user', content: [long, point, { text: 'Why?' }, point] },
    ]);
  });

  it('leave room for what is most useful: the longest prefix', () => {
    const turns = [1, 2, 3].map(() => ({ role: 'user', content: [long, point] }));
    const input = { toolConfig: { tools: [tool] }, system: [long], messages: [...turns, question] };
    expect(placed(input, { history: true })).toEqual({
      modelId: sonnet45,
      ...input,
      messages: [...turns, { role: 'user', content: [{ text: 'Why?' }, point] }],
    });
    expect(placed(input)).toMatchObject({ toolConfig: { tools: [tool] }, system: [long, point] });
  });

  it('four are enough', () => {
    const messages = [1, 2, 3, 4].map(() => ({ role: 'user', content: [long, point] }));
    const input = { modelId: sonnet45, system: [long], messages: [...messages, question] };
    expect(withPromptCaching(input, { history: true })).toEqual(input);
  });
});

describe('the TTL', () => {
  it('is an hour where every model offers it', () => {
    expect(placed({ system: [long] }, { ttl: '1h' }).system).toEqual([long, hour]);
    expect(placed({ system: [long] }, { ttl: '1h', models: [sonnet45, opus41] }).system).toEqual([long, point]);
    expect(placed({ system: [long] }, { ttl: '1h', models: [sonnet45, 'anthropic.claude-opus-9'] }).system).toEqual([
      long,
      point,
    ]);
  });

  it('never grows from one point to the next', () => {
    const short = { toolConfig: { tools: [tool] }, system: [long, hour] };
    expect(placed(short)).toEqual({ modelId: sonnet45, ...short });
    const mixed = { toolConfig: { tools: [tool] }, system: [long, point], messages: [question] };
    expect(placed(mixed, { ttl: '1h', history: true })).toEqual({
      modelId: sonnet45,
      toolConfig: { tools: [tool, hour] },
      system: [long, point],
      messages: [{ role: 'user', content: [{ text: 'Why?' }, point] }],
    });
  });
});

describe('the minimum', () => {
  it.each([
    // Model, tokens that are surely too few, tokens that are surely enough.
    [sonnet45, 400, 1100],
    [haiku45, 1800, 4200],
    ['global.anthropic.claude-opus-5-5', 200, 600],
  ])('of %s', (modelId, few, enough) => {
    expect(placed({ modelId, system: [{ text: words(few) }] }).system).toHaveLength(1);
    expect(placed({ modelId, system: [{ text: words(enough) }] }).system).toHaveLength(2);
  });

  it('is the strictest of all models the request may go to', () => {
    const system = [{ text: words(1500) }];
    expect(placed({ system }).system).toHaveLength(2);
    expect(placed({ system }, { models: [sonnet45, haiku45] }).system).toHaveLength(1);
    expect(placed({ modelId: haiku45, system }, { models: sonnet45 }).system).toHaveLength(2);
  });

  it('counts everything before the point', () => {
    const half = { text: words(700) };
    expect(
      placed({ system: [half], toolConfig: { tools: [{ toolSpec: { name: 'a', description: half.text } }] } }),
    ).toMatchObject({
      toolConfig: { tools: [{ toolSpec: { name: 'a' } }] },
      system: [half, point],
    });
  });

  it('counts scripts without spaces by the character, and bytes of a file as enough', () => {
    expect(placed({ system: [{ text: '日本語の文章です。'.repeat(130) }] }).system).toHaveLength(2);
    const document = { document: { name: 'scan', format: 'pdf', source: { bytes: new Uint8Array(10) } } };
    expect(
      placed({ messages: [{ content: [document, perCall({ text: 'Why?' })] }] }).messages?.[0]?.content,
    ).toHaveLength(3);
  });

  it('is not reached by a parameter called like the bytes of a file', () => {
    const json = { type: 'object', properties: { source: { type: 'string' } } };
    const tools = [{ toolSpec: { name: 'copy', inputSchema: { json } } }];
    expect(placed({ toolConfig: { tools } }).toolConfig).toEqual({ tools });
  });

  it('can be named', () => {
    expect(placed({ system: [{ text: 'Short.' }] }, { minTokens: 0 }).system).toEqual([{ text: 'Short.' }, point]);
    expect(placed({ system: [long] }, { minTokens: 100_000 }).system).toEqual([long]);
  });
});

describe('models', () => {
  it('that are not known to cache get no point', () => {
    expect(placed({ modelId: haiku3, system: [long] }, { minTokens: 0 }).system).toEqual([long]);
    expect(placed({ system: [long] }, { models: [sonnet45, haiku3] }).system).toEqual([long]);
  });

  it.each(['anthropic.claude-opus-9', 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc', ''])(
    'that are not known at all (%s) get points of five minutes',
    (modelId) => {
      expect(placed({ modelId, system: [{ text: 'Short.' }] }, { ttl: '1h' }).system).toEqual([
        { text: 'Short.' },
        point,
      ]);
    },
  );
});

describe('whatever the input', () => {
  it('is left alone, and shared where nothing changes', () => {
    const input = {
      modelId: sonnet45,
      system: [long],
      messages: [question, question],
      inferenceConfig: { maxTokens: 5 },
    };
    const before = structuredClone(input);
    const output = withPromptCaching(Object.freeze(input), { history: true });
    expect(input).toEqual(before);
    expect(output.messages[0]).toBe(question);
    expect(output.inferenceConfig).toBe(input.inferenceConfig);
    expect(output.system[0]).toBe(long);
  });

  it.each([
    {},
    { modelId: sonnet45 },
    { modelId: sonnet45, system: [], messages: [], toolConfig: {} },
    { modelId: sonnet45, system: undefined, messages: undefined, toolConfig: undefined },
    { modelId: sonnet45, messages: [{ role: 'user' }, { role: 'user', content: [] }] },
  ])('that is empty stays so: %j', (input) => {
    expect(withPromptCaching(input, { history: true, minTokens: 0 })).toEqual(input);
  });

  it('may be large', () => {
    const text = 'x'.repeat(10_000_000);
    expect(placed({ system: [{ text }] }).system).toEqual([{ text }, point]);
  });
});

const block = fc.oneof(
  fc.record({ text: fc.string({ minLength: 1 }) }),
  fc.constant(long),
  fc.string({ minLength: 1 }).map((text) => perCall(text)),
);
const blocks = fc.array(block, { maxLength: 6 });
const inputs = fc.record({
  modelId: fc.constantFrom(sonnet45, haiku45, opus41, 'anthropic.claude-opus-9'),
  toolConfig: fc.record({ tools: fc.array(fc.constantFrom(tool, perCall(tool)), { maxLength: 3 }) }),
  system: blocks,
  messages: fc.array(fc.record({ content: blocks }), { maxLength: 5 }),
});
const options = fc.record({
  ttl: fc.constantFrom('5m' as const, '1h' as const),
  history: fc.boolean(),
  minTokens: fc.constantFrom(undefined, 0, 500),
});
/** Up to four points of the caller, in the order Bedrock wants, spread over an input. */
const withOwnPoints = fc
  .tuple(inputs, fc.array(fc.nat(), { maxLength: 4 }), fc.nat({ max: 4 }))
  .map(([input, places, hours]) => {
    const lists = [input.toolConfig.tools, input.system, ...input.messages.map(({ content }) => content)];
    const ends = lists.flatMap((list, at) => list.map((_item, item) => [at, item] as const));
    const chosen = [...new Set(places.map((place) => place % Math.max(1, ends.length)))].sort((a, b) => a - b);
    const points = new Map(chosen.map((place, rank) => [ends[place]?.join(), rank < hours ? hour : point]));
    const spread = lists.map((list, at) =>
      list.flatMap((item, index) => {
        const own = points.get(`${at},${index}`);
        return own ? [item, own] : [item];
      }),
    );
    const [tools = [], system = [], ...contents] = spread;
    return { ...input, toolConfig: { tools }, system, messages: contents.map((content) => ({ content })) };
  });

function elements(input: ConversePrompt): readonly object[] {
  const contents = input.messages?.flatMap(({ content }) => content ?? []) ?? [];
  return [...(input.toolConfig?.tools ?? []), ...(input.system ?? []), ...contents];
}

function isPoint(element: object): element is ReturnType<typeof cachePoint> {
  return 'cachePoint' in element;
}

describe('for every request', () => {
  it('twice is once', () => {
    fc.assert(
      fc.property(withOwnPoints, options, (input, settings) => {
        const once = withPromptCaching(input, settings);
        expect(withPromptCaching(once, settings)).toEqual(once);
      }),
    );
  });

  it('four points at most, longer TTLs first, none beside another', () => {
    fc.assert(
      fc.property(withOwnPoints, options, (input, settings) => {
        const all = elements(withPromptCaching(input, settings));
        const ttls = all.filter(isPoint).map(({ cachePoint: { ttl } }) => ttl ?? '5m');
        expect(ttls.length).toBeLessThanOrEqual(4);
        expect(ttls).toEqual(ttls.toSorted());
        expect(all.some((element, at) => isPoint(element) && at > 0 && isPoint(all[at - 1] ?? element))).toBe(false);
      }),
    );
  });

  it('nothing but points is added, and the points of the caller stay', () => {
    fc.assert(
      fc.property(withOwnPoints, options, (input, settings) => {
        const before = elements(input);
        const after = elements(withPromptCaching(input, settings));
        expect(after.filter((element) => !isPoint(element))).toEqual(before.filter((element) => !isPoint(element)));
        const own = new Set(before.filter(isPoint));
        expect(after.filter((element) => isPoint(element) && own.has(element)).length).toBe(
          before.filter(isPoint).length,
        );
      }),
    );
  });

  it('no point after a marked part, but on the newest message', () => {
    fc.assert(
      fc.property(inputs, options, (input, settings) => {
        const isMarked = (element: object) => Object.getOwnPropertySymbols(element).length > 0;
        const output = withPromptCaching(input, settings);
        const all = elements(output);
        const mark = all.findIndex(isMarked);
        const late = mark < 0 ? [] : all.slice(mark).filter(isPoint);
        const newest: object | undefined = output.messages.at(-1)?.content.at(-1);
        expect(late.every((element) => settings.history && element === newest)).toBe(true);
      }),
    );
  });
});
