import { expect, test } from 'vitest';
import { collectFindings } from '../../src/planner/collect-findings.js';
import type { Answer } from '../../src/planner/settle-repairs.js';
import { settleRepairs } from '../../src/planner/settle-repairs.js';
import type { ProjectClaim } from '../../src/rules/finding.js';
import { policy, setOf, toyDocument, wordRule } from './toy.js';

const claim = (from: string): ProjectClaim => ({ kind: 'notLookedUp', from, to: 'new' });

function settle(answer: Answer, needs?: readonly ProjectClaim[]) {
  const rule = wordRule('r', 'a', [
    { id: 'first', safety: 'safe', text: 'x', ...(needs && { needs }) },
    { id: 'second', safety: 'review', text: 'y' },
  ]);
  const [settled] = settleRepairs(collectFindings(toyDocument('a'), setOf(rule), policy), answer);
  return { repairs: settled?.finding.repairs.map(({ id, safety }) => `${id} ${safety}`), withheld: settled?.withheld };
}

test('without claims a repair is as safe as written', () => {
  expect(settle(null)).toEqual({ repairs: ['first safe', 'second review'], withheld: [] });
  expect(settle(null, [])).toEqual({ repairs: ['first safe', 'second review'], withheld: [] });
});

test('claims that nobody answers make it a matter of review', () => {
  expect(settle(null, [claim('old')])).toEqual({ repairs: ['first review', 'second review'], withheld: [] });
});

test('what is right in some projects alone is withheld where nobody answers', () => {
  expect(settle(null, [{ kind: 'sentMessages', from: 'old' }])).toEqual({
    repairs: ['second review'],
    withheld: [
      { id: 'first', why: 'the calls that take it are not seen, and their requests may have to be rewritten with it' },
    ],
  });
});

test('claims that hold leave it as written', () => {
  expect(settle(() => ({ holds: true }), [claim('old')])).toEqual({
    repairs: ['first safe', 'second review'],
    withheld: [],
  });
});

test('one claim that fails withholds it, and says why', () => {
  const answer: Answer = (asked) =>
    'from' in asked && asked.from === 'b' ? { holds: false, why: 'table.ts:3 lists b' } : { holds: true };
  expect(settle(answer, [claim('a'), claim('b')])).toEqual({
    repairs: ['second review'],
    withheld: [{ id: 'first', why: 'table.ts:3 lists b' }],
  });
});
