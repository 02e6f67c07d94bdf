import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { openDocument } from '../../../src/documents/open.js';
import { createPolicy } from '../../../src/policy/index.js';
import noEndOfLifeModel from '../../../src/rules/no-end-of-life-model.js';
import noAssistantPrefill from '../../../src/rules/no-assistant-prefill.js';
import noRemovedSampling from '../../../src/rules/no-removed-sampling.js';
import type { ClaudeRule } from '../../../src/rules/rule-meta.js';
import { ruleOptions } from '../../../src/rules/rule-options.js';
import validThinkingConfig from '../../../src/rules/valid-thinking-config.js';
import { asOf } from '../run-rule.js';

const opus = 'us.anthropic.claude-opus-4-8';
const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

function found(rule: ClaudeRule, code: string, target: 'nearest' | 'latest' = 'nearest', path = 'src/ask.ts') {
  const policy = createPolicy({ settings: { target } }, { asOf, catalog });
  const text = path.endsWith('.ts')
    ? `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${code}`
    : code;
  return [...rule.detect(openDocument({ path, text, files: null }), { policy, options: ruleOptions(rule, policy) })];
}

/** A function that sends a request to the model it is given, with Opus 4.8 as its default. */
function asking(request: string, before = '', outside = '') {
  return `${outside}
const FALLBACK = '${opus}';
export function ask(messages: Message[], id = FALLBACK, debug = false) {
  ${before}
  return client.send(new ConverseCommand({ modelId: id, messages, ${request} }));
}`;
}

const forSome: readonly (readonly [string, string])[] = [
  ['a spread', asking("inferenceConfig: { ...(id.includes('haiku') && { temperature: 0.2 }) }")],
  ['a spread of the other branch', asking("inferenceConfig: { ...(id.includes('opus') ? {} : { temperature: 0.2 }) }")],
  ['a value', asking("inferenceConfig: { temperature: id.startsWith('us.anthropic.claude-haiku') ? 0.2 : undefined }")],
  ['an index by itself', asking("inferenceConfig: { ...(id.indexOf('us.') && { temperature: 0.2 }) }")],
  ['two objects', asking('inferenceConfig: /opus/.test(id) ? { maxTokens: 5 } : { maxTokens: 5, temperature: 0.2 }')],
  [
    'two names',
    asking("inferenceConfig: id.endsWith('v1:0') ? warm : cold", 'const warm = { temperature: 0.2 }; const cold = {};'),
  ],
  [
    'a set',
    asking('inferenceConfig: { ...(WARM.has(id) && { temperature: 0.2 }) }', '', `const WARM = new Set(['${haiku}']);`),
  ],
  [
    'a list',
    asking('inferenceConfig: { ...(!COLD.includes(id) && { temperature: 0.2 }) }', '', `const COLD = ['${opus}'];`),
  ],
  [
    'a list of parts',
    asking(
      'inferenceConfig: { ...(!COLD.some((part) => id.includes(part)) && { temperature: 0.2 }) }',
      '',
      "const COLD = ['opus-4', 'sonnet-5'];",
    ),
  ],
  [
    'a table',
    asking(
      'inferenceConfig: { ...(WARM[id] && { temperature: 0.2 }) }',
      '',
      `const WARM: Record<string, boolean> = { '${opus}': false, '${haiku}': true };`,
    ),
  ],
  [
    'a table of rows',
    asking(
      'inferenceConfig: { ...(ROWS[id]?.warm && { temperature: 0.2 }) }',
      '',
      `const ROWS = { '${opus}': { warm: false } };`,
    ),
  ],
  [
    'a helper',
    asking(
      'inferenceConfig: { ...(isWarm(id) && { temperature: 0.2 }) }',
      '',
      "const isWarm = (model: string) => !model.toLowerCase().includes('opus');",
    ),
  ],
  [
    'a helper that nobody sees',
    asking('inferenceConfig: { ...(isWarm(id) && { temperature: 0.2 }) }', '', "import { isWarm } from './elsewhere';"),
  ],
  [
    'a constant',
    asking('inferenceConfig: { ...(isWarm && { temperature: 0.2 }) }', "const isWarm = id.indexOf('opus') === -1;"),
  ],
  [
    'an assignment',
    asking(
      'inferenceConfig',
      "const inferenceConfig: Config = {}; if (!id.includes('opus')) inferenceConfig.temperature = 0.2;",
    ),
  ],
  [
    'a deletion',
    asking(
      'inferenceConfig',
      "const inferenceConfig: Config = { temperature: 0.2 }; if (id.includes('opus')) delete inferenceConfig.temperature;",
    ),
  ],
  [
    'a value that is taken back',
    asking(
      'inferenceConfig: { temperature }',
      "let temperature: number | undefined = 0.2; if (id.includes('opus')) temperature = undefined;",
    ),
  ],
  [
    'an early exit',
    asking(
      'inferenceConfig: { temperature: 0.2 }',
      "if (id.includes('opus')) return client.send(new ConverseCommand({ modelId: id, messages }));",
    ),
  ],
  [
    'a switch',
    asking(
      'inferenceConfig',
      `const inferenceConfig: Config = {}; switch (id) { case '${haiku}': inferenceConfig.temperature = 0.2; }`,
    ),
  ],
  [
    'a helper for the value',
    asking(
      'inferenceConfig: { temperature: warmth(id) }',
      '',
      "function warmth(model: string) { if (model.includes('opus')) return undefined; return 0.2; }",
    ),
  ],
  ['a flag beside a test', asking("inferenceConfig: { ...(debug && id.includes('haiku') && { temperature: 0.2 }) }")],
];

