import { describe, expect, it } from 'vitest';
import type { RequestSetting } from '../../../../src/documents/request.js';
import { applyEdits, editsOverlap } from '../../../../src/edits/apply-edits.js';
import type { TextEdit } from '../../../../src/edits/text-edit.js';
import { joinRemovals } from '../../../../src/rules/request/join-removals.js';
import { fieldsOf } from './read-request.js';

const before = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
export async function ask(options, next) {
  const body = { anthropic_version: 'v', messages: [] };
`;
const after = `
  return client.send(new InvokeModelCommand({ modelId: 'm', body: JSON.stringify(body) }));
}
`;
const sampling = ['temperature', 'topP', 'topK'] as const satisfies readonly RequestSetting[];

/** The statements between, after all sampling parameters that can be taken out were taken out, one by one. */
function left(statements: string): string {
  let text = `${before}${statements}${after}`;
  for (let rounds = 0; rounds < 10; rounds++) {
    const current = text;
    const [removal] = sampling.flatMap((setting) => fieldsOf(current, setting).flatMap((field) => field.removal ?? []));
    if (!removal) return text.slice(before.length, text.length - after.length);
    text = applyEdits(text, [removal]);
  }
  throw new Error('It goes on for ever.');
}

describe('what goes as a whole', () => {
  it.each([
    ['an assignment', `  body.temperature = 1;`],
    ['an assignment of what is not there yet', `  body.top_k ??= 5;`],
    ['the condition around it', `  if (options.topP) body.top_p = options.topP;`],
    ['and its block', `  if (options.topP !== undefined) {\n    body.top_p = options.topP;\n  }`],
    ['conditions in conditions', `  if (options) {\n    if ('topP' in options) body.top_p = options.topP;\n  }`],
    ['a condition by an operator', `  options.topP && (body.top_p = options.topP);`],
    ['both branches', `  if (options.topP) body.top_p = options.topP;\n  else body.temperature = 0.5;`],
    [
      'a chain of branches',
      `  if (options.topP) {\n    body.top_p = 1;\n  } else if (options.topK) {\n    body.top_k = 1;\n  } else {\n    body.temperature = 1;\n  }`,
    ],
    [
      'a condition when all that it guards has gone',
      `  if (options) {\n    body.top_p = options.topP;\n    if (options.topK) body.top_k = options.topK;\n  }`,
    ],
    ['one line of several', `  if (options) { body.top_p = options.topP; body.top_k = 3; }`],
    ['a merge', `  Object.assign(body, { temperature: options.temperature });`],
    ['a merge on a condition', `  if (options.temperature) Object.assign(body, { temperature: 1 });`],
    ['a comment that speaks of it alone', `\n  // Chosen by evaluation\n  body.temperature = 1;\n`],
    ['a comment behind it', `  body.temperature = 1; // chosen by evaluation`],
    ['a condition that converts', `  if (!Number.isNaN(Number(options.topP))) body.top_p = options.topP;`],
  ])('%s', (_, statements) => {
    expect(left(statements).trim()).toBe('');
  });
});

