import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { tokenizersOf } from '../../src/catalog/tokenizer.js';
import { tokenizers } from '../../src/catalog/tokenizers.generated.js';

function named(id: string) {
  const model = catalog.findModel(id);
  if (!model) throw new Error(id);
  return tokenizersOf(model).map(({ name }) => name);
}

describe('the tokenizer of a model', () => {
  it('changes with Claude 4.7', () => {
    const old = named('anthropic.claude-3-7-sonnet-20250219-v1:0');
    expect(old).toHaveLength(1);
    expect(named('anthropic.claude-sonnet-4-6')).toEqual(old);
    expect(named('anthropic.claude-haiku-4-5-20251001-v1:0')).toEqual(old);
    expect(named('anthropic.claude-opus-4-7')).not.toEqual(old);
    expect(named('anthropic.claude-sonnet-5-5')).toEqual(named('anthropic.claude-opus-4-7'));
  });

  it('may be any where the generation has no number', () => {
    expect(named('anthropic.claude-mythos-preview')).toEqual(tokenizers.map(({ name }) => name));
  });
});

it.each(tokenizers)('$name costs no less at most than at least, and says where that was read', (tokenizer) => {
  for (const bounds of Object.values(tokenizer.weights)) {
    const [least = 0, most = 0] = bounds;
    expect(bounds).toHaveLength(2);
    expect(least).toBeGreaterThan(0);
    expect(most).toBeGreaterThan(least);
  }
  expect(tokenizer.sources).not.toEqual([]);
});

it('a later tokenizer makes no fewer tokens of anything', () => {
  for (const [index, later] of tokenizers.entries()) {
    const earlier = tokenizers[index - 1];
    if (!earlier) continue;
    for (const [feature, [least = 0, most = 0]] of Object.entries(later.weights)) {
      const [before = 0, atMost = 0] = Object.entries(earlier.weights).find(([name]) => name === feature)?.[1] ?? [];
      expect(least).toBeGreaterThanOrEqual(before);
      expect(most).toBeGreaterThanOrEqual(atMost);
    }
  }
});
