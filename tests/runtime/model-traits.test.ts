import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/catalog/models.generated.js';
import { modelTraits, supports } from '../../src/runtime/src/index.js';

const callable = models.filter(({ invocation }) => invocation.body === 'messages' && invocation.endpoints.length > 0);

const forms = ['adaptive', 'enabled', 'disabled', 'between_tools'] as const;

/** What must come out of the compact rows, said a second time from the full catalog. */
function expectedTraits({ id, family, generation, limits, promptCaching, request }: (typeof models)[number]) {
  const { sources: _s, checkedOn: _c, note: _n, ...facts } = request;
  // A trait says whether a parameter is taken at all, and not what must stand beside it.
  const {
    disabledUpToEffort: _d,
    effortBeta: _e,
    forcedToolChoiceWithoutThinking: _f,
    bindsThinking: _b,
    ...accepted
  } = facts;
  return {
    known: true,
    modelId: id,
    family,
    generation,
    contextTokens: limits.contextTokens,
    maxOutputTokens: limits.maxOutputTokens,
    cacheMinTokens: promptCaching.minTokens,
    maxCachePoints: promptCaching.maxPoints,
    cacheTtls: promptCaching.ttls,
    ...accepted,
    thinking: forms.filter((form) => request.thinking.includes(form)),
  };
}

describe('modelTraits', () => {
  it.each(callable.map((model) => [model.id, model] as const))('tells of %s what the catalog says', (id, model) => {
    const expected = expectedTraits(model);
    expect(modelTraits(id)).toEqual(expected);
    for (const spelling of [
      `global.${id}`,
      `us-gov.${id}`,
      `arn:aws:bedrock:eu-west-1::foundation-model/${id}`,
      `arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov.${id}`,
    ]) {
      expect(modelTraits(spelling)).toEqual(expected);
    }
  });

  it('knows the undated names of the Messages endpoint and the longer contexts of provisioned models', () => {
    const sonnet = 'anthropic.claude-3-sonnet-20240229-v1:0';
    expect(modelTraits('anthropic.claude-haiku-4-5').cacheMinTokens).toBe(4096);
    expect(modelTraits(`${sonnet}:200k`)).toEqual({ ...modelTraits(sonnet), modelId: `${sonnet}:200k` });
  });

  it('reads family and generation of a newer model from its name, and knows nothing else', () => {
    expect(modelTraits('jp.anthropic.claude-opus-9-1')).toMatchObject({
      known: false,
      modelId: 'anthropic.claude-opus-9-1',
      family: 'opus',
      generation: '9.1',
      cacheMinTokens: null,
      cacheTtls: [],
      thinking: [],
      prefill: null,
      sampling: { temperature: null, topP: null, topK: null, temperatureWithTopP: null },
    });
  });

  it.each([
    '',
    'claude-sonnet-4-5',
    'amazon.nova-pro-v1:0',
    'anthropic.claude-',
    'anthropic.claude-constructor',
    'anthropic.claude-v2:1',
    'anthropic.claude-sonnet-4-5-20250101-v1:0',
    'notanthropic.claude-opus-5/',
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
    'arn:aws:bedrock:us-east-1:123456789012:custom-model/anthropic.claude-3-haiku-20240307-v1:0/a1b2c3d4e5f6',
  ])('does not know %j', (id) => {
    expect(modelTraits(id)).toMatchObject({ known: false, contextTokens: null });
  });

  it('takes any text, and long ones in no time', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof modelTraits(`anthropic.claude-${text}`).known === 'boolean'));
    for (const part of ['anthropic.claude-', ':0', '-v1', '1-', 'a.']) {
      expect(modelTraits(`anthropic.claude-${part.repeat(200_000)}`).known).toBe(false);
    }
  });
});

describe('supports', () => {
  it.each(['constructor', 'family', 'modelId'])('says nothing of `%s`, which is no trait', (name) => {
    // @ts-expect-error -- what plain JavaScript may ask
    expect(supports('us.anthropic.claude-opus-4-8', name)).toBeUndefined();
  });

  it.each([
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'caching', true],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'hourCaching', true],
    ['us.anthropic.claude-opus-4-1-20250805-v1:0', 'hourCaching', false],
    ['anthropic.claude-3-haiku-20240307-v1:0', 'caching', false],
    ['anthropic.claude-3-haiku-20240307-v1:0', 'hourCaching', false],
    ['us.anthropic.claude-fable-5-2', 'hourCaching', undefined],
    ['anthropic.claude-3-5-haiku-20241022-v1:0', 'thinking', false],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'budgetThinking', true],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'adaptiveThinking', false],
    ['us.anthropic.claude-opus-4-8', 'adaptiveThinking', true],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'effort', false],
    ['us.anthropic.claude-opus-4-8', 'temperature', false],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'temperatureWithTopP', false],
    ['anthropic.claude-sonnet-4-20250514-v1:0', 'temperatureWithTopP', undefined],
    ['us.anthropic.claude-sonnet-4-6', 'prefill', false],
    ['eu.anthropic.claude-sonnet-5-5', 'forcedToolChoice', false],
    ['anthropic.claude-opus-9', 'caching', undefined],
    ['arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6', 'temperature', undefined],
  ] as const)('%s, %s: %s', (id, trait, answer) => {
    expect(supports(id, trait)).toBe(answer);
  });
});
