import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { asWatchers } from '../../src/cli/questions/as-watchers.js';
import { runEngine } from '../../src/cli/run/engine.js';
import { planProject } from '../../src/cli/run/plan-project.js';
import { allRules } from '../../src/cli/arguments/rule-set.js';
import { selectRepairs } from '../../src/cli/arguments/select-repairs.js';
import { migration } from '../../src/codemods/claude-3-to-current.js';
import { runMigration } from '../../src/codemods/run-migration.js';
import { openDocument } from '../../src/documents/open.js';
import { createPolicy } from '../../src/policy/index.js';
import { createProjectIndex } from '../../src/project/project-index.js';
import type { ProjectClaim } from '../../src/rules/finding.js';
import { createProject } from '../cli/project.js';

const old = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0';
const next = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const path = 'src/chat.ts';
const files = { read: () => null, resolveModule: () => null, resolvePackage: () => null };
const thinking = `{ thinking: { type: 'enabled', budget_tokens: 2048 } }`;

/** A call of `model` that asks for something only where `test` holds. */
const gated = (model: string, test: string, part = thinking) =>
  [
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
    `const client = new BedrockRuntimeClient({});`,
    `const MODEL = ${model};`,
    `export const ask = (text: string) =>`,
    `  client.send(new ConverseCommand({ modelId: MODEL, messages: [{ role: 'user', content: [{ text }] }],`,
    `    additionalModelRequestFields: { ...(${test} && ${part}) } }));`,
    '',
  ].join('\n');

const named = gated(`'${old}'`, `MODEL.includes('claude-3-7')`);

const policyFor = (target: string) => createPolicy({ flags: { target } }, { asOf: '2026-11-22', catalog });

/** What the command line makes of a project of one file. */
async function migrated(text: string, target: string) {
  using project = createProject({ [path]: text });
  const policy = policyFor(target);
  const rules = allRules.filter(({ name }) => migration.rules.includes(name));
  const engine = await runEngine({
    root: project.directory,
    paths: [],
    policy,
    rules,
    progress: { show: () => undefined, clear: () => undefined },
    start: {},
  });
  const watchers = asWatchers(allRules.filter((rule) => !rules.includes(rule)));
  const { planned } = planProject(engine, { policy, rules, watchers, select: selectRepairs([migration], policy, []) });
  return planned.map(({ plan: { text: changed, leftAlone } }) => ({ text: changed, leftAlone }));
}

/** What the transform makes of the file; `alone` where it is known that there is no other. */
function transformed(text: string, target: string, alone: boolean) {
  const policy = policyFor(target);
  const index = createProjectIndex(() => '');
  index.add(openDocument({ path, text, files, settings: policy }));
  const answer = alone
    ? {
        answer: (claim: ProjectClaim) =>
          claim.kind === 'notRefused' || claim.kind === 'sentMessages' || claim.kind === 'sentAlong'
            ? { holds: true }
            : index.answer(claim, path),
      }
    : {};
  const plan = runMigration(`/app/${path}`, text, migration, { directory: '/app', policy, files, ...answer });
  return { text: plan.text, leftAlone: plan.leftAlone };
}

describe('a test of a model ID and the ID that it tells apart', () => {
  it.each([
    ['a constant', named],
    ['a default', gated(`process.env.MODEL_ID ?? '${old}'`, `MODEL.includes('claude-3-7')`)],
    [
      'a helper',
      `${gated(`'${old}'`, 'thinks(MODEL)')}function thinks(id: string) {\n  return id.includes('claude-3-7');\n}\n`,
    ],
  ])('change together through both doors: %s', async (_, text) => {
    const plan = transformed(text, 'nearest', true);
    expect(plan.text).toContain(next);
    expect(plan.text).toMatch(/supports\(\w+, 'budgetThinking'\)/);
    expect(await migrated(text, 'nearest')).toEqual([plan]);
  });

  it.each([
    ['the target answers otherwise', named, 'latest', 'it goes with the move of an ID that it tells apart'],
    [
      'the test can’t be repaired',
      gated(`'${old}'`, `MODEL.includes('claude-3-7')`, `{ stop_sequences: ['END'] }`),
      'nearest',
      'decides by `claude-3-7`',
    ],
    [
      'another test can’t be repaired',
      `${named}if (MODEL.includes('claude-3-7-sonnet')) console.log('an old model');\n`,
      'nearest',
      'decides by `claude-3-7`',
    ],
    [
      'another model would be answered otherwise',
      `${named}export const other = '${next}';\n`,
      'nearest',
      'which would be answered otherwise',
    ],
    ['no ID is named', gated('process.env.MODEL_ID!', `MODEL.includes('claude-3-7')`), 'nearest', 'none is moved'],
  ])('stay together through both doors where %s', async (_, text, target, why) => {
    const plan = transformed(text, target, true);
    expect(plan.text).toBe(text);
    expect(plan.leftAlone.map((left) => left.why).join('\n')).toContain(why);
    expect(await migrated(text, target)).toEqual([plan]);
  });

  it('stay together where nobody can say what other files depend on', () => {
    const plan = transformed(named, 'nearest', false);
    expect(plan.text).toBe(named);
    const unseen = 'other files may depend on this text, which only `bedrock-claude migrate` can see';
    expect(plan.leftAlone).toEqual([
      { line: 3, rule: 'no-end-of-life-model', why: unseen },
      { line: 6, rule: 'no-brittle-model-gate', why: unseen },
    ]);
  });
});
