import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog, parseModelName, printModelId, printModelName, withModel } from '../../src/catalog/index.js';
import type { ModelName } from '../../src/catalog/index.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const bare: ModelName = {
  gateway: '',
  arn: null,
  scope: null,
  base: haiku,
  context: '',
  opaque: '',
  encoded: false,
  wildcard: false,
};
const arn = { partition: 'aws', region: 'us-east-1', account: '', resource: 'foundation-model' } as const;

describe('parseModelName', () => {
  it.each<[string, Partial<ModelName>]>([
    [haiku, {}],
    ['anthropic.claude-v2', { base: 'anthropic.claude-v2' }],
    ['anthropic.claude-v2:1', { base: 'anthropic.claude-v2:1' }],
    ['anthropic.claude-opus-4-6-v1', { base: 'anthropic.claude-opus-4-6-v1' }],
    ['anthropic.claude-sonnet-5', { base: 'anthropic.claude-sonnet-5' }],
    ['anthropic.claude-mythos-preview', { base: 'anthropic.claude-mythos-preview' }],
    // Context suffixes.
    [`${haiku}:200k`, { context: ':200k' }],
    ['anthropic.claude-v2:0:18k', { base: 'anthropic.claude-v2:0', context: ':18k' }],
    ['anthropic.claude-instant-v1:2:100k', { base: 'anthropic.claude-instant-v1:2', context: ':100k' }],
    // Geographies, known or not.
    [`us.${haiku}`, { scope: 'us' }],
    [`global.${haiku}`, { scope: 'global' }],
    [`us-gov.${haiku}`, { scope: 'us-gov' }],
    [`ca.${haiku}`, { scope: 'ca' }],
    [`ap.${haiku}`, { scope: 'ap' }],
    // ARNs.
    [`arn:aws:bedrock:us-east-1::foundation-model/${haiku}`, { arn }],
    [`arn:aws:bedrock:::foundation-model/${haiku}`, { arn: { ...arn, region: '' } }],
    [`arn:aws:bedrock:*::foundation-model/${haiku}`, { arn: { ...arn, region: '*' } }],
    [
      `arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov.${haiku}`,
      {
        scope: 'us-gov',
        arn: {
          partition: 'aws-us-gov',
          region: 'us-gov-west-1',
          account: '123456789012',
          resource: 'inference-profile',
        },
      },
    ],
    ...(
      ['application-inference-profile', 'provisioned-model', 'prompt-router', 'imported-model', 'prompt'] as const
    ).map((resource): [string, Partial<ModelName>] => [
      `arn:aws-cn:bedrock:cn-north-1:1:${resource}/abcdefghijkl:1`,
      {
        base: '',
        opaque: 'abcdefghijkl:1',
        arn: { partition: 'aws-cn', region: 'cn-north-1', account: '1', resource },
      },
    ]),
    [
      'arn:aws:bedrock:us-east-1:1:default-prompt-router/anthropic.claude:1',
      {
        base: '',
        opaque: 'anthropic.claude:1',
        arn: { ...arn, account: '1', resource: 'default-prompt-router' },
      },
    ],
    [
      `arn:aws:bedrock:us-east-1:1:custom-model/${haiku}:200k/abcdefghijkl`,
      { base: '', opaque: `${haiku}:200k/abcdefghijkl`, arn: { ...arn, account: '1', resource: 'custom-model' } },
    ],
    // Gateways.
    [`bedrock/${haiku}`, { gateway: 'bedrock/' }],
    [`bedrock:us.${haiku}`, { gateway: 'bedrock:', scope: 'us' }],
    [`bedrock/converse/us.${haiku}`, { gateway: 'bedrock/converse/', scope: 'us' }],
    [`bedrock/us-gov-west-1/${haiku}`, { gateway: 'bedrock/us-gov-west-1/' }],
    [`amazon-bedrock/${haiku}`, { gateway: 'amazon-bedrock/' }],
    [`aws-bedrock/${haiku}`, { gateway: 'aws-bedrock/' }],
    [`bedrock_converse/${haiku}`, { gateway: 'bedrock_converse/' }],
    [`bedrock/arn:aws:bedrock:us-east-1::foundation-model/${haiku}`, { gateway: 'bedrock/', arn }],
    // Escaped for a URL.
    ['anthropic.claude-3-haiku-20240307-v1%3A0', { encoded: true }],
    [encodeURIComponent(`arn:aws:bedrock:us-east-1::foundation-model/${haiku}`), { encoded: true, arn }],
    [encodeURIComponent(`us.${haiku}:48k`), { encoded: true, scope: 'us', context: ':48k' }],
    // IAM patterns.
    [`${haiku}*`, { wildcard: true }],
    [`*.${haiku}`, { scope: '*' }],
    ['anthropic.claude-sonnet-4-6*', { base: 'anthropic.claude-sonnet-4-6', wildcard: true }],
    // What never existed still reads: somebody has to say so.
    ['anthropic.claude-3.5-sonnet-20240620-v1:0', { base: 'anthropic.claude-3.5-sonnet-20240620-v1:0' }],
    ['anthropic.claude-3-5-sonnet-20241022-v2.0', { base: 'anthropic.claude-3-5-sonnet-20241022-v2.0' }],
    ['Anthropic.Claude-Sonnet-4-6', { base: 'Anthropic.Claude-Sonnet-4-6' }],
  ])('reads %s', (text, expected) => {
    expect(parseModelName(text)).toEqual({ ...bare, ...expected });
  });

  it.each([
    '',
    'anthropic.claude',
    'anthropic.claude-',
    'anthropic.claude-3',
    'anthropic.claude-3-5',
    'anthropic.claude-opus',
    'anthropic.claude-*',
    'anthropic.claude-3-haiku-',
    'anthropic.claude-3-haiku-*',
    'anthropic.claude-code-2.1.0',
    'claude-3-haiku-20240307',
    'anthropic/claude-3-haiku-20240307',
    'amazon.nova-lite-v1:0',
    ` ${haiku}`,
    `${haiku}.`,
    `${haiku} `,
    `x.${haiku}`,
    `longname.${haiku}`,
    `/model/${haiku}/invoke`,
    `arn:aws:bedrock:\${AWS::Region}::foundation-model/${haiku}`,
    `arn:aws:s3:us-east-1::foundation-model/${haiku}`,
    'arn:aws:bedrock:us-east-1::foundation-model/*',
    'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
    'arn:aws:bedrock:us-east-1:1:application-inference-profile/*',
    `arn:aws:bedrock:us-east-1::foundation-model/${haiku.replace(':', '%3A')}`,
  ])('takes no other text for a name: %j', (text) => {
    expect(parseModelName(text)).toBeNull();
  });

  it('reads every ID and profile of the catalog', () => {
    for (const { id, invocation } of catalog.models) {
      expect(parseModelName(id)?.base).toBe(id);
      for (const scope of invocation.profiles) {
        expect(parseModelName(`${scope}.${id}`)).toEqual({ ...bare, scope, base: id });
      }
    }
  });
});