const forAll: readonly (readonly [string, string])[] = [
  ['no question', asking('inferenceConfig: { temperature: 0.2 }')],
  ['a flag', asking('inferenceConfig: { ...(debug && { temperature: 0.2 }) }')],
  ['a test that the model passes', asking("inferenceConfig: { ...(id.includes('opus') && { temperature: 0.2 }) }")],
  [
    'a set without it',
    asking(
      'inferenceConfig: { ...(!COLD.has(id) && { temperature: 0.2 }) }',
      '',
      `const COLD = new Set(['${haiku}']);`,
    ),
  ],
  ['a test or a flag', asking("inferenceConfig: { ...((debug || id.includes('haiku')) && { temperature: 0.2 }) }")],
  ['whether it is Claude', asking("inferenceConfig: { ...(id.includes('anthropic.claude') && { temperature: 0.2 }) }")],
  ['whether there is an ID', asking('inferenceConfig: { temperature: 0.2 }', "if (!id) throw new Error('no model');")],
  [
    'a test of another model',
    asking(
      "inferenceConfig: { ...(other.includes('haiku') && { temperature: 0.2 }) }",
      'const other = process.env.OTHER ?? "";',
    ),
  ],
];

describe('a property that is sent where the code finds it taken', () => {
  it.each(forSome)('is no finding behind %s', (_, code) => {
    expect(found(noRemovedSampling, code)).toEqual([]);
  });

  it.each(forAll)('is one behind %s', (_, code) => {
    expect(found(noRemovedSampling, code)).toMatchObject([{ messageId: 'refused', data: { name: 'Claude Opus 4.8' } }]);
  });

  it('is not taken out where its test speaks of other models too', () => {
    const code = asking("inferenceConfig: { temperature: id.includes('opus') ? 0.2 : undefined }").replace(
      'FALLBACK,',
      'process.env.MODEL ?? FALLBACK,',
    );
    expect(found(noRemovedSampling, code)).toMatchObject([
      { repairs: [], unrepaired: expect.stringContaining('asks about the model') as string },
    ]);
  });

  it('may be a thinking setting or a turn of the assistant', () => {
    const thinking = asking(
      "...(!id.includes('opus') && { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } } })",
    );
    const turn = asking(
      '',
      "if (!id.includes('opus')) messages.push({ role: 'assistant', content: [{ text: '{' }] });",
    );
    expect(found(validThinkingConfig, thinking)).toEqual([]);
    expect(found(noAssistantPrefill, turn)).toEqual([]);
  });
});

const old = 'us.anthropic.claude-3-5-sonnet-20241022-v2:0';

