import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { openDocument } from '../../../src/documents/open.js';
import { applyEdits } from '../../../src/edits/apply-edits.js';
import { createPolicy } from '../../../src/policy/index.js';
import rule from '../../../src/rules/no-brittle-model-gate.js';
import { asOf } from '../run-rule.js';
import { budget, converse, invoke } from './gate-samples.js';

const policy = createPolicy({}, { asOf, catalog });

function findingsIn(text: string) {
  const document = openDocument({ path: 'src/bedrock.ts', text, files: null });
  return [...rule.detect(document, { policy, options: {} })];
}

/** What the repair of the first gate writes, where the text differs from what it was. */
function repaired(text: string): string {
  const [finding] = findingsIn(text);
  if (!finding) throw new Error('Nothing is found.');
  const [repair] = finding.repairs;
  return repair ? applyEdits(text, repair.edits) : `left: ${finding.unrepaired ?? ''}`;
}

const thinks = `additionalModelRequestFields: { thinking: ${budget} }`;
const old = `modelId.includes('claude-3-7')`;
const asked = `supports(modelId, 'budgetThinking')`;

describe('asks for the trait of what it guards', () => {
  it.each([
    ['in a spread', (test: string) => converse(`...(${test} && { ${thinks} })`)],
    ['in a conditional spread', (test: string) => converse(`...(${test} ? { ${thinks} } : {})`)],
    [
      'as the other value of a property',
      (test: string) => converse(`additionalModelRequestFields: ${test} ? { thinking: ${budget} } : undefined`),
    ],
    ['in a statement', (test: string) => invoke(`if (${test}) { body.thinking = ${budget}; }`)],
    ['in a statement without if', (test: string) => invoke(`${test} && (body.thinking = ${budget});`)],
    ['in Object.assign', (test: string) => invoke(`if (${test}) Object.assign(body, { thinking: ${budget} });`)],
    ['behind another condition', (test: string) => invoke(`if (options.think && ${test}) body.thinking = ${budget};`)],
    [
      'under the name of the value',
      (test: string) =>
        converse(
          'additionalModelRequestFields: { ...(thinking && { thinking }) }',
          `\n  const thinking = ${test} ? ${budget} : undefined;`,
        ),
    ],
  ])('%s', (_, sample) => {
    expect(repaired(sample(old))).toBe(sample(asked));
  });

  it.each([
    [`/claude-3-7/i.test(modelId)`, asked],
    [`modelId.match(/claude-3-7/)`, asked],
    [`modelId.indexOf('claude-3-7') >= 0`, asked],
    [`!(modelId.indexOf('claude-3-7') === -1)`, asked],
    [`modelId.toLowerCase().includes('claude-3-7')`, asked],
    [`modelId?.includes('claude-3-7')`, `supports(modelId ?? '', 'budgetThinking')`],
    [`(modelId.includes('claude-3-7') || modelId.includes('claude-opus-4-2025'))`, asked],
    [`(modelId.includes('anthropic') && modelId.includes('claude-3-7'))`, asked],
    [
      `['us.anthropic.claude-3-7-sonnet-20250219-v1:0', 'us.anthropic.claude-sonnet-4-20250514-v1:0'].includes(modelId)`,
      asked,
    ],
  ])('however it is asked: %s', (before, after) => {
    expect(repaired(invoke(`if (options.think && ${before}) body.thinking = ${budget};`))).toBe(
      invoke(`if (options.think && ${after}) body.thinking = ${budget};`),
    );
  });

  it('in a helper of the file, which hands back a boolean', () => {
    const helper = (answer: string) =>
      `const canThink = (id: string): boolean => ${answer};\n${converse('...(canThink(modelId) && { ' + thinks + ' })')}`;
    expect(repaired(helper(`id.includes('claude-3-7')`))).toBe(helper(`supports(id, 'budgetThinking') === true`));
  });

  it.each([
    ['temperature', `inferenceConfig: { ...(TEST && { temperature: 0.2 }) }`],
    ['topK', `additionalModelRequestFields: TEST ? { top_k: 50 } : {}`],
    ['temperatureWithTopP', `inferenceConfig: { ...(TEST && { temperature: 0.2, topP: 0.9 }) }`],
    ['forcedToolChoice', `toolConfig: { tools: [], ...(TEST && { toolChoice: { any: {} } }) }`],
  ])('%s', (trait, sample) => {
    const before = converse(sample.replace('TEST', `modelId.includes('claude-3')`));
    expect(repaired(before)).toBe(converse(sample.replace('TEST', `supports(modelId, '${trait}')`)));
  });

  it('caching, where a point is added', () => {
    const sample = (test: string) =>
      converse(`system: [{ text: 'Be kind.' }, ...(${test} ? [{ cachePoint: { type: 'default' as const } }] : [])]`);
    expect(repaired(sample(old))).toBe(sample(`supports(modelId, 'caching')`));
  });
});

describe('a gate that keeps models out', () => {
  const shut = `modelId.startsWith('anthropic.claude-opus-4-8')`;

  it.each([
    [
      `inferenceConfig: { ...(!${shut} && { temperature: 1 }) }`,
      `inferenceConfig: { ...(supports(modelId, 'temperature') !== false && { temperature: 1 }) }`,
    ],
    [
      `inferenceConfig: { temperature: ${shut} ? undefined : 1 }`,
      `inferenceConfig: { temperature: supports(modelId, 'temperature') === false ? undefined : 1 }`,
    ],
  ])('keeps those in that nobody knows: %s', (before, after) => {
    expect(repaired(converse(before))).toBe(converse(after));
  });
});

