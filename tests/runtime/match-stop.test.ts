import { expect, it } from 'vitest';
import { IncompleteResponseError, matchStop } from '../../src/runtime/src/index.js';
import type { StopHandlers } from '../../src/runtime/src/match-stop.js';

const everyKind = {
  complete: ({ text }) => `complete: ${text}`,
  toolUse: () => 'toolUse',
  truncated: ({ text }) => `truncated: ${text}`,
  contextWindowExceeded: () => 'contextWindowExceeded',
  refused: ({ category }) => `refused: ${category ?? 'no reason'}`,
  blocked: () => 'blocked',
  malformed: () => 'malformed',
  paused: () => 'paused',
  unknown: ({ stopReason }) => `unknown: ${stopReason ?? 'none'}`,
} satisfies StopHandlers;

it.each([
  [{ stopReason: 'end_turn', output: { message: { content: [{ text: 'Hi' }] } } }, 'complete: Hi'],
  [{ stop_reason: 'max_tokens', content: [{ type: 'text', text: 'On' }] }, 'truncated: On'],
  [{ stop_reason: 'refusal', stop_details: { category: 'bio' } }, 'refused: bio'],
  [{ stopReason: 'guardrail_intervened' }, 'blocked'],
  [undefined, 'unknown: none'],
  [{ stopReason: 'moon_phase' }, 'unknown: moon_phase'],
])('%j goes to its handler', (response, expected) => {
  expect(matchStop(response, everyKind)).toBe(expected);
});

it('the rest goes to `otherwise`', () => {
  const handlers = { complete: () => 1, otherwise: ({ kind }) => kind } satisfies StopHandlers;
  expect(matchStop({ stopReason: 'end_turn' }, handlers)).toBe(1);
  expect(matchStop({ stopReason: 'max_tokens' }, handlers)).toBe('truncated');
  expect(matchStop({}, handlers)).toBe('unknown');
});

it('what a handler throws or promises is passed on', async () => {
  const failing = { ...everyKind, complete: () => Promise.reject(new Error('no')) };
  await expect(matchStop({ stopReason: 'end_turn' }, failing)).rejects.toThrow('no');
});

it('plain JavaScript that left a handler out gets an error, not undefined', () => {
  const incomplete: unknown = { complete: () => 'yes' };
  expect((): unknown => Reflect.apply(matchStop, undefined, [{ stopReason: 'max_tokens' }, incomplete])).toThrow(
    IncompleteResponseError,
  );
});
