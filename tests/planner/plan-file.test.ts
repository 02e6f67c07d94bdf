import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import type { Select } from '../../src/planner/migration.js';
import { selectFor } from '../../src/planner/migration.js';
import { planFile } from '../../src/planner/plan-file.js';
import type { PlannedRule } from '../../src/planner/rule-set.js';
import type { Answer } from '../../src/planner/settle-repairs.js';
import type { Finding } from '../../src/rules/finding.js';
import { policy, setOf, toyDocument, wordRule } from './toy.js';

const safeOnly: Select = (_rule, _finding, repair) => repair.safety === 'safe';

function plan(
  text: string,
  rules: readonly PlannedRule[],
  rest: { readonly select?: Select; readonly answer?: Answer; readonly open?: (text: string) => Document } = {},
) {
  const open = rest.open ?? toyDocument;
  return planFile({
    document: open(text),
    reopen: open,
    ruleSet: setOf(...rules),
    policy,
    select: rest.select ?? safeOnly,
    answer: rest.answer ?? null,
  });
}

/** A rule with one finding over the whole text when `pattern` matches, repaired by given edits. */
function editRule(name: string, pattern: string, repair: Partial<Finding['repairs'][number]>): PlannedRule {
  return {
    name,
    detect: ({ text }) =>
      text.includes(pattern)
        ? [
            {
              messageId: 'found',
              range: [text.indexOf(pattern), text.indexOf(pattern) + pattern.length],
              level: 'error',
              repairs: [{ id: `${name}-repair`, safety: 'safe', edits: [], ...repair }],
            },
          ]
        : [],
  };
}

describe('a pass', () => {
  test('makes all edits that do not overlap', () => {
    expect(plan('a b\na', [wordRule('one', 'a', 'x'), wordRule('two', 'b', 'y')])).toMatchObject({
      text: 'x y\nx',
      edits: 3,
      applied: [
        { rule: 'one', repair: 'to-x', safety: 'safe', line: 1 },
        { rule: 'one', repair: 'to-x', safety: 'safe', line: 2 },
        { rule: 'two', repair: 'to-y', safety: 'safe', line: 1 },
      ],
      leftAlone: [],
      passes: 1,
    });
  });

  test('lets the earlier rule win; the other waits and looks again', () => {
    expect(plan('abc', [wordRule('late', 'bc', 'y'), wordRule('later', 'ab', 'x')])).toMatchObject({
      text: 'ay',
      passes: 1,
    });
    expect(
      plan('abc', [wordRule('early', 'ab', 'x'), wordRule('late', 'bc', 'y'), wordRule('next', 'xc', 'bc')]),
    ).toMatchObject({ text: 'y', passes: 3 });
  });

  test('merges the same edit of two rules', () => {
    expect(plan('a', [wordRule('one', 'a', 'x'), wordRule('two', 'a', 'x')])).toMatchObject({
      text: 'x',
      edits: 1,
      applied: [{ rule: 'one' }, { rule: 'two' }],
    });
  });

  test('takes the first repair that is selected', () => {
    const rule = wordRule('r', 'a', [
      { id: 'doubtful', safety: 'review', text: 'x' },
      { id: 'sure', safety: 'safe', text: 'y' },
      { id: 'also', safety: 'safe', text: 'z' },
    ]);
    expect(plan('a', [rule])).toMatchObject({ text: 'y', applied: [{ repair: 'sure' }] });
  });

  test('merges the imports of its repairs', () => {
    const wants = (word: string, name: string) =>
      wordRule(name, word, [{ id: 'r', safety: 'safe', text: `${name}()`, imports: [{ module: 'runtime', name }] }]);
    expect(plan(`import z from 'z';\nA B A\n`, [wants('A', 'one'), wants('B', 'two')]).text).toBe(
      `import z from 'z';\nimport { one, two } from 'runtime';\none() two() one()\n`,
    );
  });

  test('leaves a repair out whole when its import is impossible', () => {
    const rule = wordRule('r', 'A', [
      { id: 'r', safety: 'safe', text: 'one()', imports: [{ module: 'runtime', name: 'one' }] },
    ]);
    const text = `import { one } from 'other';\nA\n`;
    expect(plan(text, [rule])).toMatchObject({
      text,
      edits: 0,
      applied: [],
      leftAlone: [{ line: 2, rule: 'r', why: 'a name it imports is taken in this file' }],
      passes: 0,
    });
  });
});

test('lines are those of the original text', () => {
  const rules = [
    wordRule('grow', 'a', 'x\n\n\nx'),
    wordRule('late', 'c', [{ id: 'c', safety: 'review', text: 'd' }]),
    editRule('second', 'x\n\n\nx\nb', { edits: [{ range: [5, 6], text: 'B' }] }),
  ];
  const result = plan('a\nb\nc', rules);
  expect(result.text).toBe('x\n\n\nxBb\nc');
  expect(result.applied).toEqual([
    { rule: 'grow', repair: 'to-x\n\n\nx', safety: 'safe', line: 1 },
    { rule: 'second', repair: 'second-repair', safety: 'safe', line: 1 },
  ]);
  expect(result.leftAlone).toEqual([{ line: 3, rule: 'late', why: 'a person decides on its repair c' }]);
});