describe('is left, and says why', () => {
  it.each([
    [
      'it does more than set',
      `if (${old}) { body.thinking = ${budget}; console.log('thinks'); }`,
      'code must say what it means',
    ],
    [
      'it has another branch',
      `if (${old}) { body.thinking = ${budget}; } else { body.temperature = 0; }`,
      'code must say what it means',
    ],
    [
      'it is one of two ways in',
      `if (options.think || ${old}) body.thinking = ${budget};`,
      'code must say what it means',
    ],
    [
      'its answer is shown',
      `const isOld = ${old};\n  if (isOld) body.thinking = ${budget};\n  console.log(isOld);`,
      'code must say what it means',
    ],
    [
      'it sets a limit as well',
      `if (${old}) { body.thinking = ${budget}; body.max_tokens = 16000; }`,
      'not all of what it sets is a matter of what a model can do',
    ],
    [
      'it sets two things',
      `if (${old}) { body.thinking = ${budget}; body.temperature = 1; }`,
      'needs more than one ability',
    ],
    [
      'it asks about another ID',
      `if (options.model.includes('claude-3-7')) body.thinking = ${budget};`,
      'may be another one than the request goes to',
    ],
    [
      'the ID may change before the call',
      `if (${old}) body.thinking = ${budget};\n  modelId = options.other;`,
      'may be another one than the request goes to',
    ],
    [
      'another request has it too',
      `if (${old}) body.thinking = ${budget};\n  client.send(new InvokeModelCommand({ modelId: options.other, body: JSON.stringify(body) }));`,
      'may be another one than the request goes to',
    ],
    [
      'it names models that refuse the setting',
      `if (modelId.includes('claude-3')) body.thinking = ${budget};`,
      'would answer otherwise for `anthropic.claude-3-haiku-20240307-v1:0`',
    ],
    ['what it sets is for any model', `if (${old}) body.stop_sequences = ['END'];`, 'not all of what it sets'],
  ])('where %s', (_, statements, why) => {
    expect(repaired(invoke(statements))).toContain(why);
  });

  it('where other files may ask its helper', () => {
    const text = `export const canThink = (id: string) => id.includes('claude-3-7');\n${converse('...(canThink(modelId) && { ' + thinks + ' })')}`;
    expect(repaired(text)).toContain('code must say what it means');
  });

  it('where a comment stands in it', () => {
    const text = invoke(`if (${old} /* thinks */ || ${old}) body.thinking = ${budget};`);
    expect(repaired(text)).toContain('a comment in it would be lost');
  });

  it.each([
    ['a parameter', '(id: string, supports: boolean) => supports'],
    ['a parameter that nothing reads', '(id: string, supports: boolean) => id'],
    ['a typed variable', '() => { let supports: boolean; }'],
    ['a variable', '() => { const supports = 1; return supports; }'],
  ])('where %s has the name of the helper', (_, code) => {
    const text = `${invoke(`if (${old}) body.thinking = ${budget};`)}export const other = ${code};\n`;
    expect(repaired(text)).toContain('something else in the file is called `supports`');
  });

  it('but not where the helper is there already, or a property is called so', () => {
    const head = `import { supports } from 'bedrock-claude-runtime';\n`;
    const sample = (test: string) => invoke(`if (${test}) body.thinking = ${budget};`);
    const use = `export const canCache = (id: string) => ({ supports: supports(id, 'caching') });\n`;
    expect(repaired(head + sample(old) + use)).toBe(head + sample(asked) + use);
    const other = `export const row = { supports: 1 };\n`;
    expect(repaired(sample(old) + other)).toBe(sample(asked) + other);
  });

  it('where its list has a name, which other code may read', () => {
    const text = `const LIST = ['us.anthropic.claude-3-7-sonnet-20250219-v1:0', 'us.anthropic.claude-sonnet-4-20250514-v1:0'];\n${invoke(`if (LIST.includes(modelId)) body.thinking = ${budget};`)}`;
    expect(repaired(text)).toContain('code must say what it means');
  });
});

it('claims that no model is named that would be answered otherwise', () => {
  const [finding] = findingsIn(invoke(`if (${old}) body.thinking = ${budget};`));
  const [claim] = finding?.repairs[0]?.needs ?? [];
  const models = claim && 'models' in claim ? claim.models : [];
  // It can think; its successor can; it can't, and neither can its successor; it is the one that is meant.
  expect(models).toContain('anthropic.claude-sonnet-4-20250514-v1:0');
  expect(models).toContain('anthropic.claude-3-haiku-20240307-v1:0');
  expect(models).not.toContain('anthropic.claude-opus-4-8');
  expect(models).not.toContain('anthropic.claude-3-7-sonnet-20250219-v1:0');
});

it('counts gates that answer as one', () => {
  const text = invoke(`if (modelId.includes('claude-3-7') || modelId.includes('claude-sonnet-4')) options.log();`);
  expect(findingsIn(text)).toEqual([]);
});
