import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { requestChanges } from '../../../src/cli/follow-ups/request-changes.js';
import { targetText } from '../../../src/cli/reporters/target-text.js';
import { styleFor } from '../../../src/cli/report/style.js';
import { targetChoices } from '../../../src/cli/follow-ups/target-choices.js';
import { openDocument } from '../../../src/documents/open.js';
import { createPolicy } from '../../../src/policy/index.js';
import type { WrittenOptions } from '../../../src/policy/index.js';

const policyOf = (flags: WrittenOptions = {}) => createPolicy({ flags }, { asOf: '2026-11-22', catalog });
const open = (text: string, path = 'a.env') => openDocument({ path, text, files: null });
const modelOf = (id: string) => {
  const model = catalog.findModel(id);
  if (model === undefined) throw new Error(`There is no model ${id}.`);
  return model;
};

const haiku = open('M=us.anthropic.claude-3-haiku-20240307-v1:0\n');
const instant = open('M=anthropic.claude-instant-v1\n');

describe('the choices of a migration', () => {
  it('are the target of the policy and the newest model, for each family to move', () => {
    const [choice, ...others] = targetChoices([haiku, instant, haiku], policyOf());
    expect(others).toEqual([]);
    expect(choice).toMatchObject({
      family: 'haiku',
      from: ['Claude 3 Haiku', 'Claude Instant'],
      target: { generation: '4.5', price: { global: { input: 1, output: 5 } } },
      newest: { generation: '5.5' },
    });
    expect(choice?.target?.requestChanges).toContain('messages in place of a text completion');
  });

  it('follow the target and the residency of the policy', () => {
    expect(targetChoices([haiku], policyOf({ target: 'latest' }))[0]?.target?.generation).toBe('5.5');
    expect(targetChoices([haiku], policyOf({ residency: ['in'] }))[0]?.newest?.generation).toBe('4.5');
  });

  it('are none where every model stays, or is only looked up', () => {
    const active = open('M=us.anthropic.claude-sonnet-4-6\n');
    const compared = open(`export const isOld = (id: string) => id === 'anthropic.claude-v2';\n`, 'a.ts');
    expect(targetChoices([active, compared], policyOf())).toEqual([]);
  });

  it('have no target where none is left', () => {
    expect(targetChoices([haiku], policyOf({ residency: ['il'] }))).toMatchObject([{ target: null, newest: null }]);
  });
});

describe('what requests change', () => {
  const changes = (from: string, to: string) => requestChanges([modelOf(from)], modelOf(to));

  it.each([
    [
      'anthropic.claude-3-haiku-20240307-v1:0',
      'anthropic.claude-haiku-4-5-20251001-v1:0',
      ['temperature or top_p, not both'],
    ],
    [
      'anthropic.claude-opus-4-5-20251101-v1:0',
      'anthropic.claude-opus-5-5',
      expect.arrayContaining([
        'no temperature, top_p, top_k',
        'adaptive thinking in place of a budget',
        'thinks unasked, within max_tokens',
        'no prefilled answer',
        'no forced tool choice',
      ]),
    ],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-4-6', ['no prefilled answer']],
  ])('from %s to %s', (from, to, expected) => {
    expect(changes(from, to)).toEqual(expected);
  });

  it('is another tokenizer where the text counts for more', () => {
    const words = 'another tokenizer: more tokens for the same text';
    expect(changes('anthropic.claude-opus-4-6-v1', 'anthropic.claude-opus-4-7')).toContain(words);
    expect(changes('anthropic.claude-opus-4-7', 'anthropic.claude-opus-4-8')).not.toContain(words);
  });

  it('is nothing from a model to itself', () => {
    for (const model of catalog.models) expect(requestChanges([model], model)).toEqual([]);
  });
});

describe('the text of the choices', () => {
  const plain = styleFor({ write: () => true }, {});
  const textOf = (written: WrittenOptions) =>
    targetText(targetChoices([haiku], policyOf(written)), '2026-11-22', plain);

  it('names price, life and changes of both', () => {
    expect(textOf({})).toMatch(
      /^TARGET {2}judged on 2026-11-22; choose another generation with --target\nClaude 3 Haiku\n {2}moves to Claude Haiku 4\.5: \$1\/\$5 global, \$1\.1\/\$5\.5 regional per million tokens in\/out; active: it stays at least 6 months from the day it becomes Legacy\n {4}requests change: temperature or top_p, not both\n {2}newest is Claude Haiku 5\.5: .*; end of life not before 2027-/,
    );
  });

  it('names a model once', () => {
    expect(textOf({ target: 'latest' })).not.toContain('newest is');
  });

  it('says where nothing fits, and nothing where nothing moves', () => {
    expect(textOf({ residency: ['il'] })).toContain('no active model fits the policy');
    expect(targetText([], '2026-11-22', plain)).toBe('');
  });
});
