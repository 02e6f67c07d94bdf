import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/catalog/models.generated.js';
import { ThinkingError, withThinking } from '../../src/runtime/src/index.js';
import type { EffortLevel, ThinkingErrorCode, ThinkingRequest } from '../../src/runtime/src/index.js';

const sonnet45 = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const sonnet46 = 'global.anthropic.claude-sonnet-4-6';
const opus45 = 'global.anthropic.claude-opus-4-5-20251101-v1:0';
const opus48 = 'global.anthropic.claude-opus-4-8';

function refusal(modelId: string, options: ThinkingRequest): ThinkingError {
  try {
    withThinking(modelId, options);
  } catch (error) {
    if (error instanceof ThinkingError) return error;
    throw error;
  }
  return expect.fail(`${modelId} accepted ${JSON.stringify(options)}`);
}

describe('withThinking', () => {
  it('gives each generation its form', () => {
    expect(withThinking(sonnet45, { budgetTokens: 2048 })).toEqual({
      thinking: { type: 'enabled', budget_tokens: 2048 },
    });
    expect(withThinking(opus48, { effort: 'xhigh' })).toEqual({
      thinking: { type: 'adaptive' },
      output_config: { effort: 'xhigh' },
    });
  });

  it('gives a generation that takes both what was asked for', () => {
    expect(withThinking(sonnet46, { budgetTokens: 2048 })).toMatchObject({ thinking: { type: 'enabled' } });
    expect(withThinking(sonnet46, { effort: 'low' })).toMatchObject({ thinking: { type: 'adaptive' } });
  });

  it('chooses between a budget and an effort by the model', () => {
    const both = { budgetTokens: 2048, effort: 'high' } as const;
    expect(withThinking(sonnet45, both)).toMatchObject({ thinking: { type: 'enabled' } });
    expect(withThinking(opus45, both)).toMatchObject({ thinking: { type: 'enabled' } });
    expect(withThinking(opus48, both)).toMatchObject({ thinking: { type: 'adaptive' } });
    // The level is not among those of 4.6, the budget is accepted.
    expect(withThinking(sonnet46, { ...both, effort: 'xhigh' })).toMatchObject({ thinking: { type: 'enabled' } });
  });

  it('believes the caller of a newer model', () => {
    expect(withThinking('us.anthropic.claude-opus-9', { effort: 'max' })).toMatchObject({
      thinking: { type: 'adaptive' },
    });
    expect(withThinking('us.anthropic.claude-opus-9', { budgetTokens: 1024 })).toMatchObject({
      thinking: { type: 'enabled' },
    });
  });

  it.each<[ThinkingErrorCode, string, ThinkingRequest]>([
    ['BUDGET_REFUSED', opus48, { budgetTokens: 2048 }],
    ['EFFORT_REFUSED', sonnet45, { effort: 'high' }],
    ['EFFORT_REFUSED', sonnet46, { effort: 'xhigh' }],
    ['THINKING_REFUSED', 'anthropic.claude-3-5-haiku-20241022-v1:0', { budgetTokens: 2048, effort: 'low' }],
    ['INVALID_BUDGET', sonnet45, { budgetTokens: 1023 }],
    ['INVALID_BUDGET', sonnet45, { budgetTokens: 2048.5 }],
    ['INVALID_BUDGET', sonnet45, { budgetTokens: Number.NaN }],
    ['INVALID_BUDGET', sonnet45, { budgetTokens: 4096, maxTokens: 4096 }],
  ])('throws %s: %s %o', (code, modelId, options) => {
    expect(refusal(modelId, options)).toMatchObject({ name: 'ThinkingError', code, modelId });
  });

  it('says what the model takes', () => {
    expect(refusal(opus48, { budgetTokens: 2048 }).message).toContain('low, medium, high, xhigh, max');
    expect(refusal(sonnet45, { effort: 'high' }).message).toContain('budgetTokens');
  });

  it('never gives a known model what the catalog says it refuses', () => {
    const effort = fc.constantFrom<EffortLevel>('low', 'medium', 'high', 'xhigh', 'max');
    fc.assert(
      fc.property(
        fc.constantFrom(...models),
        effort,
        fc.boolean(),
        ({ id, request, invocation }, level, withBudget) => {
          fc.pre(invocation.body === 'messages' && invocation.endpoints.length > 0);
          try {
            const fields = withThinking(id, withBudget ? { budgetTokens: 2048, effort: level } : { effort: level });
            expect(request.thinking).toContain(fields.thinking.type);
            if ('output_config' in fields) expect(request.effort).toContain(fields.output_config.effort);
          } catch (error) {
            expect(error).toBeInstanceOf(ThinkingError);
          }
        },
      ),
    );
  });
});
