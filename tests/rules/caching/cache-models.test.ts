import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { openDocument } from '../../../src/documents/open.js';
import { createPolicy } from '../../../src/policy/index.js';
import { loosestMinimum, modelsOfCall, strictestMinimum } from '../../../src/rules/caching/cache-models.js';
import { asOf } from '../run-rule.js';

function modelsOf(modelId: string, settings: object = {}, before = '') {
  const text = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${before}\nnew ConverseCommand({ modelId: ${modelId}, messages: [] });`;
  const policy = createPolicy({ settings: { asOf, ...settings } }, { asOf, catalog });
  const [call] = openDocument({ path: 'src/a.ts', text, files: null }).modelCalls;
  if (!call) throw new Error('no call');
  const found = modelsOfCall(call, policy);
  return found && { ...found, models: found.models.map(({ name }) => name) };
}

describe('the models of a call', () => {
  it.each<[string, string[], boolean]>([
    [`'us.anthropic.claude-sonnet-4-6'`, ['Claude Sonnet 4.6'], true],
    ['`${geo}.anthropic.claude-haiku-4-5-20251001-v1:0`', ['Claude Haiku 4.5'], true],
    [
      '`arn:aws:bedrock:${region}:${account}:inference-profile/us.anthropic.claude-opus-4-8`',
      ['Claude Opus 4.8'],
      true,
    ],
    [
      `fast ? 'us.anthropic.claude-haiku-4-5-20251001-v1:0' : 'us.anthropic.claude-sonnet-4-6'`,
      ['Claude Haiku 4.5', 'Claude Sonnet 4.6'],
      true,
    ],
    [`process.env.MODEL ?? 'us.anthropic.claude-sonnet-4-6'`, ['Claude Sonnet 4.6'], false],
  ])('are those it names: %s', (modelId, models, isExhaustive) => {
    expect(modelsOf(modelId)).toEqual({ models, isNamed: true, isExhaustive });
  });

  it.each([
    'process.env.MODEL',
    `'us.amazon.nova-pro-v1:0'`,
    `'us.anthropic.claude-sonnet-9'`,
    `fast ? 'us.amazon.nova-pro-v1:0' : 'us.anthropic.claude-sonnet-4-6'`,
    `'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456'`,
  ])('are not known: %s', (modelId) => expect(modelsOf(modelId)).toBeNull());

  it('are what the policy says of an application profile', () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456';
    const settings = { profiles: { [arn]: 'us.anthropic.claude-opus-4-8' } };
    expect(modelsOf(`'${arn}'`, settings)?.models).toEqual(['Claude Opus 4.8']);
  });

  it('are stood for by their successor where they have ended, and joined by it where they are about to', () => {
    expect(modelsOf(`'anthropic.claude-3-5-sonnet-20240620-v1:0'`)?.models).toEqual(['Claude Sonnet 4.5']);
    expect(modelsOf(`'anthropic.claude-3-5-sonnet-20240620-v1:0'`, { target: 'latest' })?.models).toEqual([
      'Claude Sonnet 5.5',
    ]);
    expect(modelsOf(`'us.anthropic.claude-opus-4-1-20250805-v1:0'`)?.models).toEqual([
      'Claude Opus 4.1',
      'Claude Opus 4.5',
    ]);
  });
});

describe('the minimum', () => {
  const model = (id: string) => catalog.models.filter((each) => each.id === id);
  const sonnet = model('anthropic.claude-sonnet-4-6');
  const haiku = model('anthropic.claude-haiku-4-5-20251001-v1:0');

  it('is the highest, or the lowest, of several', () => {
    expect(strictestMinimum([...sonnet, ...haiku])).toBe(4096);
    expect(loosestMinimum([...sonnet, ...haiku])).toBe(1024);
  });

  it('is not known where one of them caches nothing, or where there is none', () => {
    const old = model('anthropic.claude-3-haiku-20240307-v1:0');
    expect(old).toHaveLength(1);
    expect(strictestMinimum([...sonnet, ...old])).toBeNull();
    expect(loosestMinimum([...sonnet, ...old])).toBeNull();
    expect(strictestMinimum([])).toBeNull();
  });
});
