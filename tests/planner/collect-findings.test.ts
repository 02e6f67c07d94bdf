import { describe, expect, test } from 'vitest';
import type { Suppression } from '../../src/documents/facts.js';
import { collectFindings, DetectionError } from '../../src/planner/collect-findings.js';
import type { PlannedRule } from '../../src/planner/rule-set.js';
import { policy, setOf, toyDocument, wordRule } from './toy.js';

const found = (text: string, suppressions: readonly Suppression[], ...rules: readonly PlannedRule[]) =>
  collectFindings(toyDocument(text, { suppressions }), setOf(...rules), policy).map(({ rule, finding }) => [
    rule,
    finding.range[0],
  ]);

test('findings come in the order of the text, then of the rules', () => {
  expect(
    found('b a ab', [], wordRule('second', 'ab', 'x'), wordRule('first', 'a', 'x'), wordRule('third', 'b', 'x')),
  ).toEqual([
    ['third', 0],
    ['first', 2],
    ['first', 4],
    ['second', 4],
    ['third', 5],
  ]);
});

test('a rule is asked only about its formats', () => {
  const rule = { ...wordRule('data', 'a', 'x'), meta: { formats: ['json'] as const } };
  expect(found('a', [], rule)).toEqual([]);
  expect(collectFindings(toyDocument('a', { format: 'json' }), setOf(rule), policy)).toHaveLength(1);
});

test('options and policy reach the rule', () => {
  const seen: unknown[] = [];
  const rule: PlannedRule = { name: 'r', detect: (_, context) => (seen.push(context), []) };
  collectFindings(toyDocument(''), [{ rule, options: { deep: true } }], policy);
  expect(seen).toEqual([{ policy, options: { deep: true } }]);
});

describe('a suppression', () => {
  const suppression = (rest: Partial<Suppression>): Suppression => ({
    source: 'bedrock-claude',
    rules: null,
    fromLine: 2,
    toLine: 3,
    ...rest,
  });
  const lines = (rest: Partial<Suppression>) =>
    found('a\na\r\na\na', [suppression(rest)], wordRule('r', 'a', 'x')).map(([, start]) => start);

  test.each([
    ['silences every rule on its lines', {}, [0, 5, 7]],
    ['silences the rule it names', { rules: ['r'] }, [0, 5, 7]],
    ['silences the rule it names with its prefix', { source: 'eslint', rules: ['bedrock-claude/r'] }, [0, 5, 7]],
    ['leaves other rules', { rules: ['other'] }, [0, 2, 5, 7]],
    ['reaches to the end of the file', { toLine: Infinity }, [0]],
    ['of ESLint that names no rule is not about ours', { source: 'eslint', rules: null }, [0, 2, 5, 7]],
  ] as const)('%s', (_, rest, starts) => expect(lines(rest)).toEqual(starts));
});

test('a rule that throws is named with its file', () => {
  const broken: PlannedRule = {
    name: 'broken',
    detect() {
      throw new TypeError('oops');
    },
  };
  const act = () => collectFindings(toyDocument('a'), setOf(broken), policy);
  expect(act).toThrow(DetectionError);
  expect(act).toThrow('rule broken failed on a.ts: oops');
});
