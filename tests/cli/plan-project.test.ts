import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { asWatchers } from '../../src/cli/as-watchers.js';
import { runEngine } from '../../src/cli/engine.js';
import { planProject } from '../../src/cli/plan-project.js';
import { allRules } from '../../src/cli/rule-set.js';
import { selectRepairs } from '../../src/cli/select-repairs.js';
import { defaultMigrations } from '../../src/codemods/migrations.js';
import { createPolicy } from '../../src/policy/index.js';
import { createProject } from './project.js';

const model = `export const MODEL = 'us.anthropic.claude-3-5-haiku-20241022-v1:0';\n`;

/** A call of the shared model, with something in its request. */
const call = (more: string) =>
  [
    `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
    `import { MODEL } from './model.js';`,
    `export const ask = (text: string, opening: string) =>`,
    `  new ConverseCommand({ modelId: MODEL, ${more} });`,
    '',
  ].join('\n');

const prefilled = call(
  `messages: [{ role: 'user', content: [{ text }] }, { role: 'assistant', content: [{ text: opening }] }]`,
);
const sampled = call(`messages: [{ role: 'user', content: [{ text }] }], inferenceConfig: { temperature: 0.2 }`);

interface Run {
  readonly target?: string;
  readonly paths?: readonly string[];
  readonly rules?: readonly string[];
}

/** The new texts of the files that change, and why the others don't. */
async function plan(files: Readonly<Record<string, string>>, { target = 'latest', paths = [], rules: named }: Run) {
  using project = createProject(files);
  const policy = createPolicy({ flags: { target } }, { asOf: '2026-11-22', catalog });
  const rules = named === undefined ? allRules : allRules.filter(({ name }) => named.includes(name));
  const engine = await runEngine({
    root: project.directory,
    paths,
    policy,
    rules,
    progress: { show: () => undefined, clear: () => undefined },
    search: Promise.resolve(null),
  });
  const watchers = asWatchers(allRules.filter((rule) => !rules.includes(rule)));
  const select = selectRepairs(defaultMigrations, policy, []);
  const { planned, errors } = planProject(engine, { policy, rules, watchers, select });
  expect(errors).toEqual([]);
  const changed = planned.filter(({ document, plan: { text } }) => text !== document.text);
  return {
    changed: changed.map(({ document }) => document.path),
    reasons: Object.fromEntries(
      planned.flatMap(({ document: { path }, plan: { leftAlone } }) =>
        leftAlone.map(({ line, rule, why }) => [`${path}:${String(line)} ${rule}`, why]),
      ),
    ),
  };
}

describe('an ID and the requests of other files', () => {
  it('change together', async () => {
    const { changed } = await plan({ 'src/model.ts': model, 'src/a.ts': sampled }, {});
    expect(changed).toEqual(['src/a.ts', 'src/model.ts']);
  });

  it('stay together, each with its own reason', async () => {
    const { changed, reasons } = await plan({ 'src/model.ts': model, 'src/a.ts': prefilled, 'src/b.ts': sampled }, {});
    expect(changed).toEqual([]);
    const why = 'the text of the turn is only known at run time';
    expect(reasons).toEqual({
      'src/a.ts:4 no-assistant-prefill': why,
      'src/b.ts:4 no-removed-sampling': `a request in src/a.ts must change with the model: ${why}`,
      'src/model.ts:1 no-end-of-life-model': `a request in src/a.ts must change with the model: ${why}`,
    });
  });

  it('stay together where the file of the ID can not change, and it says why', async () => {
    const { changed, reasons } = await plan(
      {
        'src/model.ts': `${model}import { config } from './config.js';\nimport { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nexport const ask = (text: string) => new ConverseCommand({ modelId: MODEL, messages: [{ role: 'user', content: [{ text }] }], inferenceConfig: config });\n`,
        'src/config.ts': `export const config = { temperature: 0.2 };\n`,
        'src/b.ts': sampled,
      },
      {},
    );
    expect(changed).toEqual([]);
    expect(reasons).toMatchObject({
      'src/model.ts:1 no-end-of-life-model': 'its request must change with the model: it is set in src/config.ts',
      'src/b.ts:4 no-removed-sampling': 'it goes with its model, which stays as it is in src/model.ts',
    });
  });
});

describe('a run for some files', () => {
  it('moves no ID away from requests of the others that would be refused', async () => {
    const files = { 'src/model.ts': model, 'src/a.ts': sampled };
    const { changed, reasons } = await plan(files, { paths: ['src/model.ts'] });
    expect(changed).toEqual([]);
    expect(reasons).toEqual({
      'src/model.ts:1 no-end-of-life-model':
        'a request in src/a.ts, which this run leaves out, must change with the model',
    });
  });

  it('moves an ID that the others are ready for', async () => {
    const files = { 'src/model.ts': model, 'src/a.ts': sampled };
    const { changed } = await plan(files, { paths: ['src/model.ts'], target: 'nearest' });
    expect(changed).toEqual(['src/model.ts']);
  });
});

describe('a run of some rules', () => {
  const rules = ['no-end-of-life-model'];

  it('moves no ID away from requests that only the others know of', async () => {
    const { changed, reasons } = await plan({ 'src/model.ts': model, 'src/a.ts': prefilled }, { rules });
    expect(changed).toEqual([]);
    expect(reasons).toMatchObject({
      'src/model.ts:1 no-end-of-life-model':
        'a request in src/a.ts must change with the model: the rule no-assistant-prefill is left out of this run',
    });
  });

  it('moves an ID whose requests are ready', async () => {
    const { changed } = await plan({ 'src/model.ts': model, 'src/a.ts': prefilled }, { rules, target: 'nearest' });
    expect(changed).toEqual(['src/model.ts']);
  });
});
