import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';

function intended(id: string) {
  return catalog.intendedModel(`anthropic.claude-${id}`)?.id.replace('anthropic.claude-', '');
}

describe('intendedModel', () => {
  it.each([
    // Dates left out, as people write IDs from memory.
    ['sonnet-4-5-v1:0', 'sonnet-4-5-20250929-v1:0'],
    ['haiku-4-5-v1:0', 'haiku-4-5-20251001-v1:0'],
    ['sonnet-4-5', 'sonnet-4-5-20250929-v1:0'],
    ['opus-4', 'opus-4-20250514-v1:0'],
    ['3-haiku-v1:0', '3-haiku-20240307-v1:0'],
    // Versions left out, misspelt or made up.
    ['3-haiku-20240307', '3-haiku-20240307-v1:0'],
    ['3-haiku-20240307-v1', '3-haiku-20240307-v1:0'],
    ['3-5-sonnet-20241022-v2.0', '3-5-sonnet-20241022-v2:0'],
    ['3-5-sonnet-20240620-v2:0', '3-5-sonnet-20240620-v1:0'],
    ['sonnet-4-6-v1', 'sonnet-4-6'],
    ['opus-4-6', 'opus-4-6-v1'],
    ['opus-4-6-v1:0', 'opus-4-6-v1'],
    ['mythos-preview-v1', 'mythos-preview'],
    // Words in the order of another generation, and dots for dashes.
    ['4-5-sonnet', 'sonnet-4-5-20250929-v1:0'],
    ['4-sonnet-20250514-v1:0', 'sonnet-4-20250514-v1:0'],
    ['haiku-3', '3-haiku-20240307-v1:0'],
    ['3.5-sonnet-20240620-v1:0', '3-5-sonnet-20240620-v1:0'],
    ['v3-haiku', '3-haiku-20240307-v1:0'],
    // A date that no model has.
    ['sonnet-4-5-20250930-v1:0', 'sonnet-4-5-20250929-v1:0'],
    // A version tells two models of one generation apart.
    ['3-5-sonnet-v2', '3-5-sonnet-20241022-v2:0'],
    // Neither date nor version: the last of the generation.
    ['3-5-sonnet', '3-5-sonnet-20241022-v2:0'],
    ['v2.1', 'v2:1'],
    ['2.1', 'v2:1'],
    ['instant-v1.2', 'instant-v1'],
    // Right IDs mean themselves, and the ID of the other endpoint its model.
    ['3-opus-20240229-v1:0', '3-opus-20240229-v1:0'],
    ['haiku-4-5', 'haiku-4-5-20251001-v1:0'],
  ])('%s means %s', (id, expected) => {
    expect(intended(id)).toBe(expected);
  });

  it.each([
    ['3-5-sonnet-v9', 'two models fit, and neither has the version'],
    ['3-5-haiku-20240307-v1:0', 'the date belongs to another generation'],
    ['sonnet-4-6-20250514-v1:0', 'the date belongs to another generation'],
    ['3-5-opus-20240620-v1:0', 'the family has no such generation'],
    ['sonnet-6', 'the generation is not in the catalog'],
    ['saga-7', 'the family is not in the catalog'],
    ['', 'nothing is there'],
  ])('%s means nothing for sure: %s', (id) => {
    expect(intended(id)).toBeUndefined();
  });

  it('finds every model by family and generation alone, except where two share them', () => {
    const shared = new Set(['3.5']);
    for (const model of catalog.models) {
      if (model.family === 'legacy' || (model.family === 'sonnet' && shared.has(model.generation))) continue;
      const id = `anthropic.claude-${model.family}-${model.generation.replace('.', '-')}`;
      expect(catalog.intendedModel(id)?.id, id).toBe(model.id);
    }
  });
});

describe('mayBeNewer', () => {
  it.each([
    ['sonnet-6', true],
    ['haiku-5', true],
    ['saga-7', true],
    ['sonnet-4-5-20270101-v1:0', true],
    // Known generations are spelt in one way only, and the past is complete.
    ['sonnet-4-5-v1:0', false],
    ['3-5-opus-20240620-v1:0', false],
    ['opus-4-2', true],
    ['opus-3-5', false],
    ['sonnet-4-6', false],
  ])('%s: %s', (id, expected) => {
    expect(catalog.mayBeNewer(`anthropic.claude-${id}`)).toBe(expected);
  });
});
