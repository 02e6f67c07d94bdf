import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/runtime/src/text-of.js';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('the text of an answer', () => {
  it.each([
    ['Converse', { output: { message: { role: 'assistant', content: [{ text: 'Paris' }, { text: '.' }] } } }, 'Paris.'],
    [
      'Converse with thinking and a tool use',
      {
        output: {
          message: {
            content: [
              { reasoningContent: { reasoningText: { text: 'Hm.', signature: 's' } } },
              { text: 'Paris' },
              { toolUse: { toolUseId: '1', name: 'map', input: { text: 'no' } } },
            ],
          },
        },
      },
      'Paris',
    ],
    [
      'Converse with citations',
      {
        output: {
          message: {
            content: [{ text: 'It is ' }, { citationsContent: { content: [{ text: 'Paris' }], citations: [] } }],
          },
        },
      },
      'It is Paris',
    ],
    [
      'Messages with thinking',
      {
        content: [
          { type: 'thinking', thinking: 'Hm.' },
          { type: 'text', text: 'Paris' },
          { type: 'tool_use', input: {} },
        ],
      },
      'Paris',
    ],
    ['InvokeModel', { body: encode({ content: [{ type: 'text', text: 'Paris' }] }) }, 'Paris'],
    ['the AI SDK', { text: 'Paris', content: [{ type: 'reasoning', text: 'Hm.' }], finishReason: 'stop' }, 'Paris'],
    [
      'the AI SDK, content only',
      {
        content: [
          { type: 'reasoning', text: 'Hm.' },
          { type: 'text', text: 'Paris' },
        ],
        finishReason: 'stop',
      },
      'Paris',
    ],
    ['LangChain, one text', { content: 'Paris', response_metadata: {} }, 'Paris'],
    [
      'LangChain, blocks',
      {
        content: [
          { type: 'reasoning_content', reasoningText: { text: 'Hm.' } },
          { type: 'text', text: 'Paris' },
        ],
      },
      'Paris',
    ],
    ['a message', { role: 'assistant', content: [{ text: 'Paris' }] }, 'Paris'],
    ['content', [{ text: 'Par' }, { text: 'is' }], 'Paris'],
  ])('of %s', (_name, response, text) => {
    expect(textOf(response)).toBe(text);
  });
});

describe('what has no text', () => {
  it.each([
    undefined,
    null,
    42,
    {},
    { content: [] },
    { content: null },
    { output: { message: { content: [] } } },
    { output: {} },
    { output: { message: { content: [null, 7, { image: {} }] } } },
    { body: new Uint8Array([0xff, 0x00]) },
    { body: encode(null) },
  ])('is empty: %j', (response) => {
    expect(textOf(response)).toBe('');
  });
});