describe('printModelId', () => {
  it('prints what a request holds without its ARN and gateway, as it was written', () => {
    const text = encodeURIComponent(`arn:aws:bedrock:us-east-1:1:inference-profile/us.${haiku}:48k`);
    const name = parseModelName(`bedrock/${text}`);
    expect(name && printModelId(name)).toBe('us.anthropic.claude-3-haiku-20240307-v1%3A0%3A48k');
  });
});

describe('withModel', () => {
  it('changes geography and base, keeps the rest, and drops the context suffix of the old model', () => {
    const name = parseModelName(`bedrock/arn:aws:bedrock:us-east-1:1:inference-profile/us.${haiku}:48k`);
    const changed = name && withModel(name, { scope: 'global', base: 'anthropic.claude-sonnet-4-6' });
    expect(changed && printModelName(changed)).toBe(
      'bedrock/arn:aws:bedrock:us-east-1:1:inference-profile/global.anthropic.claude-sonnet-4-6',
    );
  });
});

describe('parse and print', () => {
  it('undo each other for every name', () => {
    fc.assert(
      fc.property(anyName(), (name) => {
        const text = printModelName(name);
        const parsed = parseModelName(text);
        expect(parsed, text).not.toBeNull();
        expect(parsed && printModelName(parsed)).toBe(text);
        // Without a colon to escape nothing tells the two spellings apart.
        expect(parsed).toEqual({ ...name, encoded: name.encoded && text.includes('%3A') });
      }),
      { numRuns: 2000 },
    );
  });

  it('undo each other for every text that is a name, and never throw', () => {
    const piece = fc.constantFrom(
      ...[
        'anthropic.claude-',
        'us.',
        '*',
        '%3A',
        ':',
        '0',
        '200k',
        '-v1',
        'haiku',
        '-',
        '/',
        'arn:aws:bedrock:',
        '.',
        '4-5',
        '%2F',
        '%3a',
      ],
      ...['bedrock/', 'inference-profile/', '\n', '${', '}', 'é', 'prompt-router/'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const name = parseModelName(text);
        if (name !== null) expect(printModelName(name)).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });
});

function anyName(): fc.Arbitrary<ModelName> {
  const word = fc.constantFrom('haiku', 'sonnet', 'opus', 'saga');
  const base = fc.oneof(
    fc.constantFrom(...catalog.models.map((model) => model.id)),
    fc
      .tuple(word, fc.integer({ min: 3, max: 9 }), fc.option(fc.integer({ min: 1, max: 9 })), fc.boolean())
      .map(
        ([family, major, minor, isDated]) =>
          `anthropic.claude-${family}-${major}${minor === null ? '' : `-${minor}`}${isDated ? '-20270101-v1:0' : ''}`,
      ),
  );
  const field = fc.constantFrom('', '*', 'us-east-1', 'us-gov-west-1', '123456789012');
  const partition = fc.constantFrom('aws', 'aws-us-gov', 'aws-cn', 'aws-iso-b');
  const gateway = fc.constantFrom(
    '',
    'bedrock/',
    'amazon-bedrock/',
    'bedrock:',
    'bedrock_converse/',
    'bedrock/converse/',
  );
  const scope = fc.option(fc.oneof(fc.constantFrom('us-gov', 'global', '*'), fc.stringMatching(/^[a-z]{2,6}$/)));
  const named = fc.record({
    gateway,
    arn: fc.option(
      fc.record({
        partition,
        region: field,
        account: field,
        resource: fc.constantFrom('foundation-model' as const, 'inference-profile' as const),
      }),
    ),
    scope,
    base,
    context: fc.constantFrom('', ':200k', ':18k'),
    opaque: fc.constant(''),
    encoded: fc.boolean(),
    wildcard: fc.boolean(),
  });
  const opaque = fc.record({
    gateway,
    arn: fc.record({
      partition,
      region: field,
      account: field,
      resource: fc.constantFrom(
        'application-inference-profile' as const,
        'provisioned-model' as const,
        'prompt-router' as const,
      ),
    }),
    scope: fc.constant(null),
    base: fc.constant(''),
    context: fc.constant(''),
    opaque: fc.stringMatching(/^[a-z0-9]{1,20}$/),
    encoded: fc.boolean(),
    wildcard: fc.constant(false),
  });
  return fc.oneof({ weight: 3, arbitrary: named }, { weight: 1, arbitrary: opaque });
}
