import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { openDocument } from '../../../src/documents/open.js';
import { createPolicy } from '../../../src/policy/index.js';
import { namedModels, namesClaude } from '../../../src/rules/request/named-models.js';
import { refusalOf } from '../../../src/rules/request/refusal-of.js';
import { asOf } from '../run-rule.js';

const policy = createPolicy({ settings: { asOf } }, { asOf, catalog });

function callOf(modelId: string) {
  const text = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nnew ConverseCommand({ modelId: ${modelId} });`;
  const [call] = openDocument({ path: 'src/a.ts', text, files: null }).modelCalls;
  if (!call) throw new Error('no call');
  return call;
}

describe('the texts that a model may be', () => {
  it.each([
    [`'us.anthropic.claude-opus-4-8'`, ['us.anthropic.claude-opus-4-8: Claude Opus 4.8'], true],
    ['`${geo}.anthropic.claude-opus-4-8`', ['anthropic.claude-opus-4-8: Claude Opus 4.8'], true],
    [
      '`arn:aws:bedrock:${region}:${account}:inference-profile/us.anthropic.claude-opus-4-8`',
      ['us.anthropic.claude-opus-4-8: Claude Opus 4.8'],
      true,
    ],
    [
      `fast ? 'us.amazon.nova-pro-v1:0' : 'us.anthropic.claude-sonnet-5'`,
      ['us.amazon.nova-pro-v1:0: none', 'us.anthropic.claude-sonnet-5: Claude Sonnet 5'],
      false,
    ],
    ['process.env.MODEL', [null], false],
  ])('are %s', (modelId, texts, isClaude) => {
    const { model } = callOf(modelId);
    const named = namedModels(model, policy);
    expect(named.map((each) => each && `${each.id}: ${each.model?.name ?? 'none'}`)).toEqual(texts);
    expect(namesClaude(model, policy)).toBe(isClaude);
  });
});

it('an ARN whose region only the running program knows is judged by the model in it', () => {
  const call = callOf('`arn:aws:bedrock:${region}:${account}:inference-profile/us.anthropic.claude-opus-4-8`');
  expect(refusalOf(call, policy, ({ sampling }) => sampling.temperature === false)).toMatchObject({
    model: { name: 'Claude Opus 4.8' },
    basis: 'named',
    refusal: { when: 'now' },
  });
});