test('another choice for an ID that was just written is not left alone, one beside it is', () => {
  const choice = [{ id: 'other', safety: 'review', text: 'd' }] as const;
  const rules = [wordRule('move', 'a', 'b'), wordRule('choose', 'b', choice, { position: 'request' })];
  expect(plan('a', rules).leftAlone).toEqual([]);
  expect(plan('a\nb', rules).leftAlone).toEqual([
    { line: 2, rule: 'choose', why: 'a person decides on its repair other' },
  ]);
});

describe('left alone', () => {
  test.each([
    [
      'for the reason the rule gives',
      wordRule('r', 'a', [], { unrepaired: 'stands in a table' }),
      null,
      'stands in a table',
    ],
    [
      'for the reason the project gives',
      wordRule('r', 'a', [{ id: 'x', safety: 'safe', text: 'x', needs: [{ kind: 'noGuard', from: 'a', to: 'x' }] }]),
      () => ({ holds: false, why: 'gate.ts:1 decides' }),
      'gate.ts:1 decides',
    ],
    [
      'when only a doubtful repair is there',
      wordRule('r', 'a', [{ id: 'x', safety: 'review', text: 'x' }]),
      null,
      'a person decides on its repair x',
    ],
  ])('%s', (_, rule, answer, why) =>
    expect(plan('a', [rule], { answer })).toMatchObject({ text: 'a', leftAlone: [{ line: 1, rule: 'r', why }] }),
  );

  test('says nothing of notes', () => {
    expect(plan('a', [wordRule('r', 'a', [], { level: 'note' })]).leftAlone).toEqual([]);
  });
});

describe('a file stays as it is', () => {
  test('when repairs undo each other', () => {
    const result = plan('a c', [wordRule('there', 'a', 'b'), wordRule('back', 'b', 'a'), wordRule('other', 'c', 'd')]);
    expect(result).toMatchObject({
      text: 'a c',
      edits: 0,
      applied: [],
      leftAlone: [{ rule: 'there', why: 'conflict: the repairs of this file undo each other' }, { rule: 'other' }],
    });
  });

  test('when repairs never end', () => {
    const result = plan('a', [wordRule('grow', 'a', 'aa')]);
    expect(result).toMatchObject({
      text: 'a',
      applied: [],
      passes: 10,
      leftAlone: [{ rule: 'grow', why: 'conflict: the repairs of this file have not come to an end after 10 passes' }],
    });
  });

  test('when the result would not parse', () => {
    const open = (text: string) => toyDocument(text, { parseError: text.includes('(') ? 'unclosed (' : null });
    expect(plan('a', [wordRule('r', 'a', '(')], { open })).toMatchObject({
      text: 'a',
      applied: [],
      leftAlone: [{ line: 1, rule: 'r', why: 'the repaired text would not parse: unclosed (' }],
    });
  });

  test('but not because it did not parse before', () => {
    const open = (text: string) => toyDocument(text, { parseError: 'broken' });
    expect(plan('a', [wordRule('r', 'a', 'b')], { open }).text).toBe('b');
  });
});

test('a migration takes safe repairs and those it names, of its own rules', () => {
  const repair = (id: string, safety: 'safe' | 'review') => ({ id, safety, edits: [] });
  const finding: Finding = { messageId: 'm', range: [0, 1], level: 'error', repairs: [] };
  const select = selectFor({ name: 'm', rules: ['mine'], repairs: ['named'] });
  expect([
    select('mine', finding, repair('any', 'safe')),
    select('mine', finding, repair('named', 'review')),
    select('mine', finding, repair('any', 'review')),
    select('other', finding, repair('any', 'safe')),
  ]).toEqual([true, true, false, false]);
});

test('planning a planned text changes nothing', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd');
  const word = fc.array(letter, { minLength: 1, maxLength: 2 }).map((letters) => letters.join(''));
  const rule = fc.tuple(
    word,
    fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '\n'), { maxLength: 2 }).map((letters) => letters.join('')),
  );
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 4 }), fc.array(fc.oneof(letter, fc.constant('\n'))), (pairs, letters) => {
      const rules = pairs.map(([from, to], index) => wordRule(`r${index}`, from, to));
      const once = plan(letters.join(''), rules);
      const twice = plan(once.text, rules);
      expect(twice.text).toBe(once.text);
      expect(once.passes).toBeLessThanOrEqual(10);
    }),
    { numRuns: 300 },
  );
});
