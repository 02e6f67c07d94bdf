import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPrompt,
  withoutBlanksBefore,
  withoutBlanksBehind,
} from '../../../../src/documents/javascript/text-completions/prompt-marks.js';

describe('a prompt', () => {
  it.each([
    '\n\nHuman: Hi\n\nAssistant:',
    'Human: Hi\nAssistant:',
    'Be brief.\n\nHuman: Hi\n\nAssistant: Well',
    '\n\nHuman:…Assistant:',
  ])('is %j', (text) => {
    expect(isPrompt(text)).toBe(true);
  });

  it.each([
    '\n\nHuman:',
    'Human: Hi\nAI:',
    'Assistant: Hi',
    'The Human: a study. Assistant: none',
    '### Human: Hi',
    'Assistant:\nHuman: Hi',
  ])('is not %j', (text) => {
    expect(isPrompt(text)).toBe(false);
  });
});

describe('blanks of a text as it is written', () => {
  it.each([
    [String.raw`\n\n Hi\n`, 'Hi'],
    ['\r\n\tHi\r\n  ', 'Hi'],
    [String.raw`Hi\\n`, String.raw`Hi\\n`],
    [String.raw`Hi\\\n`, String.raw`Hi\\`],
    [String.raw`\n`, ''],
  ])('%j is %j without them', (raw, expected) => {
    expect(withoutBlanksBehind(withoutBlanksBefore(raw))).toBe(expected);
  });

  it('are those of the text it stands for', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', '\n', '\\', 'n', 'a', '\t') }), (text) => {
        const raw = JSON.stringify(text).slice(1, -1);
        const left = withoutBlanksBehind(raw);
        expect(JSON.parse(`"${left}"`)).toBe(text.trimEnd());
      }),
    );
  });
});
