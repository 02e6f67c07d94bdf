import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { families, familyWord, namesClaude, namesFamily } from '../../src/catalog/family-words.js';

describe('families', () => {
  it('are those of the models, each once', () => {
    expect([...families].sort()).toEqual([...new Set(catalog.models.map(({ family }) => family))].sort());
  });
});

describe('namesFamily', () => {
  it('knows the family in every ID that is not of the oldest models', () => {
    const unknown = catalog.models.filter(({ id }) => !namesFamily(id)).map(({ family }) => family);
    expect(new Set(unknown)).toEqual(new Set(['legacy']));
  });

  it.each(['isOpus', 'HAIKU_ID', 'sonnet-4', 'isFable', 'MYTHOS', 'instantModel', 'sonnetv2', 'haikumodel'])(
    'sees one in %s',
    (text) => {
      expect(namesFamily(text)).toBe(true);
    },
  );

  it.each(['fast', 'MODEL_ID', 'claude-v2', 'legacy', 'instantiate', 'isInstantly', 'INSTANTANEOUS', 'instanceof', ''])(
    'sees none in %s',
    (text) => {
      expect(namesFamily(text)).toBe(false);
    },
  );
});

describe('namesClaude', () => {
  it.each(['claude-v2', 'useClaude3', 'anthropic.claude-instant-v1', 'mythosPreview'])('sees it in %s', (text) => {
    expect(namesClaude(text)).toBe(true);
  });

  it('is true of whatever a family is named in', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...catalog.models), fc.string(), (before, { id }, after) => {
        expect(namesClaude(before + id + after)).toBe(true);
      }),
    );
  });
});

it('is one group, to be a part of other patterns', () => {
  expect(new RegExp(`^${familyWord}$`, 'i').exec('Opus')).toEqual(expect.objectContaining({ 0: 'Opus', length: 1 }));
});
