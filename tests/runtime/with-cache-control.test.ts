import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perCall, withCacheControl } from '../../src/runtime/src/index.js';
import type { PromptCachingOptions } from '../../src/runtime/src/index.js';
import type { MessagesPrompt } from '../../src/runtime/src/with-cache-control.js';

const models = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const longText = 'once upon a time '.repeat(1500);
const cached = { cache_control: { type: 'ephemeral' } };
const cachedForAnHour = { cache_control: { type: 'ephemeral', ttl: '1h' } };
const tool = { name: 'search', description: longText, input_schema: { type: 'object' } };
const question = { role: 'user', content: 'Why?' };

/** The body as it is sent. */
function placed(body: MessagesPrompt, options?: PromptCachingOptions): MessagesPrompt {
  return JSON.parse(JSON.stringify(withCacheControl(body, { models, ...options }))) as MessagesPrompt;
}

describe('where cache_control goes', () => {
  it('on the last tool, and on the system text, which becomes a block', () => {
    const body = {
      anthropic_version: 'bedrock-2023-05-31',
      tools: [tool, tool],
      system: longText,
      messages: [question],
    };
    expect(placed(body)).toEqual({
      anthropic_version: 'bedrock-2023-05-31',
      tools: [tool, { ...tool, ...cached }],
      system: [{ type: 'text', text: longText, ...cached }],
      messages: [question],
    });
  });

  it('on the block before what changes from call to call', () => {
    const still = { type: 'text', text: longText };
    const now = { type: 'text', text: 'It is noon.' };
    expect(placed({ system: [still, perCall(now), still] }).system).toEqual([{ ...still, ...cached }, now, still]);
    expect(placed({ messages: [{ content: [still, perCall(now)] }] }).messages).toEqual([
      { content: [{ ...still, ...cached }, now] },
    ]);
  });

  it('on the newest message for the sake of the conversation', () => {
    const messages = [{ role: 'user', content: longText }, { role: 'assistant', content: 'So.' }, question];
    expect(placed({ messages }, { history: true }).messages).toEqual([
      ...messages.slice(0, 2),
      { role: 'user', content: [{ type: 'text', text: 'Why?', ...cached }] },
    ]);
  });

  it('for an hour where that is offered', () => {
    expect(placed({ tools: [tool] }, { ttl: '1h' }).tools).toEqual([{ ...tool, ...cachedForAnHour }]);
    expect(
      placed({ tools: [tool] }, { ttl: '1h', models: 'us.anthropic.claude-opus-4-1-20250805-v1:0' }).tools,
    ).toEqual([{ ...tool, ...cached }]);
  });

  it('the model of the Messages API is the one in the body', () => {
    const body = { model: 'anthropic.claude-3-haiku-20240307-v1:0', system: longText };
    expect(withCacheControl(body)).toEqual(body);
    expect(withCacheControl({ ...body, model: 'anthropic.claude-haiku-4-5' }).system).not.toBe(longText);
  });
});

describe('points of the caller', () => {
  it('stay as they are, and end their section', () => {
    const system = [
      { type: 'text', text: longText, ...cachedForAnHour },
      { type: 'text', text: 'Changes.' },
    ];
    expect(placed({ system, messages: [question] })).toEqual({ system, messages: [question] });
  });

  it('count when Bedrock places them by itself, and within the result of a tool', () => {
    const inner = { type: 'text', text: longText, ...cached };
    const result = { type: 'tool_result', tool_use_id: '1', content: [inner, inner, inner] };
    const body = { tools: [tool], system: longText, messages: [{ role: 'user', content: [result] }, question] };
    expect(placed(body)).toEqual({ ...body, system: [{ type: 'text', text: longText, ...cached }] });
    expect(placed({ ...body, ...cached })).toEqual({ ...body, ...cached });
  });

  it('null is none', () => {
    const system = [{ type: 'text', text: longText, cache_control: null }];
    expect(placed({ system, cache_control: null }).system).toEqual([{ ...system[0], ...cached }]);
  });
});

describe('whatever the body', () => {
  it.each([
    {},
    { system: '', messages: [] },
    { system: [], tools: [] },
    { system: 'Short.', messages: [question] },
    { messages: [{ role: 'user', content: '' }, { role: 'user' }] },
  ])('nothing worth a point leaves it as it is: %j', (body) => {
    expect(withCacheControl(body, { models, history: true })).toEqual(body);
  });

  it('is left alone, and shared where nothing changes', () => {
    const body = Object.freeze({ system: longText, messages: Object.freeze([question, question]) });
    const output = withCacheControl(body, { models, history: true });
    expect(body.system).toBe(longText);
    expect(output.messages[0]).toBe(question);
  });
});

const text = fc.oneof(fc.string({ minLength: 1 }), fc.constant(longText));
const block = fc.oneof(
  text.map((value) => ({ type: 'text', text: value })),
  text.map((value) => perCall({ type: 'text', text: value })),
  text.map((value) => ({ type: 'text', text: value, ...cached })),
);
const content = fc.oneof(text, fc.array(block, { maxLength: 4 }));
const bodies = fc.record({
  system: content,
  tools: fc.array(fc.constantFrom(tool, perCall(tool)), { maxLength: 2 }),
  messages: fc.array(fc.record({ role: fc.constant('user'), content }), { maxLength: 4 }),
});
const options = fc.record({
  models: fc.constantFrom(models, 'anthropic.claude-opus-9'),
  ttl: fc.constantFrom('5m' as const, '1h' as const),
  history: fc.boolean(),
  minTokens: fc.constantFrom(undefined, 0),
});

function blocksOf(body: MessagesPrompt): readonly object[] {
  const lists = [body.tools ?? [], body.system ?? [], ...(body.messages ?? []).map((message) => message.content ?? [])];
  return lists.flatMap((list) => (typeof list === 'string' ? [{ type: 'text', text: list }] : list));
}

function isCached(value: object) {
  return 'cache_control' in value;
}

describe('for every body', () => {
  it('twice is once', () => {
    fc.assert(
      fc.property(bodies, options, (body, settings) => {
        const once = withCacheControl(body, settings);
        expect(withCacheControl(once, settings)).toEqual(once);
      }),
    );
  });

  it('four points at most, or what the caller placed', () => {
    fc.assert(
      fc.property(bodies, options, (body, settings) => {
        const own = blocksOf(body).filter(isCached).length;
        const all = blocksOf(withCacheControl(body, settings)).filter(isCached).length;
        expect(all).toBeLessThanOrEqual(Math.max(4, own));
        expect(all).toBeGreaterThanOrEqual(own);
      }),
    );
  });

  it('the texts stay the same', () => {
    fc.assert(
      fc.property(bodies, options, (body, settings) => {
        const texts = (of: MessagesPrompt) =>
          blocksOf(of).map((value) => ('text' in value ? value.text : value.constructor));
        expect(texts(withCacheControl(body, settings))).toEqual(texts(body));
      }),
    );
  });
});
