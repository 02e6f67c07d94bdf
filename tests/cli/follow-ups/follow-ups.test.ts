import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { followUps } from '../../../src/cli/follow-ups/follow-ups.js';
import { moveFollowUps } from '../../../src/cli/follow-ups/move-follow-ups.js';
import { nameFollowUps } from '../../../src/cli/follow-ups/name-follow-ups.js';
import { builtArns } from '../../../src/cli/follow-ups/built-arns.js';
import { newGrants, newProfiles } from '../../../src/cli/follow-ups/model-uses.js';
import { profileFollowUps } from '../../../src/cli/follow-ups/profile-follow-ups.js';
import type { MigrationReport } from '../../../src/cli/report/report.js';
import { migrationText } from '../../../src/cli/reporters/migration-text.js';
import { openDocument } from '../../../src/documents/open.js';
import { styleFor } from '../../../src/cli/report/style.js';
import { createPolicy } from '../../../src/policy/index.js';

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
  const policy = createPolicy({}, { asOf: '2026-11-22', catalog });
  const after = (before: string, text: string, ...rules: readonly string[]) =>
    followUps({
      changes: [
        {
          file: 'src/a.ts',
          before,
          after: text,
          edits: 1,
          applied: rules.map((each) => ({
            rule: `bedrock-claude/${each.split(' ')[0]}`,
            repair: each.split(' ')[1] ?? 'x',
            safety: 'review',
            line: 1,
            imports: false,
          })),
        },
      ],
      documents: [{ before: open(before), after: open(text) }],
      dependencies: [],
      policy,
      root: '/nowhere',
    });
  const naming = (...ids: readonly string[]) => `export const ids = ${JSON.stringify(ids)};`;
  const idsOf = (list: ReturnType<typeof after>) => list.map(({ id }) => id);
  const ended = 'us.anthropic.claude-3-haiku-20240307-v1:0';

  it('ask for permissions, agreement, quotas, an evaluation and prompts of models that are new', () => {
    const list = after(naming(ended), naming('eu.anthropic.claude-sonnet-4-6', 'eu.anthropic.claude-sonnet-4-6'));
    expect(idsOf(list)).toEqual(['iam', 'destinations', 'access', 'quota', 'evaluation', 'prompts']);
    const [iam, , access, quota] = list;
    expect(iam?.code?.match(/inference-profile\/eu\.anthropic\.claude-sonnet-4-6/g)).toHaveLength(1);
    expect(access?.detail).toContain('Accounts that never used Claude Sonnet 4.6 agree to its terms');
    expect(quota?.detail).toContain('Claude Sonnet 4.6: an output token counts 5 times.');
  });

  it('ask for another region in service control policies where a profile is global', () => {
    const list = after(naming('us.anthropic.claude-sonnet-4-6'), naming('global.anthropic.claude-sonnet-4-6'));
    expect(idsOf(list)).toEqual(['iam', 'scp']);
    expect(list[1]?.detail).toContain('"unspecified"');
  });

  it('ask for no permission that a policy of the project grants now', () => {
    const policy = (id: string) =>
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "bedrock:InvokeModel", "Resource": "arn:aws:bedrock:us-east-1:123456789012:inference-profile/${id}" }] }`;
    const list = profileFollowUps(
      newProfiles(open(''), open(naming('us.anthropic.claude-sonnet-4-6'))),
      newGrants(open(policy(ended), 'policy.json'), open(policy('us.anthropic.claude-sonnet-4-6'), 'policy.json')),
    );
    expect(list.map(({ id }) => id)).toEqual(['deployment', 'destinations']);
    expect(list[0]?.detail).toContain('name us.anthropic.claude-sonnet-4-6 now');
  });

  it('name the files that build ARNs of foundation models from an ID', () => {
    const stack = (id: string, before: string) =>
      `const modelId = '${id}';\nexport const resource = (region: string) => ${before} + modelId;\n`;
    const arns = (before: string) =>
      after(stack(ended, before), stack('us.anthropic.claude-sonnet-4-6', before)).find(({ id }) => id === 'arns');
    expect(arns("'arn:aws:bedrock:*::foundation-model/'")?.detail).toMatch(/^src\/a\.ts names a profile now/);
    expect(arns("'model '")).toBeUndefined();
  });

  it('name the policies that grant ARNs made of an ID', () => {
    const template = (id: string) => `custom:
  model: ${id}
resources:
  - Action: bedrock:InvokeModel
    Resource: arn:aws:bedrock:*::foundation-model/\${self:custom.model}