describe('what stays', () => {
  it.each([
    [
      'what else the condition guards',
      `  if (options) {\n    next();\n    body.top_p = 1;\n  }`,
      `  if (options) {\n    next();\n  }`,
    ],
    ['a test that does something', `  if (next()) body.top_p = 1;`, null],
    ['a test that sets something', `  if ((options.seen = true)) body.top_p = 1;`, null],
    ['an operand that does something', `  next() && (body.top_p = 1);`, null],
    ['a comment inside', `  if (options.topP) {\n    // Only where asked for\n    body.top_p = 1;\n  }`, null],
    ['the only statement of a loop', `  for (const each of options) body.top_p = each;`, null],
    ['the only statement of a branch that others follow', `  if (options) body.top_p = 1;\n  else next();`, null],
    ['a branch', `  if (options) next();\n  else body.top_p = 1;`, `  if (options) next();`],
    ['an assignment that is read', `  const topP = (body.top_p = 1);`, null],
    [
      'other properties of a merge',
      `  Object.assign(body, { top_p: 1, stop_sequences: [] });`,
      `  Object.assign(body, { stop_sequences: [] });`,
    ],
    [
      'other sources of a merge',
      `  Object.assign(body, { top_p: 1 }, { stop_sequences: [] });`,
      `  Object.assign(body, { stop_sequences: [] });`,
    ],
    [
      'a comment that speaks of more',
      `  // All of them\n  body.top_p = 1;\n  body.stop_sequences = [];`,
      `  // All of them\n  body.stop_sequences = [];`,
    ],
    ['one blank line', `  next();\n\n  if (options) body.top_p = 1;\n\n  next();`, `  next();\n\n  next();`],
    [
      'a case of a switch',
      `  switch (options) {\n    case 1: body.top_p = 1; break;\n  }`,
      `  switch (options) {\n    case 1: break;\n  }`,
    ],
    [
      'a semicolon on the next line',
      `  const other = {}\n  if (options) body.top_p = 1\n  ;[1].map(next)`,
      `  const other = {}\n  ;[1].map(next)`,
    ],
    [
      'a semicolon behind a branch on the next line',
      `  if (options) next()\n  else body.top_p = 1\n  ;[1].map(next)`,
      `  if (options) next()\n  ;[1].map(next)`,
    ],
    ['what the braces of an object end', `  const other = {}\n  body.top_p = 1;\n  [1].map(next)`, null],
    ['what shares the line with the next', `  const other = {}\n  body.top_p = 1; next()`, null],
    ['the only semicolon of a line', `  if (options) next()\n  else body.top_p = 1; next()`, null],
    [
      'a line with a comment',
      `  const other = {}\n  body.top_p = 1 // chosen\n  next()`,
      `  const other = {}\n  next()`,
    ],
    [
      'what a block ends',
      `  if (options) {\n    next()\n  }\n  body.top_p = 1\n  ;[1].map(next)`,
      `  if (options) {\n    next()\n  }\n  ;[1].map(next)`,
    ],
    [
      'a branch in front of the next one',
      `  if (options)\n    if (next) next();\n    else body.top_p = 1;\n  else next(1);`,
      null,
    ],
    ['what only a line end divides', `  const other = next\n  if (options) { body.top_p = 1 }\n  (other)()`, null],
  ])('%s', (_, statements, expected) => {
    expect(left(statements)).toBe(expected ?? statements);
  });

  it.each([
    `  if (!model.includes('opus-4-7')) body.temperature = 1;`,
    `  if (isSonnet) body.temperature = 1;`,
    `  if (supportsSampling) body.temperature = 1;`,
    `  if (options.capabilities.temperature) {\n    body.temperature = 1;\n    next();\n  }`,
  ])('a gate on the model: %s', (statements) => {
    expect(left(statements)).toBe(statements);
  });
});

describe('a spread on a condition', () => {
  it.each([
    ['...(options.topP && { top_p: options.topP })', ''],
    ['...(options.topP ? { top_p: options.topP } : {})', ''],
    ['...(options.topP === undefined ? undefined : { top_p: options.topP })', ''],
    ['...{ top_p: 1 }', ''],
    ['...(next() && { top_p: 1 })', '...(next() && {})'],
    ['...(options.topP ? { top_p: 1 } : { stop_sequences: [] })', '...(options.topP ? {} : { stop_sequences: [] })'],
    ['...(options.topP && { top_p: 1, stop_sequences: [] })', '...(options.topP && { stop_sequences: [] })'],
  ])('%s', (spread, expected) => {
    const statement = (inner: string) => `  Object.assign(body, { max_tokens: 1${inner === '' ? '' : `, ${inner}`} });`;
    expect(left(statement(spread))).toBe(statement(expected));
  });
});

