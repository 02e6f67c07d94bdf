import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { migration } from '../../src/codemods/claude-3-to-current.js';
import { runMigration } from '../../src/codemods/run-migration.js';
import { migration as textCompletions } from '../../src/codemods/text-completions.js';
import { createPolicy } from '../../src/policy/index.js';

const files = { read: () => null, resolveModule: () => null, resolvePackage: () => null };
const context = { directory: '/app', policy: createPolicy({}, { asOf: '2026-11-22', catalog }), files };

const call = (id: string) =>
  `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nclient.send(new ConverseCommand({ modelId: '${id}', messages }));\n`;

function migrate(source: string) {
  return runMigration('/app/src/chat.ts', source, migration, context);
}

describe('claude-3-to-current on one file', () => {
  it('moves the model of a call and touches nothing else', () => {
    const plan = migrate(call('us.anthropic.claude-3-5-sonnet-20240620-v1:0'));
    expect(plan.text).toBe(call('us.anthropic.claude-sonnet-4-5-20250929-v1:0'));
  });

  it('takes the default profile for a bare ID', () => {
    const plan = migrate(call('anthropic.claude-3-haiku-20240307-v1:0'));
    expect(plan.text).toBe(call('global.anthropic.claude-haiku-4-5-20251001-v1:0'));
  });

  it('leaves alone what other files may look up, and says who can see them', () => {
    const source = `export const MODEL = 'anthropic.claude-3-haiku-20240307-v1:0';\n`;
    const plan = migrate(source);
    expect(plan.text).toBe(source);
    expect(plan.leftAlone).toEqual([
      {
        line: 1,
        rule: 'no-end-of-life-model',
        why: 'other files may depend on this text, which only `bedrock-claude migrate` can see',
      },
    ]);
  });

  it('changes nothing the second time', () => {
    const once = migrate(call('anthropic.claude-3-haiku-20240307-v1:0')).text;
    expect(migrate(once)).toMatchObject({ text: once, edits: 0, applied: [] });
  });

  it('refuses a migration that names a rule nobody knows', () => {
    const run = () => runMigration('/app/a.ts', '', { name: 'x', rules: ['no-such-rule'], repairs: [] }, context);
    expect(run).toThrow('The migration x names the rule no-such-rule, which does not exist.');
  });
});

describe('options of rules', () => {
  it('decide what a migration of one file writes', () => {
    const policy = createPolicy(
      { settings: { rules: { 'no-text-completions': { to: 'converse' } } } },
      { asOf: '2026-11-22', catalog },
    );
    const source = `import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntime({});
const body = JSON.stringify({ prompt: '\\n\\nHuman: Hi\\n\\nAssistant:', max_tokens_to_sample: 9 });
const response = await client.invokeModel({ modelId: 'anthropic.claude-v2', body });
console.log(JSON.parse(response.body.transformToString()).completion);
`;
    const run = (own: typeof policy) =>
      runMigration('/app/src/chat.mjs', source, textCompletions, { ...context, policy: own }).text;
    expect(run(policy)).toContain('await client.converse({');
    expect(run(context.policy)).toContain('await client.invokeModel({');
    expect(run(context.policy)).toContain('anthropic_version');
  });
});
