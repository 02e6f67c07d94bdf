import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/catalog/models.generated.js';
import { scopes } from '../../src/runtime/src/catalog.generated.js';
import { inferenceProfile, InferenceProfileError } from '../../src/runtime/src/index.js';
import type { InferenceProfileErrorCode, InferenceProfileOptions } from '../../src/runtime/src/index.js';

const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

function refusal(modelId: string, options?: InferenceProfileOptions): InferenceProfileError {
  try {
    const profile = inferenceProfile(modelId, options);
    throw new Error(`expected a refusal, got ${profile}`);
  } catch (error) {
    if (error instanceof InferenceProfileError) return error;
    throw error;
  }
}

describe('a model ID without options', () => {
  it('gets the global profile', () => {
    expect(inferenceProfile(sonnet45)).toBe(`global.${sonnet45}`);
  });

  it('is not sent to the one geography that has it: that would be a guess about where data may go', () => {
    const error = refusal('anthropic.claude-opus-4-1-20250805-v1:0');
    expect(error.code).toBe('SCOPE_REQUIRED');
    expect(error.message).toContain('Name a scope: us.');
  });
});

describe('the region', () => {
  it.each([
    [sonnet45, 'us-east-1', 'us'],
    [sonnet45, 'eu-central-1', 'eu'],
    [sonnet45, 'ap-northeast-1', 'jp'],
    [sonnet45, 'ap-southeast-2', 'au'],
    [sonnet45, 'ca-central-1', 'us'],
    [sonnet45, 'us-gov-west-1', 'us-gov'],
    // No geography of its own: the global profile is what can be called from there.
    [sonnet45, 'sa-east-1', 'global'],
    [sonnet45, 'ap-southeast-1', 'global'],
    ['anthropic.claude-sonnet-5', 'ap-northeast-1', 'global'],
    ['anthropic.claude-opus-4-1-20250805-v1:0', 'us-west-2', 'us'],
  ])('gives %s in %s the scope %s', (modelId, region, scope) => {
    expect(inferenceProfile(modelId, { region })).toBe(`${scope}.${modelId}`);
  });

  it.each(['us-gov-east-1', 'cn-north-1', 'us-iso-east-1', 'eu-isoe-west-1', 'eusc-de-east-1'])(
    'refuses a model that the partition of %s does not have',
    (region) => {
      expect(refusal('anthropic.claude-opus-5', { region }).code).toBe('REGION_OUTSIDE_SCOPE');
      expect(refusal('anthropic.claude-opus-5', { region, scope: 'global' }).code).toBe('REGION_OUTSIDE_SCOPE');
    },
  );

  it('moves a profile ID that cannot be called from it, and keeps one that can', () => {
    expect(inferenceProfile(`us.${sonnet45}`, { region: 'eu-west-1' })).toBe(`eu.${sonnet45}`);
    expect(inferenceProfile(`us.${sonnet45}`, { region: 'us-west-2' })).toBe(`us.${sonnet45}`);
    expect(inferenceProfile(`global.${sonnet45}`, { region: 'eu-west-1' })).toBe(`global.${sonnet45}`);
  });
});

describe('allowed scopes', () => {
  it('are tried in their order', () => {
    expect(inferenceProfile(sonnet45, { allowedScopes: ['jp', 'eu'] })).toBe(`jp.${sonnet45}`);
    expect(inferenceProfile(sonnet45, { allowedScopes: ['apac', 'au'] })).toBe(`au.${sonnet45}`);
    expect(inferenceProfile(sonnet45, { allowedScopes: ['global', 'eu'], region: 'eu-west-1' })).toBe(
      `global.${sonnet45}`,
    );
  });

  it('bring a profile ID from outside back in', () => {
    expect(inferenceProfile(`global.${sonnet45}`, { allowedScopes: ['eu'] })).toBe(`eu.${sonnet45}`);
  });

  it('outrank a scope named beside them', () => {
    expect(refusal(sonnet45, { scope: 'us', allowedScopes: ['eu'] }).code).toBe('SCOPE_NOT_ALLOWED');
  });

  it('allow nothing when empty', () => {
    expect(refusal(sonnet45, { allowedScopes: [] }).code).toBe('SCOPE_NOT_ALLOWED');
  });
});

describe('a model newer than the data', () => {
  it('works when a scope is named, as an option or in the ID', () => {
    expect(inferenceProfile('anthropic.claude-opus-9', { scope: 'eu' })).toBe('eu.anthropic.claude-opus-9');
    expect(inferenceProfile('jp.anthropic.claude-opus-9')).toBe('jp.anthropic.claude-opus-9');
    expect(inferenceProfile('anthropic.claude-opus-9', { scope: 'mx', region: 'mx-central-1' })).toBe(
      'mx.anthropic.claude-opus-9',
    );
  });

  it('is refused otherwise', () => {
    expect(refusal('anthropic.claude-opus-9').code).toBe('UNKNOWN_MODEL');
    expect(refusal('anthropic.claude-opus-9', { region: 'eu-west-1' }).code).toBe('UNKNOWN_MODEL');
  });
});