`;
    const bare = ended.replace(/^us\./, '');
    const [before, moved] = [bare, 'us.anthropic.claude-sonnet-4-6'].map((id) => open(template(id), 'serverless.yml'));
    expect(before?.modelReferences.map(({ granted }) => granted)).toEqual([expect.stringContaining('the file makes')]);
    expect(before && moved && builtArns([{ before, after: moved }]).map(({ detail }) => detail)).toEqual([
      'serverless.yml names a profile now, which has an ARN of its own: the file makes the ARN of a foundation model of it, which takes no geography.',
    ]);
    expect(before && builtArns([{ before, after: before }])).toEqual([]);
  });

  it('name the files that run tools in a loop', () => {
    const loop = `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export async function run(client, messages) {
  const ask = async () => JSON.parse(new TextDecoder().decode((await client.send(new InvokeModelCommand({
    modelId: '${ended}', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages }),
  }))).body));
  let answer = await ask();
  while (answer.stop_reason === 'tool_use') answer = await ask();
  return answer.content.map((block) => block.text).join('');
}
`;
    const list = after(loop, loop.replace(ended, 'us.anthropic.claude-haiku-4-5-20251001-v1:0'));
    expect(list.find(({ id }) => id === 'prompts')?.detail).toContain('look at the answers of src/a.ts.');
  });

  it('name the files whose limits were set for an answer without thinking', () => {
    const call = (id: string, maxTokens: number) =>
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nexport const ask = (messages: []) => new ConverseCommand({ modelId: '${id}', messages, inferenceConfig: { maxTokens: ${String(maxTokens)} } });\n`;
    const detail = (id: string, maxTokens: number) =>
      after(call(ended, maxTokens), call(id, maxTokens)).find((each) => each.id === 'thinkingUnasked')?.detail;
    expect(detail('us.anthropic.claude-haiku-5-5', 10)).toMatch(
      /^Claude Haiku 5\.5 thinks .* as those in src\/a\.ts may\.$/,
    );
    expect(detail('us.anthropic.claude-haiku-5-5', 4096)).toMatch(/may cut it off\.$/);
    expect(detail('us.anthropic.claude-haiku-4-5-20251001-v1:0', 10)).toBeUndefined();
  });

  it('leave out limits of other models', () => {
    const calls = (id: string) =>
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nexport const tight = (messages: []) => new ConverseCommand({ modelId: '${other}', messages, inferenceConfig: { maxTokens: 9 } });\nexport const wide = (messages: []) => new ConverseCommand({ modelId: '${id}', messages, inferenceConfig: { maxTokens: 4096 } });\n`;
    const other = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
    const list = after(calls(ended), calls('us.anthropic.claude-haiku-5-5'));
    expect(list.find((each) => each.id === 'thinkingUnasked')?.detail).toMatch(/may cut it off\.$/);
  });

  it('judge limits by every model that branches may call', () => {
    const newest = 'us.anthropic.claude-haiku-5-5';
    const call = (other: string, second: string) =>
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nexport const other = '${other}';\nexport const ask = (messages: [], fast: boolean) => new ConverseCommand({ modelId: fast ? 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' : '${second}', messages, inferenceConfig: { maxTokens: 9 } });\n`;
    const detailOf = (before: string, text: string) =>
      after(before, text).find(({ id }) => id === 'thinkingUnasked')?.detail;
    expect(detailOf(call(ended, ended), call(newest, newest))).toMatch(/as those in src\/a\.ts may\.$/);
    const nova = 'us.amazon.nova-lite-v1:0';
    expect(detailOf(call(ended, nova), call(newest, nova))).toMatch(/may cut it off\.$/);
  });

  it.each([
    ['us.anthropic.claude-sonnet-5-5', true],
    ['us.anthropic.claude-haiku-5-5', true],
    ['us.anthropic.claude-sonnet-5', false],
    ['us.anthropic.claude-fable-5-1', true],
    ['us.anthropic.claude-fable-5', false],
  ])('know whether %s binds its thinking: %s', (id, expected) => {
    expect(idsOf(after(naming(ended), naming(id))).includes('preservedThinking')).toBe(expected);
  });

  it('say which models want more than an agreement', () => {
    const [, , access] = after(naming(ended), naming('us.anthropic.claude-fable-5'));
    expect(access?.detail).toContain('Claude Fable 5 answers only accounts that agreed to data retention');
  });

  it('ask once for what the repairs of a rule leave to decide', () => {
    const rules = ['handle-stop-reasons', 'require-cache-point', 'valid-cache-points', 'no-legacy-model'];
    expect(idsOf(after('', '', ...rules))).toEqual(['stopReasons', 'promptCaching']);
    expect(idsOf(after('', '', 'valid-thinking-config useAdaptive'))).toEqual(['thinking']);
    expect(idsOf(after('', '', 'no-assistant-prefill askForOpening', 'no-forced-tool-choice askForTool'))).toEqual([
      'instructions',
    ]);
  });

  it('speak of thinking without a budget, and of instructions, only where a repair brought them', () => {
    expect(after('', '', 'valid-thinking-config removeForThinking', 'valid-thinking-config fixThinkingShape')).toEqual(
      [],
    );
    expect(after('', '', 'no-forced-tool-choice turnThinkingOff')).toEqual([]);
  });

  it('say what a move costs that no end of life forced', () => {
    const moving = createPolicy({ flags: { target: 'latest', superseded: 'move' } }, { asOf: '2026-11-22', catalog });
    const [active, newest] = ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'us.anthropic.claude-sonnet-5-5'];
    const move = (before: string, text: string, wanted = moving) =>
      moveFollowUps([{ before: open(naming(before)), after: open(naming(text)) }], wanted);
    expect(move(active, newest).map(({ id }) => id)).toEqual(['superseded']);
    expect(move(active, newest)[0]?.detail).toMatch(
      /Claude Sonnet 4\.5 \(\$3\/\$15 global.* to Claude Sonnet 5\.5 \(\$2\/\$10 global/,
    );
    expect(move(active, active)).toEqual([]);
    expect(move(ended, newest)).toEqual([]);
    expect(move(active, newest, policy)).toEqual([]);
  });

  it('names what says which model it held', () => {
    const [old, next] = ['us.anthropic.claude-3-5-sonnet-20241022-v2:0', 'us.anthropic.claude-sonnet-5-5'];
    const code = (id: string) => `export const CLAUDE_3_5_SONNET = process.env.MODEL ?? '${id}';
export const SONNET = '${id}';
export const settings = { claude35Id: '${id}', modelId: '${id}' };
export class Ask {
  readonly claude35 = '${id}';
}
`;
    const renamed = nameFollowUps([
      { before: open(code(old)), after: open(code(next)) },
      { before: open(code(next), 'src/b.ts'), after: open(code(next), 'src/b.ts') },
      {
        before: open(`CLAUDE_3_5=${old}\nMODEL_ID=${old}\n`, '.env'),
        after: open(`CLAUDE_3_5=${next}\nMODEL_ID=${next}\n`, '.env'),
      },
    ]);
    expect(renamed).toMatchObject([{ id: 'names', title: 'Names' }]);
    expect(renamed[0]?.code?.split('\n')).toEqual([
      'src/a.ts:1 CLAUDE_3_5_SONNET',
      'src/a.ts:3 claude35Id',
      'src/a.ts:5 claude35',
      '.env:1 CLAUDE_3_5',
    ]);
    expect(nameFollowUps([{ before: open(code(next)), after: open(code(next)) }])).toEqual([]);
  });

  it('are none where no profile is new and no such rule repaired anything', () => {
    expect(after(naming(ended), naming(ended), 'no-legacy-model')).toEqual([]);
  });
});