describe('an ID whose call asks which model it has', () => {
  const moved = (condition: string, target: 'nearest' | 'latest') =>
    found(
      noEndOfLifeModel,
      asking(`inferenceConfig: { ...(${condition} && { temperature: 0.2 }) }`).replace(opus, old),
      target,
    );

  it('stays where its successor is sent another request', () => {
    expect(moved('!/sonnet-[45]/.test(id)', 'nearest')).toMatchObject([
      { repairs: [], unrepaired: expect.stringContaining('another request') as string },
    ]);
  });

  it('moves where both are sent the same', () => {
    expect(moved("!id.includes('opus')", 'nearest')).toMatchObject([{ repairs: [{ safety: 'safe' }] }]);
  });

  it('is for review where nobody can tell, and the successor would refuse the request', () => {
    expect(moved('isWarm(id)', 'latest')).toMatchObject([{ repairs: [{ safety: 'review' }] }]);
    expect(moved('isWarm(id)', 'nearest')).toMatchObject([{ repairs: [{ safety: 'safe' }] }]);
  });
});

const task = (body: string) =>
  `Parameters:\n  ModelId: ${old}\n  Body:\n    anthropic_version: bedrock-2023-05-31\n    max_tokens: 400\n${body}`;

describe('an ID beside a body that its successor refuses', () => {
  it.each([
    ['    temperature: 0.2\n', '`temperature` is set'],
    ['    top_p.$: $.p\n', '`top_p` is set'],
    ['    top_k: 5\n', '`top_k` is set'],
    ['    thinking: { type: enabled, budget_tokens: 2000 }\n', 'thinking of type `enabled`'],
    ['    tool_choice: { type: any }\n', 'a tool is forced'],
    ['    messages: [{ role: user, content: Hi }, { role: assistant, content: "{" }]\n', 'a turn of the assistant'],
  ])('stays in data with %s', (body, why) => {
    expect(found(noEndOfLifeModel, task(body), 'latest', 'machine.asl.yaml')).toMatchObject([
      { repairs: [], unrepaired: expect.stringContaining(why) as string },
    ]);
  });

  it.each([
    '    messages: [{ role: user, content: Hi }]\n',
    '    temperature: 1\n',
    '    temperature: null\n',
    '    metadata: { temperature: 20 }\n',
  ])('moves with %s', (body) => {
    expect(found(noEndOfLifeModel, task(body), 'latest', 'machine.asl.yaml')).toMatchObject([
      { repairs: [{ safety: 'safe' }] },
    ]);
  });

  it('moves to a model that takes it', () => {
    expect(found(noEndOfLifeModel, task('    temperature: 0.2\n'), 'nearest', 'machine.asl.yaml')).toMatchObject([
      { repairs: [{ safety: 'safe' }] },
    ]);
  });

  it('takes a parameter of the same object along', () => {
    const code = `new CallAwsService(this, 'Ask', { parameters: { ModelId: '${old}', Body: { anthropic_version: 'bedrock-2023-05-31', temperature: 0.2, messages: [] } } });`;
    expect(found(noEndOfLifeModel, code, 'latest')).toMatchObject([
      { repairs: [{ safety: 'review', edits: [{}, {}] }] },
    ]);
  });

  it.each([
    `const ID = '${old}';\nnew CallAwsService(this, 'Ask', { parameters: { ModelId: ID, Body: { anthropic_version: 'bedrock-2023-05-31', temperature: 0.2 } } });`,
    `const model = Model.fromId(this, 'M', new Identifier('${old}'));\nnew Invoke(this, 'Ask', { model, body: sfn.TaskInput.fromObject({ anthropic_version: 'bedrock-2023-05-31', temperature: 0.2 }) });`,
  ])('stays where a construct is made of it: %s', (code) => {
    const why = expect.stringContaining('`temperature` is set') as string;
    expect(found(noEndOfLifeModel, code, 'latest')).toMatchObject([
      { repairs: [{ safety: 'review', needs: [{ kind: 'sentAlong', settings: ['temperature'], why }, {}, {}, {}] }] },
    ]);
  });

  it('moves where another object has the parameter', () => {
    const code = `const ID = '${old}';\nexport const settings = { model: ID };\nexport const weather = { temperature: 20 };`;
    expect(found(noEndOfLifeModel, code, 'latest')).toMatchObject([{ repairs: [{}] }]);
  });
});