describe('an ARN', () => {
  it.each([
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
    'arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:provisioned-model/a1b2c3d4e5f6',
    'arn:aws:sagemaker:us-east-1:123456789012:endpoint/claude-of-the-marketplace',
    `arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.${sonnet45}`,
  ])('passes through: %s', (arn) => {
    expect(inferenceProfile(arn, { allowedScopes: ['eu'], region: 'eu-west-1' })).toBe(arn);
  });

  it('does not carry a geography past the allowed scopes', () => {
    const arn = `arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.${sonnet45}`;
    expect(refusal(arn, { allowedScopes: ['eu'] }).code).toBe('SCOPE_NOT_ALLOWED');
    expect(refusal(arn, { scope: 'eu' }).code).toBe('SCOPE_NOT_ALLOWED');
  });
});

describe('a refusal', () => {
  it.each<[InferenceProfileErrorCode, string, InferenceProfileOptions]>([
    ['INVALID_MODEL_ID', 'claude-sonnet-4-5', {}],
    ['INVALID_MODEL_ID', 'bedrock/anthropic.claude-opus-5', {}],
    ['INVALID_MODEL_ID', 'amazon.nova-pro-v1:0', {}],
    ['INVALID_MODEL_ID', '', {}],
    ['INVALID_SCOPE', sonnet45, { scope: 'EU' }],
    ['INVALID_SCOPE', sonnet45, { allowedScopes: ['eu-west-1'] }],
    ['INVALID_REGION', sonnet45, { region: 'eu' }],
    ['INVALID_REGION', sonnet45, { region: '' }],
    ['PROFILE_NOT_OFFERED', sonnet45, { scope: 'apac' }],
    ['PROFILE_NOT_OFFERED', 'anthropic.claude-mythos-5', {}],
    ['REGION_OUTSIDE_SCOPE', sonnet45, { scope: 'eu', region: 'us-east-1' }],
    ['REGION_OUTSIDE_SCOPE', sonnet45, { allowedScopes: ['eu'], region: 'us-east-1' }],
  ])('%s: %s %o', (code, modelId, options) => {
    const error = refusal(modelId, options);
    expect(error).toMatchObject({ name: 'InferenceProfileError', code, modelId });
  });

  it('says what was received, what exists and what to do', () => {
    expect(refusal(sonnet45, { scope: 'apac' }).message).toBe(
      `\`${sonnet45}\`: no apac profile. Profiles: global, us, eu, au, jp, us-gov.`,
    );
    expect(refusal(sonnet45, { scope: 'eu', region: 'us-east-1' }).message).toBe(
      `\`${sonnet45}\`: us-east-1 can call us, global. Profiles: eu.`,
    );
    expect(refusal('claude-sonnet-4-5').message).toContain('`claude-sonnet-4-5`: no Claude model ID');
  });
});

const served = models.filter(({ invocation }) => invocation.endpoints.length > 0 && invocation.body === 'messages');
const anyScope = fc.constantFrom(...scopes.map(([scope]) => scope));
const anyOptions = fc.record(
  {
    scope: fc.option(anyScope, { nil: undefined }),
    region: fc.constantFrom(
      undefined,
      'us-east-1',
      'eu-west-2',
      'ap-south-1',
      'us-gov-west-1',
      'me-central-1',
      'cn-north-1',
    ),
    allowedScopes: fc.option(fc.uniqueArray(anyScope), { nil: undefined }),
  },
  { requiredKeys: [] },
);

describe('for every model, prefix and combination of options', () => {
  it('has the profiles of the catalog', () => {
    for (const { id, invocation } of served) {
      const offered = scopes.flatMap(([scope]) => {
        try {
          return [inferenceProfile(id, { scope })];
        } catch {
          return [];
        }
      });
      expect(offered.toSorted()).toEqual(invocation.profiles.map((scope) => `${scope}.${id}`).toSorted());
    }
  });

  it('the result exists, is allowed, and stays as it is when asked again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...served),
        fc.option(anyScope),
        anyOptions,
        ({ id, invocation }, prefix, options) => {
          const modelId = prefix === null ? id : `${prefix}.${id}`;
          let profile: string;
          try {
            profile = inferenceProfile(modelId, options);
          } catch (error) {
            expect(error).toBeInstanceOf(InferenceProfileError);
            return;
          }
          const scope = profile.slice(0, -id.length - 1);
          expect(invocation.profiles).toContain(scope);
          if (options.scope) expect(scope).toBe(options.scope);
          if (options.allowedScopes) expect(options.allowedScopes).toContain(scope);
          if (options.region === 'us-gov-west-1') expect(scope).toBe('us-gov');
          expect(options.region).not.toBe('cn-north-1');
          expect(inferenceProfile(profile, options)).toBe(profile);
        },
      ),
    );
  });

  it('any text gives a profile ID or a typed refusal', () => {
    fc.assert(
      fc.property(fc.string(), anyOptions, (text, options) => {
        try {
          expect(typeof inferenceProfile(text, options)).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(InferenceProfileError);
        }
      }),
    );
  });
});
