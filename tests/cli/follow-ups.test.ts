import { describe, expect, it } from 'vitest';
import { followUps, newProfiles } from '../../src/cli/follow-ups.js';
import { migrationText } from '../../src/cli/reporters/migration-text.js';
import { openDocument } from '../../src/documents/open.js';
import { styleFor } from '../../src/cli/style.js';

const open = (text: string, path = 'src/a.ts') => openDocument({ path, text, files: null });

describe('newProfiles', () => {
  it('are those the new text calls and the old did not', () => {
    const before = `export const [a, b] = ['anthropic.claude-3-haiku-20240307-v1:0', 'us.anthropic.claude-sonnet-4-6'];`;
    const after = `export const [a, b] = ['global.anthropic.claude-haiku-4-5-20251001-v1:0', 'us.anthropic.claude-sonnet-4-6'];`;
    expect(newProfiles(open(before), open(after))).toEqual([
      { scope: 'global', model: 'anthropic.claude-haiku-4-5-20251001-v1:0' },
    ]);
  });

  it('bare IDs and wildcards are none', () => {
    const text = `export const ids = ['anthropic.claude-sonnet-4-6', 'us.anthropic.claude-sonnet-4-6*'];`;
    expect(newProfiles(open(''), open(text))).toEqual([]);
  });

  it('what is only written about, compared or looked up is none', () => {
    const text = [
      '// was eu.anthropic.claude-sonnet-4-6',
      `export const isOld = (id: string) => id === 'eu.anthropic.claude-sonnet-4-6';`,
    ].join('\n');
    expect(newProfiles(open(''), open(text))).toEqual([]);
  });

  it('are found in settings as well as in code', () => {
    expect(newProfiles(open('', '.env'), open('MODEL_ID=eu.anthropic.claude-sonnet-4-6\n', '.env'))).toEqual([
      { scope: 'eu', model: 'anthropic.claude-sonnet-4-6' },
    ]);
  });
});

describe('followUps', () => {
  it('ask for permissions, quotas and an evaluation of the profiles', () => {
    const use = { scope: 'eu', model: 'anthropic.claude-sonnet-4-6' };
    const [iam, quota, evaluation] = followUps([use, use], []);
    expect(iam?.detail.match(/inference-profile\/eu\.anthropic\.claude-sonnet-4-6/g)).toHaveLength(1);
    expect(quota?.detail).toContain('eu.anthropic.claude-sonnet-4-6');
    expect(evaluation?.title).toBe('Evaluation');
  });

  it('ask once for what the repairs of a rule leave to decide', () => {
    const rules = ['handle-stop-reasons', 'require-cache-point', 'valid-cache-points', 'no-legacy-model'];
    expect(followUps([], rules).map(({ title }) => title)).toEqual(['Stop reasons', 'Prompt caching']);
  });

  it('are none where no profile is new and no such rule repaired anything', () => {
    expect(followUps([], ['no-legacy-model'])).toEqual([]);
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
        '(review): correct, but a person should agree to what changes: model, profile, price or behaviour',
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
