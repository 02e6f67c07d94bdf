import { describe, expect, it } from 'vitest';
import { followUps, newProfiles } from '../../src/cli/follow-ups.js';
import { migrationText } from '../../src/cli/reporters/migration-text.js';
import { styleFor } from '../../src/cli/style.js';

describe('newProfiles', () => {
  it('are those the new text names and the old did not', () => {
    const before = `a = 'anthropic.claude-3-haiku-20240307-v1:0'; b = 'us.anthropic.claude-sonnet-4-6';`;
    const after = `a = 'global.anthropic.claude-haiku-4-5-20251001-v1:0'; b = 'us.anthropic.claude-sonnet-4-6';`;
    expect(newProfiles(before, after)).toEqual([
      { scope: 'global', model: 'anthropic.claude-haiku-4-5-20251001-v1:0' },
    ]);
  });

  it('bare IDs and wildcards are none', () => {
    expect(newProfiles('', `'anthropic.claude-sonnet-4-6' 'us.anthropic.claude-sonnet-4-6*'`)).toEqual([]);
  });
});

describe('followUps', () => {
  it('ask for permissions, quotas and an evaluation of the profiles', () => {
    const use = { scope: 'eu', model: 'anthropic.claude-sonnet-4-6' };
    const [iam, quota, evaluation] = followUps([use, use]);
    expect(iam?.detail.match(/inference-profile\/eu\.anthropic\.claude-sonnet-4-6/g)).toHaveLength(1);
    expect(quota?.detail).toContain('eu.anthropic.claude-sonnet-4-6');
    expect(evaluation?.title).toBe('Evaluation');
  });

  it('are none where no profile is new', () => {
    expect(followUps([])).toEqual([]);
  });
});

describe('the end of a migration', () => {
  const report = {
    schemaVersion: 1 as const,
    asOf: '2026-11-22' as const,
    catalogVersion: '2026-11-22' as const,
    files: 4,
    findings: [],
    errors: [],
    changes: [
      {
        file: 'a.ts',
        edits: 2,
        applied: [
          { rule: 'bedrock-claude/no-legacy-model', repair: 'useSuccessor', safety: 'review' as const, line: 9 },
          { rule: 'bedrock-claude/no-end-of-life-model', repair: 'useSuccessor', safety: 'safe' as const, line: 12 },
        ],
      },
    ],
    leftAlone: [{ file: 'b.ts', line: 3, rule: 'bedrock-claude/no-legacy-model', why: 'a test expects this text' }],
  };
  const style = styleFor({ write: () => true }, {});

  it('has three parts', () => {
    const text = migrationText(report, {
      style,
      dryRun: false,
      profiles: new Map([['a.ts', ['global.x']]]),
      followUps: [{ title: 'Do this', detail: 'like\nthat' }],
    });
    expect(text).toBe(
      [
        'MIGRATED  2 edits in 1 file of 4',
        'a.ts',
        '   9  useSuccessor (review)  no-legacy-model',
        '  12  useSuccessor  no-end-of-life-model',
        '  now calls global.x',
        '(review): correct, but a person should agree to the model, profile or price',
        '',
        'LEFT ALONE  1 place',
        '  b.ts:3  a test expects this text  no-legacy-model',
        '',
        'FOR A PERSON',
        '1. Do this',
        '   like',
        '   that',
        '',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what there is none of', () => {
    const text = migrationText(
      { ...report, leftAlone: [] },
      { style, dryRun: true, profiles: new Map(), followUps: [] },
    );
    expect(text).toMatch(/^WOULD MIGRATE {2}2 edits/);
    expect(text).not.toContain('LEFT ALONE');
    expect(text).not.toContain('FOR A PERSON');
  });
});
