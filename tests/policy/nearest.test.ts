import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/policy/nearest.js';

describe('nearest', () => {
  it.each([
    ['sonet', ['haiku', 'sonnet', 'opus'], 'sonnet'],
    ['JSON', ['text', 'json'], 'json'],
    ['no-end-of-live-model', ['no-end-of-life-model', 'no-legacy-model'], 'no-end-of-life-model'],
    ['chekc', ['check', 'migrate'], 'check'],
    ['no-end-of-life', ['no-legacy-model', 'no-end-of-life-model'], 'no-end-of-life-model'],
    ['use-mantle', ['use-mantle-id-of-the-client', 'use-mantle-id'], 'use-mantle-id'],
  ])('%s means %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it('guesses nothing when every candidate is far', () => {
    expect(nearest('banana', ['check', 'migrate'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
    expect(nearest('9', ['1', '4.5'])).toBeUndefined();
  });

  it('takes the first of equally near candidates', () => {
    expect(nearest('cat', ['car', 'cap'])).toBe('car');
  });

  it('always finds a word that stands in the list, and after one deletion', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{6,12}$/), { minLength: 1, maxLength: 5 }),
        fc.nat(5),
        (words, at) => {
          const word = words[0] ?? '';
          expect(nearest(word, words)).toBe(word);
          expect(nearest(word.slice(0, at) + word.slice(at + 1), [word])).toBe(word);
        },
      ),
    );
  });
});
