import { StopReason } from '@aws-sdk/client-bedrock-runtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopOutcome } from '../../src/runtime/src/index.js';
import type { StopKind } from '../../src/runtime/src/index.js';

const kindsOfConverse: Readonly<Record<StopReason, StopKind>> = {
  end_turn: 'complete',
  stop_sequence: 'complete',
  tool_use: 'toolUse',
  max_tokens: 'truncated',
  model_context_window_exceeded: 'contextWindowExceeded',
  content_filtered: 'refused',
  guardrail_intervened: 'blocked',
  malformed_model_output: 'malformed',
  malformed_tool_use: 'malformed',
};

describe('Converse', () => {
  it.each(Object.values(StopReason))('%s', (stopReason) => {
    const response = { stopReason, output: { message: { role: 'assistant', content: [{ text: 'So far' }] } } };
    expect(stopOutcome(response)).toMatchObject({ kind: kindsOfConverse[stopReason], stopReason, text: 'So far' });
  });

  it('says nothing about a refusal', () => {
    expect(stopOutcome({ stopReason: 'content_filtered', output: { message: { content: [] } } })).toEqual({
      kind: 'refused',
      stopReason: 'content_filtered',
      text: '',
      category: undefined,
      explanation: undefined,
    });
  });
});

describe('Messages', () => {
  it.each([
    ['end_turn', 'complete'],
    ['stop_sequence', 'complete'],
    ['tool_use', 'toolUse'],
    ['max_tokens', 'truncated'],
    ['model_context_window_exceeded', 'contextWindowExceeded'],
    ['refusal', 'refused'],
    ['pause_turn', 'paused'],
    ['compaction', 'paused'],
  ])('%s', (reason, kind) => {
    const message = { stop_reason: reason, content: [{ type: 'text', text: 'So far' }] };
    const body = new TextEncoder().encode(JSON.stringify(message));
    expect(stopOutcome(message)).toMatchObject({ kind, stopReason: reason, text: 'So far' });
    expect(stopOutcome({ body, contentType: 'application/json' })).toEqual(stopOutcome(message));
  });

  it('tells what was refused', () => {
    const stop_details = { type: 'refusal', category: 'cyber', explanation: 'No malware.' };
    expect(stopOutcome({ stop_reason: 'refusal', content: [], stop_details })).toMatchObject({
      kind: 'refused',
      category: 'cyber',
      explanation: 'No malware.',
    });
    expect(stopOutcome({ stop_reason: 'refusal', content: [], stop_details: { category: null } })).toMatchObject({
      kind: 'refused',
      category: undefined,
    });
  });

  it('a guardrail outranks the reason, which InvokeModel leaves as it was', () => {
    const body = { stop_reason: 'end_turn', content: [{ type: 'text', text: 'Blocked.' }] };
    expect(stopOutcome({ ...body, 'amazon-bedrock-guardrailAction': 'INTERVENED' }).kind).toBe('blocked');
    expect(stopOutcome({ ...body, 'amazon-bedrock-guardrailAction': 'NONE' }).kind).toBe('complete');
  });
});

describe('the AI SDK', () => {
  it.each([
    [{ finishReason: 'stop' }, 'complete'],
    [{ finishReason: 'tool-calls' }, 'toolUse'],
    [{ finishReason: 'length' }, 'truncated'],
    [{ finishReason: 'content-filter' }, 'refused'],
    [{ finishReason: 'error' }, 'unknown'],
    [{ finishReason: 'other' }, 'unknown'],
    [{ finishReason: 'unknown' }, 'unknown'],
    // What its words leave out stands in the raw reason.
    [{ finishReason: 'content-filter', rawFinishReason: 'guardrail_intervened' }, 'blocked'],
    [{ finishReason: 'other', rawFinishReason: 'model_context_window_exceeded' }, 'contextWindowExceeded'],
    [{ finishReason: 'length', rawFinishReason: 'model_context_window_exceeded' }, 'contextWindowExceeded'],
    [{ finishReason: 'stop', rawFinishReason: 'pause_turn' }, 'paused'],
    [{ finishReason: 'other', response: { body: { stopReason: 'malformed_tool_use' } } }, 'malformed'],
    // JSON that was asked for through a tool is an answer, not a tool use.
    [{ finishReason: 'stop', rawFinishReason: 'tool_use' }, 'complete'],
    [{ finishReason: 'tool-calls', rawFinishReason: 'tool_use' }, 'toolUse'],
  ])('%j is %s', (response, kind) => {
    expect(stopOutcome(response).kind).toBe(kind);
  });

  it('its stream has promises, which say nothing', () => {
    expect(stopOutcome({ finishReason: Promise.resolve('stop'), text: Promise.resolve('Hi') })).toEqual({
      kind: 'unknown',
      stopReason: undefined,
      text: '',
    });
  });
});

describe('LangChain', () => {
  it.each([
    [{ content: 'Hi', response_metadata: { stopReason: 'end_turn' } }, 'complete'],
    [{ content: 'Hi', response_metadata: { messageStop: { stopReason: 'max_tokens' }, metadata: {} } }, 'truncated'],
    [{ content: 'Hi', response_metadata: { stop_reason: 'refusal' } }, 'refused'],
    [{ content: 'Hi', additional_kwargs: { stop_reason: 'max_tokens' }, response_metadata: {} }, 'truncated'],
  ])('%j is %s', (message, kind) => {
    expect(stopOutcome(message)).toMatchObject({ kind, text: 'Hi' });
  });
});

describe('bare reasons', () => {
  it.each([{ stopReason: 'end_turn' }, { stop_reason: 'end_turn' }, { finishReason: 'stop' }])('%j', (response) => {
    expect(stopOutcome(response).kind).toBe('complete');
  });
});

describe('what is not known is never a success', () => {
  it.each([
    undefined,
    null,
    'end_turn',
    0,
    [],
    {},
    { stopReason: undefined },
    { stopReason: null, stop_reason: null },
    { stopReason: 7 },
    { stopReason: '' },
    { stopReason: 'constructor' },
    { stopReason: '__proto__' },
    { stopReason: 'end_turn stop_sequence' },
    { stopReason: 'END_TURN' },
    { body: new Uint8Array([1, 2, 3]) },
    { output: { message: { content: [{ text: 'An answer, it seems' }] } } },
    Promise.resolve({ stopReason: 'end_turn' }),
  ])('%j', (response) => {
    expect(stopOutcome(response).kind).toBe('unknown');
  });

  it('a reason from the future keeps its name', () => {
    expect(stopOutcome({ stopReason: 'moon_phase' })).toEqual({ kind: 'unknown', stopReason: 'moon_phase', text: '' });
  });

  it('whatever else a response holds', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          expect(stopOutcome(value).kind).toBe('unknown');
          expect(stopOutcome({ stopReason: value }).kind).toBe('unknown');
        },
      ),
    );
  });
});
