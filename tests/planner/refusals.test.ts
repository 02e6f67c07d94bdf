import { describe, expect, test } from 'vitest';
import type { FilePlan } from '../../src/planner/plan-file.js';
import { planFile } from '../../src/planner/plan-file.js';
import type { PlannedRule } from '../../src/planner/rule-set.js';
import { policy, setOf, toyDocument, wordRule } from './toy.js';

/** Moves the model `old` to `new`. */
const move = wordRule('move', 'old', 'new');

/** The model `new` refuses the word `bad`, which is said once `old` is to be moved, too. */
function refuse(repairs: Parameters<typeof wordRule>[2]): PlannedRule {
  const words = wordRule('refuse', 'bad', repairs, { unrepaired: 'nobody knows what it is for' });
  return {
    name: 'refuse',
    *detect(document, context) {
      const { text, path } = document;
      const at = text.search(/old|new/);
      for (const finding of words.detect(document, context)) {
        const when = text.startsWith('new', at) ? 'now' : 'moved';
        yield { ...finding, refusal: { when, model: { range: [at, at + 3], path } } };
      }
    },
  };
}

function plan(text: string, ...rules: readonly PlannedRule[]): FilePlan {
  return planFile({
    document: toyDocument(text),
    reopen: toyDocument,
    ruleSet: setOf(...rules),
    policy,
    select: () => true,
    answer: null,
  });
}

describe('an ID and what its model asks of the request', () => {
  test('go together', () => {
    expect(plan('old bad', move, refuse('good'))).toMatchObject({ text: 'new good', leftAlone: [] });
  });

  test('go together whichever rule comes first', () => {
    expect(plan('old bad', refuse('good'), move)).toMatchObject({ text: 'new good', passes: 1 });
  });

  test('stay together where the request has no repair, and everything else in the file with them', () => {
    expect(plan('old bad z', move, refuse([]), wordRule('other', 'z', 'y'))).toMatchObject({
      text: 'old bad z',
      edits: 0,
      applied: [],
      leftAlone: [
        { rule: 'move', why: 'its request must change with the model: nobody knows what it is for' },
        { rule: 'refuse', why: 'nobody knows what it is for' },
        { rule: 'other', why: 'its request must change with the model: nobody knows what it is for' },
      ],
    });
  });

  test('stay together where the ID has no repair', () => {
    expect(plan('old bad', wordRule('move', 'old', []), refuse('good'))).toMatchObject({
      text: 'old bad',
      leftAlone: [
        { rule: 'move', why: `needs a person's decision` },
        { rule: 'refuse', why: 'it goes with the move of its model, which is left alone' },
      ],
    });
  });
});

test('a model that refuses the request already is not moved to one that refuses it too', () => {
  const always: PlannedRule = {
    name: 'refuse',
    detect: ({ path }) => [
      {
        messageId: 'found',
        range: [4, 7],
        level: 'error',
        repairs: [],
        unrepaired: 'nobody knows',
        refusal: { when: 'now', model: { range: [0, 3], path } },
      },
    ],
  };
  expect(plan('old bad', move, always)).toMatchObject({
    text: 'old bad',
    leftAlone: [{ rule: 'move', why: 'its request must change with the model: nobody knows' }, { rule: 'refuse' }],
  });
});

test('what was refused before stops nothing', () => {
  expect(plan('new bad z', refuse([]), wordRule('other', 'z', 'y'))).toMatchObject({
    text: 'new bad y',
    leftAlone: [{ rule: 'refuse' }],
  });
});

describe('a model that another file names', () => {
  const elsewhere = { path: 'config.ts', range: [3, 9] as const };
  const refusal = { refusal: { when: 'moved' as const, model: elsewhere } };

  test('is awaited by a request that is repaired', () => {
    expect(plan('bad', wordRule('r', 'bad', 'good', refusal))).toMatchObject({
      text: 'good',
      awaited: [elsewhere],
      blocked: [],
      edited: [[0, 3]],
    });
  });

  test('is stopped by a request that is not', () => {
    expect(plan('bad', wordRule('r', 'bad', [], { ...refusal, unrepaired: 'unclear' }))).toMatchObject({
      text: 'bad',
      awaited: [],
      blocked: [{ model: elsewhere, why: 'a request in a.ts must change with the model: unclear' }],
    });
  });

  test('is not stopped by a note', () => {
    expect(plan('bad', wordRule('r', 'bad', [], { ...refusal, level: 'note' })).blocked).toEqual([]);
  });

  test('is stopped when its file is left alone', () => {
    const circle = [wordRule('to', 'x', 'y'), wordRule('fro', 'y', 'x')];
    expect(plan('bad x', wordRule('r', 'bad', 'good', refusal), ...circle)).toMatchObject({
      text: 'bad x',
      awaited: [],
      blocked: [{ model: elsewhere }],
    });
  });
});

test('places of later passes are those of the first text', () => {
  const grow = wordRule('grow', 'a', 'long word');
  const after = wordRule('after', 'word b', 'c');
  expect(plan('a b', grow, after).edited).toEqual([
    [0, 1],
    [0, 3],
  ]);
});

test('a finding that is held keeps its text, in every pass', () => {
  const held = planFile({
    document: toyDocument('a b'),
    reopen: toyDocument,
    ruleSet: setOf(wordRule('grow', 'a', 'xxx'), wordRule('held', 'b', 'c')),
    policy,
    select: () => true,
    answer: null,
    hold: ({ range }, first) => (first(range)[0] === 2 ? 'another file waits' : null),
  });
  expect(held).toMatchObject({ text: 'xxx b', leftAlone: [{ rule: 'held', why: 'another file waits' }] });
});