describe('a literal that is left empty', () => {
  const command = (properties: string, name = 'new ConverseCommand') =>
    `${before}  return client.send(${name}({ modelId: 'm', messages: []${properties} }));\n}\n`;

  /** All of a text that can be taken out is, as far as the edits don't overlap, pass by pass. */
  function passes(source: string): string {
    let text = source;
    for (let pass = 0; pass < 10; pass++) {
      const current = text;
      const chosen: TextEdit[] = [];
      for (const { removal } of sampling.flatMap((setting) => fieldsOf(current, setting)))
        if (removal && !chosen.some((edit) => editsOverlap(edit, removal))) chosen.push(removal);
      if (chosen.length === 0) return text;
      text = applyEdits(text, joinRemovals(chosen, text) ?? []);
    }
    throw new Error('It goes on for ever.');
  }

  it.each([
    [', inferenceConfig: { temperature: 1 }', ''],
    [', inferenceConfig: { temperature: 1, topP: 1 }', ''],
    [', inferenceConfig: { maxTokens: 9, temperature: 1, topP: 1 }', ', inferenceConfig: { maxTokens: 9 }'],
    [', additionalModelRequestFields: { top_k: 5 }, inferenceConfig: { topP: 1 }', ''],
    [
      ', inferenceConfig: { maxTokens: 9, ...(options.t ? { temperature: 1 } : { topP: 1 }) }',
      ', inferenceConfig: { maxTokens: 9 }',
    ],
    [
      ', inferenceConfig: { maxTokens: 9, ...(options.t ? { temperature: 1, topP: 1 } : { temperature: 0, topP: 1 }) }',
      ', inferenceConfig: { maxTokens: 9 }',
    ],
    [', inferenceConfig: options.t ? { temperature: 1 } : { topP: 1 }', ', inferenceConfig: {}'],
    [', inferenceConfig: next() ? { temperature: 1 } : { topP: 1 }', ', inferenceConfig: next() ? {} : {}'],
    [', inferenceConfig: { /* none */ temperature: 1 }', null],
  ])('%s', (properties, expected) => {
    expect(passes(command(properties))).toBe(command(expected ?? properties));
  });

  it('stays where other code may read it', () => {
    const text = (part: string) =>
      `${before}  const input = { modelId: 'm', messages: [], inferenceConfig: ${part} };\n  log(input.inferenceConfig.maxTokens);\n  return client.send(new ConverseCommand(input));\n}\n`;
    expect(passes(text('{ temperature: 1 }'))).toBe(text('{}'));
  });

  it('is no branch any more where both have gone', () => {
    const config = `  const config: any = { maxTokens: 3 };\n`;
    const text = (statements: string) =>
      `${before}${config}${statements}  return client.send(new ConverseCommand({ modelId: 'm', messages: [], inferenceConfig: config }));\n}\n`;
    const one = `  if (options.t) {\n    config.temperature = 1;\n    config.topP = 1;\n  } else {\n    config.temperature = 0;\n    config.topP = 0;\n  }\n`;
    expect(passes(text(one))).toBe(text(''));
  });
});

describe('a property of a property', () => {
  const converse = (statements: string) =>
    `${before}  const input = { modelId: 'm', messages: [], inferenceConfig: { maxTokens: 3 } };
${statements}  return client.send(new ConverseCommand(input));
}
`;

  it.each([
    `  input.inferenceConfig.temperature = 1;\n`,
    `  if (options.temperature) input.inferenceConfig.temperature = options.temperature;\n`,
    `  if (options.temperature && input.inferenceConfig) {\n    input.inferenceConfig.temperature = options.temperature;\n  }\n`,
    `  Object.assign(input.inferenceConfig, { temperature: 1 });\n`,
  ])('%s', (statements) => {
    const text = converse(statements);
    const [field, another] = fieldsOf(text, 'temperature');
    expect(another).toBeUndefined();
    expect(field).toMatchObject({ path: ['inferenceConfig', 'temperature'], isShared: false });
    expect(field?.removal && applyEdits(text, [field.removal])).toBe(converse(''));
  });

  it('replaces what the literal says, where it is surely set', () => {
    const text = converse('  input.inferenceConfig.maxTokens = 5;\n');
    expect(fieldsOf(text, 'maxTokens').map(({ value }) => value)).toMatchObject([{ number: 5 }]);
  });

  it('of an object with a name of its own is shared', () => {
    const text = converse('  input.inferenceConfig.temperature = 1;\n').replace(
      'inferenceConfig: { maxTokens: 3 }',
      'inferenceConfig: options.shared ?? shared',
    );
    const named = text
      .replace('export async', 'const shared = { maxTokens: 3 };\nexport async')
      .replace('options.shared ?? ', '');
    expect(fieldsOf(named, 'temperature')).toMatchObject([{ isShared: true }]);
  });

  it('counts for nothing where it is taken back', () => {
    expect(fieldsOf(converse('  input.inferenceConfig.temperature = undefined;\n'), 'temperature')).toEqual([]);
  });
});
