import { describe, expect, it } from 'vitest';
import { models, scopes } from '../../src/catalog/models.generated.js';
import { isScopePrefix, isScopeWord, scopeWord } from '../../src/catalog/scope-words.js';

describe('scope words', () => {
  it('know every geography of the catalog, and those of its models', () => {
    const names = [...scopes.map(({ scope }) => scope), ...models.flatMap(({ invocation }) => invocation.profiles)];
    expect(names.filter((name) => !isScopeWord(name) || !isScopePrefix(`${name}.`))).toEqual([]);
  });

  it('know the short form that people write for Asia Pacific', () => {
    expect(isScopeWord('ap')).toBe(true);
  });

  it.each(['us-east-1', 'usa', 'US', 'anthropic', 'us.', '.us', ''])('do not take %j for a geography', (text) => {
    expect(isScopeWord(text)).toBe(false);
  });

  it.each(['us', 'us.anthropic', 'x-us.', 'anthropic.', '.'])('do not take %j for what stands before an ID', (text) => {
    expect(isScopePrefix(text)).toBe(false);
  });

  it('match the longest name before a dot', () => {
    expect(new RegExp(`^${scopeWord}\\.`).exec('us-gov.anthropic')?.[0]).toBe('us-gov.');
  });
});
