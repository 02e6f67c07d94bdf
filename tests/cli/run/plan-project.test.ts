import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { asWatchers } from '../../../src/cli/questions/as-watchers.js';
import { runEngine } from '../../../src/cli/run/engine.js';
import { planProject } from '../../../src/cli/run/plan-project.js';
import { allRules } from '../../../src/cli/arguments/rule-set.js';
import { selectRepairs } from '../../../src/cli/arguments/select-repairs.js';
import { defaultMigrations } from '../../../src/codemods/migrations.js';
import { migration as toLatest } from '../../../src/codemods/to-latest.js';
import type { Migration } from '../../../src/planner/migration.js';
import { createPolicy } from '../../../src/policy/index.js';
import { createProject } from '../project.js';

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
  readonly migration?: Migration;
}

/** The new texts of the files that change, and why the others don't. */
async function plan(
  files: Readonly<Record<string, string>>,
  { target = 'latest', paths = [], rules: named, migration }: Run,
) {
  using project = createProject(files);
  const policy = createPolicy({ flags: { target, ...migration?.options } }, { asOf: '2026-11-22', catalog });
  const rules = named === undefined ? allRules : allRules.filter(({ name }) => named.includes(name));
  const engine = await runEngine({
    root: project.directory,
    paths,
    policy,
    rules,
    progress: { show: () => undefined, clear: () => undefined },
    start: {},
  });
  const watchers = asWatchers(allRules.filter((rule) => !rules.includes(rule)));
  const select = selectRepairs(migration ? [migration] : defaultMigrations, policy, []);
  const { planned, errors } = planProject(engine, { policy, rules, watchers, select });
  expect(errors).toEqual([]);
  const changed = planned.filter(({ document, plan: { text } }) => text !== document.text);
  return {
    changed: changed.map(({ document }) => document.path),
    texts: Object.fromEntries(changed.map(({ document, plan: { text } }) => [document.path, text])),
    remaining: planned.flatMap(({ remaining: { document, findings } }) =>
      findings.filter(({ finding }) => finding.level === 'error').map(({ rule }) => `${document.path} ${rule}`),
    ),
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

  it('change together where the present model refuses what the next one asks for', async () => {
    const legacy = `export const MODEL = 'us.anthropic.claude-opus-4-1-20250805-v1:0';\n`;
    const thinking = call(
      `messages: [{ role: 'user', content: [{ text }] }], inferenceConfig: { maxTokens: 9000 }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 4000 } }`,
    );
    const { texts, remaining } = await plan({ 'src/model.ts': legacy, 'src/a.ts': thinking }, {});
    expect(texts['src/model.ts']).toContain('claude-opus-5-5');
    expect(texts['src/a.ts']).toContain(`thinking: { type: 'adaptive' }`);
    expect(remaining).toEqual([]);
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

describe('a test of a model ID and the IDs that it tells apart', () => {
  const sonnet = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0';
  const named = (id = sonnet) => `export const MODEL = '${id}';\n`;
  const gated = (setting: string, after = '') =>
    [
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
      `import { MODEL } from './model.js';`,
      `export const ask = (text: string) =>`,
      `  new ConverseCommand({ modelId: MODEL, messages: [{ role: 'user', content: [{ text }] }],`,
      `    additionalModelRequestFields: { ...(MODEL.includes('claude-3-7') && ${setting}) }${after} });`,
      '',
    ].join('\n');
  const thinks = gated(`{ thinking: { type: 'enabled', budget_tokens: 2048 } }`);

  it('change together', async () => {
    const { changed } = await plan({ 'model.ts': named(), 'ask.ts': thinks }, { target: 'nearest' });
    expect(changed.toSorted()).toEqual(['ask.ts', 'model.ts']);
  });

  it('stay together where the target would answer otherwise', async () => {
    const { changed, reasons } = await plan({ 'model.ts': named(), 'ask.ts': thinks }, { target: 'latest' });
    expect(changed).toEqual([]);
    expect(reasons['ask.ts:5 no-brittle-model-gate']).toBe(
      'it goes with the move of an ID that it tells apart, and none is moved',
    );
    expect(reasons['model.ts:1 no-end-of-life-model']).toContain('ask.ts');
  });

  it('stay together where the test can’t be repaired', async () => {
    const { changed } = await plan(
      { 'model.ts': named(), 'ask.ts': gated(`{ stop_sequences: ['END'] }`) },
      { target: 'nearest' },
    );
    expect(changed).toEqual([]);
  });

  it('stay together where the test of another file can’t be repaired', async () => {
    const other = `import { MODEL } from './model.js';\nexport const isOld = MODEL.includes('claude-3-7-sonnet'); // Bedrock\n`;
    const { changed } = await plan({ 'model.ts': named(), 'ask.ts': thinks, 'old.ts': other }, { target: 'nearest' });
    expect(changed).toEqual([]);
  });

  it('stay together where another model of the project would start to think', async () => {
    const second = `export const OTHER = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';\n`;
    const { changed, reasons } = await plan(
      { 'model.ts': named(), 'ask.ts': thinks, 'other.ts': second },
      { target: 'nearest' },
    );
    expect(changed).toEqual([]);
    expect(reasons['ask.ts:5 no-brittle-model-gate']).toBe(
      'other.ts names `anthropic.claude-sonnet-4-5-20250929-v1:0`, which would be answered otherwise',
    );
  });

  it('stay together where the rule is left out, or its file', async () => {
    const files = { 'model.ts': named(), 'ask.ts': thinks };
    expect((await plan(files, { target: 'nearest', rules: ['no-end-of-life-model'] })).changed).toEqual([]);
    expect((await plan(files, { target: 'nearest', rules: ['no-brittle-model-gate'] })).changed).toEqual([]);
    expect((await plan(files, { target: 'nearest', paths: ['model.ts'] })).changed).toEqual([]);
  });

  it('a test stays where no ID is named at all', async () => {
    const text = thinks.replace(`import { MODEL } from './model.js';`, 'const MODEL = process.env.MODEL_ID!;');
    expect((await plan({ 'ask.ts': text }, { target: 'nearest' })).changed).toEqual([]);
  });
});

describe('an ID in settings and the requests that read it', () => {
  const id = 'us.anthropic.claude-3-5-haiku-20241022-v1:0';
  /** A call whose model is a setting, with something in its request. */
  const reading = (expression: string, more: string) =>
    `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nexport const ask = (text: string, opening: string) => new ConverseCommand({ modelId: ${expression}, ${more} });\n`;
  const warm = `messages: [{ role: 'user', content: [{ text }] }], inferenceConfig: { temperature: 0.2 }`;
  const opened = `messages: [{ role: 'user', content: [{ text }] }, { role: 'assistant', content: [{ text: opening }] }]`;
  const why = 'a request in src/a.ts must change with the model: the text of the turn is only known at run time';

  it('change together', async () => {
    const { changed, texts } = await plan(
      { '.env': `MODEL_ID=${id}\n`, 'src/a.ts': reading('process.env.MODEL_ID', warm) },
      {},
    );
    expect(changed).toEqual(['.env', 'src/a.ts']);
    expect(texts['.env']).toBe('MODEL_ID=us.anthropic.claude-haiku-5-5\n');
    expect(texts['src/a.ts']).not.toContain('temperature');
  });

  it('stay together, and other settings move', async () => {
    const { texts, reasons } = await plan(
      { '.env': `MODEL_ID=${id}\nOTHER=${id}\n`, 'src/a.ts': reading(`process.env['MODEL_ID']!`, opened) },
      {},
    );
    expect(texts).toEqual({ '.env': `MODEL_ID=${id}\nOTHER=us.anthropic.claude-haiku-5-5\n` });
    expect(reasons['.env:1 no-end-of-life-model']).toBe(why);
  });

  it('stay together with a default beside it, and in every file that sets it', async () => {
    const { changed, reasons } = await plan(
      {
        '.env': `MODEL_ID=${id}\n`,
        'deploy.yaml': `env:\n  - name: MODEL_ID\n    value: ${id}\n`,
        'stack.ts': `export const props = { environment: { MODEL_ID: '${id}' } };\n`,
        'src/a.ts': reading(`process.env.MODEL_ID ?? '${id}'`, opened),
      },
      {},
    );
    expect(changed).toEqual([]);
    const left =
      'src/a.ts is left alone: its request must change with the model: the text of the turn is only known at run time';
    expect(reasons).toMatchObject({
      '.env:1 no-end-of-life-model': left,
      'deploy.yaml:3 no-end-of-life-model': left,
      'stack.ts:1 no-end-of-life-model': left,
    });
  });

  it.each([
    ['a constant of another file', `export const modelId = process.env.MODEL_ID;\n`],
    ['a schema of another file', `export const modelId = schema.parse(process.env).MODEL_ID;\n`],
    ['a name picked from it', `const { MODEL_ID } = process.env;\nexport const modelId = MODEL_ID;\n`],
  ])('stay together by way of %s', async (_, config) => {
    const call = `import { modelId } from './config.js';\n${reading('modelId', opened)}`;
    const { changed, reasons } = await plan(
      { '.env': `MODEL_ID=${id}\n`, 'src/config.ts': config, 'src/a.ts': call },
      {},
    );
    expect(changed).toEqual([]);
    expect(reasons['.env:1 no-end-of-life-model']).toBe(why);
  });

  it('are judged by each model, where files set different ones', async () => {
    const { changed, reasons } = await plan(
      {
        '.env': `MODEL_ID=${id}\n`,
        '.env.production': 'MODEL_ID=us.anthropic.claude-sonnet-4-5-20250929-v1:0\n',
        'src/a.ts': reading('process.env.MODEL_ID', warm),
      },
      {},
    );
    expect(changed).toEqual([]);
    expect(reasons['.env:1 no-end-of-life-model']).toMatch(
      /the code may also call `us\.anthropic\.claude-sonnet-4-5-20250929-v1:0`, which takes it$/,
    );
  });

  it('know nothing of each other in different packages', async () => {
    const { changed } = await plan(
      {
        'one/package.json': '{}',
        'one/.env': `MODEL_ID=${id}\n`,
        'two/package.json': '{}',
        'two/src/a.ts': reading('process.env.MODEL_ID', opened),
      },
      {},
    );
    expect(changed).toEqual(['one/.env']);
  });

  it('stay where the name is not that of the environment: the ID may come to the request in another way', async () => {
    const { changed, reasons } = await plan(
      {
        '.env': `MODEL_ID=${id}\n`,
        'src/a.ts': `declare const settings: { env: Record<string, string> };\n${reading('settings.env.MODEL_ID', opened)}`,
      },
      {},
    );
    expect(changed).toEqual([]);
    expect(reasons['.env:1 no-end-of-life-model']).toContain('has a request for a model that is not known there');
  });
});

describe('the migration to the newest models', () => {
  const active = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
  const activeModel = `export const MODEL = '${active}';\n`;

  it('moves active models with what their requests need, and not a second time', async () => {
    const run = { migration: toLatest };
    const files = { 'src/model.ts': activeModel, 'src/a.ts': sampled, '.env': `MODEL_ID=${active}\n` };
    const { changed, texts } = await plan(files, run);
    expect(changed).toEqual(['.env', 'src/a.ts', 'src/model.ts']);
    expect(texts['.env']).toBe('MODEL_ID=us.anthropic.claude-sonnet-5-5\n');
    expect(texts['src/a.ts']).not.toContain('temperature');
    expect((await plan({ ...files, ...texts }, run)).changed).toEqual([]);
  });

  it('leaves them where a request can not change, with the reason', async () => {
    const { changed, reasons } = await plan(
      { 'src/model.ts': activeModel, 'src/a.ts': prefilled },
      { migration: toLatest },
    );
    expect(changed).toEqual([]);
    expect(reasons['src/model.ts:1 no-legacy-model']).toMatch(/^a request in src\/a\.ts must change with the model: /);
  });

  it('is the only one that does', async () => {
    const { changed, reasons } = await plan({ 'src/model.ts': activeModel, 'src/a.ts': sampled }, {});
    expect(changed).toEqual([]);
    expect(Object.keys(reasons).filter((place) => place.includes('no-legacy-model'))).toEqual([]);
  });
});

describe('an ID of which code makes the ARN of a foundation model', () => {
  const bare = `export const MODEL = 'anthropic.claude-3-5-haiku-20241022-v1:0';\n`;
  const stack = (resource: string) =>
    `import { MODEL } from './model.js';\nexport const statement = { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: ${resource} };\n`;
  const call = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nimport { MODEL } from './model.js';\nexport const ask = (text: string) => new ConverseCommand({ modelId: MODEL, messages: [{ role: 'user', content: [{ text }] }] });\n`;

  it.each([
    '`arn:aws:bedrock:us-east-1::foundation-model/${MODEL}`',
    `'arn:aws:bedrock:*::foundation-model/' + MODEL`,
    `Arn.format({ service: 'bedrock', resource: 'foundation-model', resourceName: MODEL })`,
  ])('stays, with the place of %s', async (resource) => {
    const { changed, reasons } = await plan(
      { 'src/model.ts': bare, 'src/a.ts': call, 'src/stack.ts': stack(resource) },
      { target: 'nearest' },
    );
    expect(changed).toEqual([]);
    expect(reasons['src/model.ts:1 no-end-of-life-model']).toBe(
      'src/stack.ts:2 makes the ARN of a foundation model of it, which takes no geography',
    );
  });

  it('moves where the ARN is that of a profile, or of another model', async () => {
    const profile = stack('`arn:aws:bedrock:us-east-1:123456789012:inference-profile/${MODEL}`');
    const other = stack('`arn:aws:bedrock:us-east-1::foundation-model/${OTHER}`').replace(
      'export',
      `const OTHER = 'amazon.titan-embed-text-v2:0';\nexport`,
    );
    for (const infrastructure of [profile, other]) {
      const files = { 'src/model.ts': bare, 'src/a.ts': call, 'src/stack.ts': infrastructure };
      expect((await plan(files, { target: 'nearest' })).changed).toEqual(['src/model.ts']);
    }
  });
});

describe('an ID and the settings beside it', () => {
  const settings = `export const settings = {\n  modelId: process.env.MODEL_ID ?? 'us.anthropic.claude-3-5-haiku-20241022-v1:0',\n  temperature: 0.2,\n};\n`;
  const sent = (inferenceConfig: string) =>
    [
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
      `import { settings } from './settings.js';`,
      `export const ask = (messages: Message[]) =>`,
      `  new ConverseCommand({ modelId: settings.modelId, messages, inferenceConfig: ${inferenceConfig} });`,
      '',
    ].join('\n');

  it('change with the request that sends them', async () => {
    const { texts } = await plan(
      { 'src/settings.ts': settings, 'src/a.ts': sent('{ maxTokens: 900, temperature: settings.temperature }') },
      {},
    );
    expect(texts['src/settings.ts']).toContain(`'us.anthropic.claude-haiku-5-5',\n  temperature: 0.2`);
    expect(texts['src/a.ts']).toContain('inferenceConfig: { maxTokens: 900 } }');
  });

  it('stay where no request is seen to send them', async () => {
    const { changed, reasons } = await plan(
      { 'src/settings.ts': settings, 'src/a.ts': sent('{ maxTokens: 900 }') },
      {},
    );
    expect(changed).toEqual([]);
    expect(reasons).toEqual({
      'src/settings.ts:2 no-end-of-life-model': '`temperature` is set beside it, which Claude Haiku 5.5 refuses',
    });
  });

  it('stay where the request can not change', async () => {
    const { changed } = await plan(
      { 'src/settings.ts': settings, 'src/a.ts': sent('pick({ temperature: settings.temperature })') },
      {},
    );
    expect(changed).toEqual([]);
  });
});
