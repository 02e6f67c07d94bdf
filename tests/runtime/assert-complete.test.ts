import { describe, expect, it } from 'vitest';
import { assertComplete, IncompleteResponseError } from '../../src/runtime/src/index.js';

function thrown(response: unknown): IncompleteResponseError {
  try {
    assertComplete(response);
  } catch (error) {
    if (error instanceof IncompleteResponseError) return error;
    throw error;
  }
  throw new Error('expected an error');
}

describe('assertComplete', () => {
  it.each([
    { stopReason: 'end_turn' },
    { stopReason: 'tool_use' },
    { stop_reason: 'stop_sequence', content: [] },
    { finishReason: 'tool-calls' },
    { response_metadata: { stopReason: 'end_turn' } },
  ])('returns the response itself: %j', (response) => {
    expect(assertComplete(response)).toBe(response);
  });

  it.each([
    [{ stopReason: 'max_tokens' }, 'TRUNCATED'],
    [{ stopReason: 'model_context_window_exceeded' }, 'CONTEXT_WINDOW_EXCEEDED'],
    [{ stopReason: 'content_filtered' }, 'REFUSED'],
    [{ stopReason: 'guardrail_intervened' }, 'BLOCKED'],
    [{ stopReason: 'malformed_tool_use' }, 'MALFORMED'],
    [{ stop_reason: 'pause_turn' }, 'PAUSED'],
    [{ stopReason: 'moon_phase' }, 'UNKNOWN_STOP_REASON'],
    [{}, 'UNKNOWN_STOP_REASON'],
    [undefined, 'UNKNOWN_STOP_REASON'],
    [Promise.resolve({ stopReason: 'end_turn' }), 'UNKNOWN_STOP_REASON'],
  ])('throws for %j: %s', (response, code) => {
    expect(thrown(response).code).toBe(code);
  });

  it('lets through what is allowed, and nothing else', () => {
    const response = { stopReason: 'max_tokens' };
    expect(assertComplete(response, { allow: ['truncated', 'refused'] })).toBe(response);
    expect(() => assertComplete(response, { allow: ['refused'] })).toThrow(IncompleteResponseError);
    expect(() => assertComplete({}, { allow: ['truncated'] })).toThrow(IncompleteResponseError);
    const nothing: unknown = undefined;
    expect(assertComplete(nothing, { allow: ['unknown'] })).toBe(nothing);
  });
});

describe('IncompleteResponseError', () => {
  it('carries what came, and shows none of it in its message', () => {
    const response = {
      stopReason: 'max_tokens',
      output: { message: { content: [{ text: 'The secret is' }] } },
      $metadata: { requestId: 'a-b-c' },
    };
    const error = thrown(response);
    expect(error).toMatchObject({
      name: 'IncompleteResponseError',
      code: 'TRUNCATED',
      text: 'The secret is',
      stopReason: 'max_tokens',
      requestId: 'a-b-c',
      outcome: { kind: 'truncated' },
    });
    expect(error.message).toBe('TRUNCATED (stop reason max_tokens, request a-b-c)');
  });

  it.each([
    [{ _request_id: 'r' }, 'r'],
    [{ response_metadata: { $metadata: { requestId: 'r' } } }, 'r'],
    [{ response: { headers: { 'x-amzn-requestid': 'r' } } }, 'r'],
    [{ id: 'msg_1' }, undefined],
  ])('finds the request ID in %j', (response, requestId) => {
    expect(thrown(response).requestId).toBe(requestId);
  });

  it('is for callers to throw as well', () => {
    expect(new IncompleteResponseError({ stopReason: 'tool_use' })).toMatchObject({
      code: 'TOOL_USE',
      stopReason: 'tool_use',
    });
    expect(new IncompleteResponseError({ stopReason: 'end_turn' }).code).toBe('COMPLETE');
    const cause = new Error('socket');
    const error = new IncompleteResponseError(undefined, { code: 'STREAM_FAILED', cause });
    expect([error.code, error.cause, error.outcome.kind]).toEqual(['STREAM_FAILED', cause, 'unknown']);
    expect('cause' in new IncompleteResponseError({})).toBe(false);
  });
});
