import { describe, expect, it } from 'vitest';
import { read } from '../read.js';

const gatesOf = (source: string, files?: Record<string, string>) => read(source, 'src/app.js', files).modelGates;

describe('a list or a table that code goes through', () => {
  it.each([
    ['some', `const PARTS = ['claude-3', '3-5-sonnet'];`, `PARTS.some((part) => id.includes(part))`, undefined],
    ['find', `const PARTS = ['claude-3', '3-5-sonnet'];`, `PARTS.find((part) => id.includes(part))`, 'pattern'],
    ['written in place', '', `['claude-3', '3-5-sonnet'].filter((part) => id.includes(part))`, 'pattern'],
    [
      'a set',
      `const PARTS = new Set(['claude-3', '3-5-sonnet']);`,
      `[...PARTS].find((part) => id.includes(part))`,
      'pattern',
    ],
    [
      'keys',
      `const T = { 'claude-3': 1, '3-5-sonnet': 2 };`,
      `Object.keys(T).find((part) => id.includes(part))`,
      'entry',
    ],
    [
      'keys in another order',
      `const T = Object.freeze({ 'claude-3': 1, '3-5-sonnet': 2 });`,
      `Object.keys(T).sort((a, b) => b.length - a.length).find((part) => id.includes(part))`,
      'entry',
    ],
    [
      'entries',
      `const T = { 'claude-3': 1, '3-5-sonnet': 2 };`,
      `Object.entries(T).find(([part]) => id.includes(part))?.[1]`,
      'entry',
    ],
    [
      'an entry by number',
      `const T = { 'claude-3': 1, '3-5-sonnet': 2 };`,
      `Object.entries(T).find((entry) => id.includes(entry[0]))`,
      'entry',
    ],
    [
      'a map',
      `const T = new Map([['claude-3', 1], ['3-5-sonnet', 2]]);`,
      `[...T.keys()].find((part) => id.includes(part))`,
      'entry',
    ],
    [
      'rows',
      `const RULES = [{ part: 'claude-3', limit: 1 }, { part: '3-5-sonnet', limit: 2 }];`,
      `RULES.find((rule) => id.includes(rule.part))`,
      'entry',
    ],
    [
      'rows taken apart',
      `const RULES = [{ part: 'claude-3', limit: 1 }, { part: '3-5-sonnet', limit: 2 }];`,
      `RULES.find(({ part }) => id.includes(part))?.limit`,
      'entry',
    ],
    [
      'pairs',
      `const RULES = [['claude-3', 1], ['3-5-sonnet', 2]];`,
      `RULES.find(([part]) => id.includes(part))`,
      'entry',
    ],
    [
      'values',
      `const T = { a: { part: 'claude-3' }, b: { part: '3-5-sonnet' } };`,
      `Object.values(T).find(({ part }) => id.includes(part))`,
      'entry',
    ],
    ['a name for one', `const OLD = 'claude-3';`, `[OLD, '3-5-sonnet'].find((part) => id.includes(part))`, 'pattern'],
  ])('is a gate: %s', (_, table, expression, yields) => {
    const [gate, another] = gatesOf(`${table}\nexport const found = (id) => ${expression};`);
    expect(gate).toMatchObject({ kind: 'includes', patterns: ['claude-3', '3-5-sonnet'], geography: false });
    expect(gate?.yields).toBe(yields);
    expect(another).toBeUndefined();
  });

  it.each([
    ['for … of', 'const part of PARTS', 'part', 'pattern'],
    ['for … of entries', 'const [part, price] of Object.entries(PRICES)', 'part', 'entry'],
    ['for … in', 'const part in PRICES', 'part', 'entry'],
    ['an entry in the body', 'const entry of Object.entries(PRICES)', 'entry[0]', 'entry'],
  ])('is a gate: %s', (_, head, asked, yields) => {
    const source = `const PARTS = ['claude-3', 'nova'];
const PRICES = { 'claude-3': 1, nova: 2 };
export function find(id) {
  for (${head}) {
    if (id.startsWith(${asked})) return ${asked};
  }
}`;
    expect(gatesOf(source)).toMatchObject([{ kind: 'startsWith', patterns: ['claude-3', 'nova'], yields }]);
  });

  it('is a gate: patterns', () => {
    const source = `const RULES = [{ pattern: /claude-3/i, limit: 1 }, { pattern: /nova/i, limit: 2 }];
export const rule = (id) => RULES.find(({ pattern }) => pattern.test(id));`;
    expect(gatesOf(source)).toMatchObject([
      { kind: 'regex', patterns: ['claude-3', 'nova'], flags: 'i', yields: 'entry', geography: false },
    ]);
  });

  it('is a gate: of another file', () => {
    const files = { 'src/prices.js': `export const PRICES = { 'claude-3-haiku': 1, 'claude-3-opus': 2 };` };
    const source = `import { PRICES } from './prices.js';
export const price = (id) => PRICES[Object.keys(PRICES).find((part) => id.includes(part)) ?? ''];`;
    expect(gatesOf(source, files)).toMatchObject([{ patterns: ['claude-3-haiku', 'claude-3-opus'], yields: 'entry' }]);
  });

  it('is one of geographies', () => {
    const source = `export const scope = (id) => ['us.', 'eu.', 'apac.'].find((prefix) => id.startsWith(prefix));`;
    const [gate] = gatesOf(source);
    expect(gate).toMatchObject({ kind: 'startsWith', patterns: ['us.', 'eu.', 'apac.'], geography: true });
    expect(gate).not.toHaveProperty('yields');
  });

  it.each([
    ['of other texts', `['nova', 'titan'].find((part) => id.includes(part))`],
    ['of whole IDs', `['anthropic.claude-3-haiku-20240307-v1:0', 'x'].find((part) => id.includes(part))`],
    ['that more is spread into', `['claude-3', ...rest].find((part) => id.includes(part))`],
    ['with a key that is computed', `Object.keys({ 'claude-3': 1, [rest]: 2 }).find((part) => id.includes(part))`],
    ['that another function changes', `['claude-3'].map((part) => part + rest).find((part) => id.includes(part))`],
    ['that is not written out', `rest.find((part) => id.includes(part))`],
    ['of which the number is asked', `['claude-3'].find((part, index) => id.includes(index))`],
  ])('is none %s', (_, expression) => {
    expect(gatesOf(`export const found = (id, rest) => ${expression};`)).toEqual([]);
  });
});
