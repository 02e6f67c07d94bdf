import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouter, withThinking } from '../../src/runtime/src/index.js';

const haiku = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0';
const sonnet = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';
const thinking = withThinking(sonnet, { budgetTokens: 2048 });
const router = createRouter({
  simple: { modelId: haiku, fallback: ['us.anthropic.claude-haiku-4-5-20251001-v1:0'] },
  complex: { modelId: sonnet, thinking, maxTokens: 8000 },
});

const user = (...content: object[]) => ({ role: 'user' as const, content });
const assistant = (...content: object[]) => ({ role: 'assistant' as const, content });
const question = user({ text: 'Analyze this.' });
const reasoning = { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'c2ln' } } };

describe('createRouter', () => {
  it('knows every model that it may go to', () => {
    expect(router.modelIds).toEqual([haiku, 'us.anthropic.claude-haiku-4-5-20251001-v1:0', sonnet]);
  });

  it('selects as selectModel does', () => {
    expect(router.select('Hi')).toMatchObject({ modelId: haiku, tier: 'simple' });
    expect(router.select('Hi', { tier: 'complex' })).toMatchObject({ modelId: sonnet, reason: 'override' });
  });
});

describe('route', () => {
  it('makes the request for the model of the tier', () => {
    const routed = router.route({ messages: [question], inferenceConfig: { temperature: 1 } });
    expect(routed).toMatchObject({ modelId: sonnet, tier: 'complex', reason: 'signal' });
    expect(routed.request).toEqual({
      modelId: sonnet,
      messages: [question],
      inferenceConfig: { temperature: 1, maxTokens: 8000 },
      additionalModelRequestFields: thinking,
    });
    expect(router.route({ messages: [user({ text: 'Hi' })] }).request).toEqual({
      modelId: haiku,
      messages: [user({ text: 'Hi' })],
    });
  });

  it('leaves what the request says itself', () => {
    const request = {
      messages: [question],
      inferenceConfig: { maxTokens: 100 },
      additionalModelRequestFields: { thinking: { type: 'disabled' }, top_k: 5 },
    };
    expect(router.route(request).request).toEqual({ ...request, modelId: sonnet });
    const { request: merged } = router.route({ messages: [question], additionalModelRequestFields: { top_k: 5 } });
    expect(merged.additionalModelRequestFields).toEqual({ top_k: 5, ...thinking });
  });

  it('keeps output settings beside an effort', () => {
    const complex = 'global.anthropic.claude-sonnet-4-6';
    const efforts = createRouter({ complex: { modelId: complex, thinking: withThinking(complex, { effort: 'low' }) } });
    const format = { type: 'json_schema' };
    const { request } = efforts.route({
      messages: [question],
      additionalModelRequestFields: { output_config: { format } },
    });
    expect(request.additionalModelRequestFields).toEqual({
      thinking: { type: 'adaptive' },
      output_config: { effort: 'low', format },
    });
  });

  it('lets a model in the request override, and a tier in the call override that', () => {
    const modelId = 'eu.anthropic.claude-opus-5';
    expect(router.route({ modelId, messages: [question] })).toMatchObject({
      modelId,
      tier: 'custom',
      reason: 'override',
      request: { modelId, messages: [question] },
    });
    expect(router.route({ modelId: sonnet, messages: [] })).toMatchObject({ tier: 'complex', reason: 'override' });
    expect(router.route({ modelId, messages: [] }, { tier: 'simple' })).toMatchObject({
      modelId: haiku,
      tier: 'simple',
    });
  });

  it('calls a profile by its ARN and still knows its model', () => {
    const profile = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3d4e5f6';
    const profiled = createRouter({ simple: { modelId: haiku, profile } });
    const routed = profiled.route(
      { messages: [assistant(reasoning, { text: 'Hi' })] },
      { previous: { modelId: haiku, tier: 'simple' } },
    );
    expect(routed.request).toMatchObject({ modelId: profile, messages: [assistant(reasoning, { text: 'Hi' })] });
  });

  it('promises where a classifier decides', async () => {
    const classifying = createRouter({ classify: () => 'complex', complex: sonnet });
    const routed = await classifying.route({ messages: [user({ text: 'Hi' })] });
    expect(routed).toMatchObject({ reason: 'classifier', request: { modelId: sonnet } });
  });

  it('changes nothing that it is given', () => {
    const request = { messages: [user({ text: 'Hi' }), assistant(reasoning), question], inferenceConfig: {} };
    const before = structuredClone(request);
    router.route(request, { previous: { modelId: haiku, tier: 'complex' } });
    expect(request).toEqual(before);
  });
});

describe('reasoning of an earlier model', () => {
  const conversation = [question, assistant(reasoning, { text: 'Done.' }), user({ text: 'Thanks' })];

  it('stays with its model, whatever the profile', () => {
    for (const modelId of [sonnet, 'us.anthropic.claude-sonnet-4-5-20250929-v1:0']) {
      const { request } = router.route({ messages: conversation }, { previous: { modelId, tier: 'complex' } });
      expect(request.messages).toBe(conversation);
    }
  });

  it('goes when the model changes', () => {
    const previous = router.select('Hi');
    const { request } = router.route({ messages: conversation }, { previous, tier: 'complex' });
    expect(request.messages).toEqual([question, assistant({ text: 'Done.' }), user({ text: 'Thanks' })]);
  });

  it('takes a turn along that held nothing else, and joins the turns around it', () => {
    const messages = [question, assistant(reasoning), user({ text: 'Go on' }), assistant({ text: 'Yes' })];
    const { request } = router.route({ messages }, { previous: { modelId: haiku }, tier: 'complex' });
    expect(request.messages).toEqual([user({ text: 'Analyze this.' }, { text: 'Go on' }), assistant({ text: 'Yes' })]);
  });

  it('is all that goes, and nothing is left of it', () => {
    const block = fc.oneof(
      fc.constant(reasoning),
      fc.constant({ type: 'thinking', thinking: 'Hm.' }),
      fc.constant({ type: 'redacted_thinking', data: 'x' }),
      fc.record({ text: fc.string() }),
    );
    const turn = fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), content: fc.array(block) });
    fc.assert(
      fc.property(fc.array(turn), (messages) => {
        const { request } = router.route({ messages }, { previous: { modelId: haiku }, tier: 'complex' });
        const kept = request.messages.flatMap(({ content }) => content);
        expect(kept).toEqual(messages.flatMap(({ content }) => content).filter((one) => 'text' in one));
      }),
    );
  });
});
