import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModelGate } from '../../src/documents/facts.js';
import { tellsApart } from '../../src/project/tells-apart.js';

const old = 'us.anthropic.claude-3-haiku-20240307-v1:0';
const next = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';

function gate(kind: ModelGate['kind'], patterns: readonly string[], rest: Partial<ModelGate> = {}): ModelGate {
  return { kind, patterns, range: [0, 1], geography: false, ...rest };
}

describe('tells apart', () => {
  test.each([
    ['a form of this ID', gate('endsWith', ['7-v1:0'], { form: { ids: [old] } }), true],
    ['a form of this ID, written bare', gate('endsWith', ['7-v1:0'], { form: { ids: [old.slice(3)] } }), true],
    ['a form of any ID', gate('endsWith', ['7-v1:0'], { form: { ids: null } }), true],
    ['a form that both have', gate('regex', ['\\d{8}'], { form: { ids: [old] } }), false],
    ['a form of another ID', gate('endsWith', ['7-v1:0'], { form: { ids: [next] } }), false],
    ['what is not tried, of another ID', gate('regex', ['^(\\w+-)+$'], { form: { ids: [next] } }), false],
  ])('%s, or not', (_, one, isApart) => {
    expect(tellsApart([one], old, next)).toBe(isApart);
  });

  test.each([
    ['a fragment of one', gate('includes', ['claude-3'])],
    ['a prefix of one', gate('startsWith', ['us.'])],
    ['a list of prefixes that one has', gate('startsWith', ['us.', 'eu.'])],
    ['an end', gate('endsWith', ['20240307-v1:0'])],
    ['equality with one', gate('equality', [old])],
    ['equality with one after its geography was cut off', gate('equality', ['anthropic.claude-3-haiku-20240307-v1:0'])],
    ['a list that holds one', gate('list', ['anthropic.claude-v2', old])],
    ['a pattern', gate('regex', ['^(?:us|eu|apac)\\.'])],
    ['a pattern with flags', gate('regex', ['CLAUDE-3'], { flags: 'gi' })],
    ['a list of geographies that misses one', gate('list', ['us.', 'eu.'], { geography: true })],
    ['a geography', gate('equality', ['us'], { geography: true })],
    ['a pattern too long to try', gate('regex', [`${'x'.repeat(200)}y`])],
    ['a pattern with repeated groups', gate('regex', ['^([a-z0-9]+[.:-]?)+$'])],
    ['a pattern that only another language reads', gate('regex', ['^[[:alpha:]]+$'])],
    ['how long one is', gate('length', ['44'])],
    ['a pattern with many open ends', gate('regex', ['.*.*.*.*.*x'])],
  ])('%s', (_, found) => expect(tellsApart([found], old, next)).toBe(true));
});

describe('a list or a table that code goes through', () => {
  test.each([
    ['another pattern', 'pattern', ['claude-3', 'claude-haiku-4'], true],
    ['one pattern less', 'pattern', ['claude', 'claude-3'], true],
    ['one pattern more', 'pattern', ['claude', 'haiku-4-5'], true],
    ['the same patterns', 'pattern', ['claude', 'haiku', 'claude-3-opus'], false],
    ['no entry any more', 'entry', ['claude-3', 'claude-opus-4'], true],
    ['only an entry for many', 'entry', ['claude', 'claude-3'], true],
    ['an entry of its own', 'entry', ['claude-3', 'claude-haiku-4'], false],
    ['an entry for the first time', 'entry', ['haiku-4-5'], false],
  ] as const)('finds %s', (_, yields, patterns, apart) => {
    expect(tellsApart([gate('includes', patterns, { yields })], old, next)).toBe(apart);
  });
});

describe('does not tell apart', () => {
  test.each([
    ['a fragment of both', gate('includes', ['haiku'])],
    ['a fragment of neither', gate('includes', ['titan'])],
    ['alternatives of which each has one', gate('includes', ['claude-3', 'claude-haiku-4'])],
    ['a list that holds both', gate('list', [old, next])],
    ['a list of geographies that holds both', gate('list', ['us.', 'global.'], { geography: true })],
    ['a pattern for both', gate('regex', ['\\banthropic\\.claude-[a-z0-9-]+'])],
    ['a pattern that does not compile', gate('regex', ['['])],
  ])('%s', (_, found) => expect(tellsApart([found], old, next)).toBe(false));
});

test('pieces that only one of them has', () => {
  const [dots, colons] = [gate('split', ['.']), gate('split', [':'])];
  const bare = 'anthropic.claude-3-haiku-20240307-v1:0';
  expect(tellsApart([dots], bare, next)).toBe(true);
  expect(tellsApart([dots], old, next)).toBe(false);
  expect(tellsApart([colons], old, next)).toBe(false);
  expect(tellsApart([colons], old, 'us.anthropic.claude-sonnet-4-6')).toBe(true);
});

test('a geography that code takes off, and one that it leaves on', () => {
  const taken = (pattern: string) => gate('regex', [pattern], { geography: true, takesOff: true });
  const bare = 'anthropic.claude-3-haiku-20240307-v1:0';
  expect(tellsApart([taken(String.raw`^(us|eu|global)\.`)], old, next)).toBe(false);
  expect(tellsApart([taken(String.raw`^(us|eu|global)\.`)], bare, next)).toBe(false);
  expect(tellsApart([taken(String.raw`^(us|eu)\.`)], old, next)).toBe(true);
  expect(tellsApart([taken(String.raw`^(us|eu)\.`)], bare, next)).toBe(true);
  expect(tellsApart([taken('['), taken('(.*)+')], old, next)).toBe(true);
});

test('a prefix that only bare IDs have', () => {
  const bare = gate('startsWith', ['anthropic.']);
  expect(tellsApart([bare], 'anthropic.claude-3-haiku-20240307-v1:0', next)).toBe(true);
  expect(tellsApart([bare], old, next)).toBe(false);
});

test('any pattern gets an answer, and the same ID is never told apart unless the pattern was not tried', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[()[\]{}.*+?|\\a-z0-9]{0,30}$/)), (pattern) => {
      for (const kind of ['includes', 'startsWith', 'endsWith', 'equality', 'list'] as const)
        expect(tellsApart([gate(kind, [pattern])], old, old)).toBe(false);
      expect(typeof tellsApart([gate('regex', [pattern])], old, next)).toBe('boolean');
    }),
  );
});
