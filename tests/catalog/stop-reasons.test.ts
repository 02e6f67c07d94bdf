import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  areAlike,
  isFinishedWord,
  isOneWord,
  isSuccess,
  missingReasons,
  outcomeOf,
  reasonsToName,
  successReasons,
  vocabularyOf,
} from '../../src/catalog/stop-reasons.js';

const names = ['converse', 'messages', 'aiSdk', 'langChain'] as const;
// The file is this repository's own.
const data = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../src/catalog/stop-reasons.json'), 'utf8'),
) as { sources: object; vocabularies: { sources: string[] }[] };

describe('stop reasons', () => {
  it('give a source that is described for every vocabulary, and describe no other', () => {
    const cited = data.vocabularies.flatMap(({ sources }) => sources);
    expect([...new Set(cited)].toSorted()).toEqual(Object.keys(data.sources).toSorted());
  });

  it.each(names)('of %s never list a reason as impossible that they know', (name) => {
    const { reasons, impossible, required } = vocabularyOf(name);
    expect(Object.keys(impossible).filter((word) => Object.hasOwn(reasons, word))).toEqual([]);
    const replacements = Object.values(impossible).filter((word) => word !== null);
    expect(replacements.filter((word) => !Object.hasOwn(reasons, word))).toEqual([]);
    expect(required.filter((outcome) => !Object.values(reasons).includes(outcome))).toEqual([]);
  });

  it('know no refusal on Converse, where it is filtered content', () => {
    const converse = vocabularyOf('converse');
    expect(outcomeOf(converse, 'refusal')).toBeNull();
    expect(converse.impossible['refusal']).toBe('content_filtered');
    expect(outcomeOf(vocabularyOf('messages'), 'refusal')).toBe('refused');
  });

  it('tell success from everything else', () => {
    const converse = vocabularyOf('converse');
    expect(successReasons(converse)).toEqual(['end_turn', 'stop_sequence', 'tool_use']);
    expect(isSuccess(converse, 'max_tokens')).toBe(false);
    expect(isSuccess(converse, 'toString')).toBe(false);
  });

  it('miss one reason for each outcome that nothing stands for', () => {
    const converse = vocabularyOf('converse');
    expect(missingReasons(converse, ['tool_use'])).toEqual([
      'max_tokens',
      'model_context_window_exceeded',
      'content_filtered',
    ]);
    expect(
      missingReasons(converse, ['max_tokens', 'model_context_window_exceeded', 'content_filtered', 'own_word']),
    ).toEqual([]);
    expect(missingReasons(vocabularyOf('aiSdk'), ['length', 'content-filter'])).toEqual(['other']);
    expect(missingReasons(vocabularyOf('aiSdk'), ['length', 'content-filter', 'unknown'])).toEqual([]);
    expect(missingReasons(vocabularyOf('aiSdk5'), ['length', 'content-filter', 'other'])).toEqual(['unknown']);
    expect(missingReasons(vocabularyOf('aiSdk6'), ['length', 'content-filter'])).toEqual(['other']);
    expect(missingReasons(vocabularyOf('aiSdkAnthropic'), ['length', 'content-filter'])).toEqual([]);
  });

  it('name a guardrail beside a refusal', () => {
    const converse = vocabularyOf('converse');
    expect(reasonsToName(converse, ['max_tokens', 'content_filtered'])).toEqual([
      'model_context_window_exceeded',
      'guardrail_intervened',
    ]);
    expect(reasonsToName(vocabularyOf('messages'), ['max_tokens'])).toEqual([
      'model_context_window_exceeded',
      'refusal',
    ]);
  });

  it('have one word for an outcome unless the version decides', () => {
    expect(isOneWord(vocabularyOf('aiSdk'), 'other')).toBe(false);
    expect(isOneWord(vocabularyOf('aiSdk5'), 'unknown')).toBe(true);
    expect(isOneWord(vocabularyOf('converse'), 'content_filtered')).toBe(true);
  });

  it('are alike when both cut an answer off, or both withhold it', () => {
    const converse = vocabularyOf('converse');
    expect(areAlike(converse, 'model_context_window_exceeded', 'max_tokens')).toBe(true);
    expect(areAlike(converse, 'content_filtered', 'guardrail_intervened')).toBe(true);
    expect(areAlike(converse, 'content_filtered', 'max_tokens')).toBe(false);
    expect(areAlike(converse, 'own_word', 'other_word')).toBe(false);
  });
});

it.each([
  ['stop', true],
  ['END_TURN', true],
  ['EndTurn', true],
  ['completed', true],
  ['length', false],
  ['unknown', false],
  ['', false],
])('%s is a word for a finished answer: %s', (word, expected) => {
  expect(isFinishedWord(word)).toBe(expected);
});
