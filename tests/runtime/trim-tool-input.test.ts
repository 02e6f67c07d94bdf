import { expect, it } from 'vitest';
import { trimToolInput } from '../../src/runtime/src/trim-tool-input.js';

it('takes line breaks off the end of every text, and nothing else', () => {
  const input = {
    path: 'notes.md\n',
    command: 'ls -l \r\n\n',
    body: '\n a\nb ',
    count: 3,
    deep: [{ key: 'x\n' }, null, true, 'y\n'],
    empty: '\n\n',
  };
  const before = structuredClone(input);
  expect(trimToolInput(input)).toEqual({
    path: 'notes.md',
    command: 'ls -l ',
    body: '\n a\nb ',
    count: 3,
    deep: [{ key: 'x' }, null, true, 'y'],
    empty: '',
  });
  expect(input).toEqual(before);
});

it.each([undefined, null, 7, true])('%s stays', (input) => {
  expect(trimToolInput(input)).toBe(input);
});

it('bytes stay bytes', () => {
  const bytes = new Uint8Array([10, 10]);
  expect(trimToolInput({ bytes }).bytes).toBe(bytes);
});

it('a key called __proto__ stays a key', () => {
  const trimmed: unknown = trimToolInput(JSON.parse('{"__proto__": {"polluted": "yes\\n"}}'));
  expect(Object.getPrototypeOf(trimmed)).toBe(Object.prototype);
  expect(JSON.stringify(trimmed)).toBe('{"__proto__":{"polluted":"yes"}}');
});

it('millions of line breaks cost one pass', () => {
  const text = '\n'.repeat(5_000_000);
  expect(trimToolInput({ text: `${text}x` }).text).toHaveLength(5_000_001);
  expect(trimToolInput({ text: `x${text}` }).text).toBe('x');
});