describe('the end of a migration', () => {
  const report: MigrationReport = {
    schemaVersion: 1,
    asOf: '2026-11-22',
    catalogVersion: '2026-11-22',
    files: 4,
    findings: [],
    errors: [],
    plan: { migrations: ['claude-3-to-current'], families: [] },
    changes: [
      {
        file: 'a.ts',
        edits: 2,
        profiles: ['global.x'],
        applied: [
          { rule: 'bedrock-claude/no-legacy-model', repair: 'useSuccessor', safety: 'review', line: 9 },
          { rule: 'bedrock-claude/no-end-of-life-model', repair: 'useSuccessor', safety: 'safe', line: 12 },
        ],
      },
    ],
    leftAlone: [{ file: 'b.ts', line: 3, rule: 'bedrock-claude/no-legacy-model', why: 'a test expects this text' }],
    followUps: [{ id: 'this', title: 'Do this', detail: 'like\nthat', code: '{}' }],
  };
  const style = styleFor({ write: () => true }, {});

  it('has three parts', () => {
    const text = migrationText(report, { style, dryRun: false });
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
        'a test expects this text',
        '  b.ts:3  no-legacy-model',
        '',
        'FOR A PERSON',
        '1. Do this',
        '   like',
        '   that',
        '   {}',
        '',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what there is none of', () => {
    const text = migrationText({ ...report, leftAlone: [], followUps: [] }, { style, dryRun: true });
    expect(text).toMatch(/^WOULD MIGRATE {2}2 edits/);
    expect(text).not.toContain('LEFT ALONE');
    expect(text).not.toContain('FOR A PERSON');
  });
});
