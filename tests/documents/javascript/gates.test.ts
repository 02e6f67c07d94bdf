import { describe, expect, it } from 'vitest';
import { rangeOf, read } from './read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-sonnet-20240229-v1:0';

describe('code that takes an ID apart', () => {
  it.each([
    ['the first piece', `modelId.split('.')[0]`, '.'],
    ['a piece by number', `model.id.split(".")[1]`, '.'],
    ['the minor version', `modelId.split(':')[1]`, ':'],
    ['shift', `modelId.split('.').shift()`, '.'],
    ['at', `modelId.split('.').at(0)`, '.'],
  ])('is a gate: %s', (_, expression, separator) => {
    const source = `export const piece = (modelId, model) => ${expression};`;
    const call = /model.*?\.split\(...\)/.exec(expression)?.[0] ?? '';
    expect(read(source, 'src/app.js').modelGates).toEqual([
      { kind: 'split', patterns: [separator], range: rangeOf(source, call), geography: false },
    ]);
  });

  it('is a gate where what is taken apart is known to be an ID, under any name', () => {
    const source = `const CHAT = '${haiku}';\nexport const vendor = CHAT.split('.')[0];
export const vendorOf = (chat = '${haiku}') => chat.split('.')[0];`;
    expect(read(source, 'src/app.js').modelGates).toMatchObject([{ kind: 'split' }, { kind: 'split' }]);
  });

  it.each([
    ['a slice', `modelId.slice(0, modelId.indexOf('.'))`],
    ['a substring', `modelId.substring(0, modelId.indexOf('.'))`],
    ['a slice up to the last piece', `modelId.slice(0, modelId.lastIndexOf('.'))`],
    ['a match', String.raw`modelId.match(/^([a-z]+)\./)[1]`],
    ['a match that may be missing', 'modelId.match(/^[^.]+/)?.[0]'],
    ['a pattern', String.raw`/^(.*?)\./.exec(modelId)[1]`],
    ['what is left', String.raw`modelId.replace(/\..*$/, '')`],
  ])('is a gate: what stands before a dot, by %s', (_, expression) => {
    const source = `export const piece = (modelId) => PRICES[${expression}];`;
    expect(read(source, 'src/app.js').modelGates).toMatchObject([{ kind: 'split', patterns: ['.'] }]);
  });

  it.each([
    ['pieces with a name', `const pieces = modelId.split('.');\n  return pieces[0] ?? pieces[0];`],
    ['two pieces, where a profile has three', `const [vendor, name] = modelId.split('.');\n  return [vendor, name];`],
    ['a dot with a name', `const dot = modelId.indexOf('.');\n  return modelId.slice(0, dot);`],
  ])('is a gate: %s', (_, body) => {
    const source = `export function vendor(modelId) {\n  ${body}\n}`;
    expect(read(source, 'src/app.js').modelGates).toMatchObject([{ kind: 'split', patterns: ['.'] }]);
  });

  it.each([
    [
      'pieces that are counted',
      `const pieces = modelId.split('.');\n  return pieces.length > 2 ? pieces[1] : pieces[0];`,
    ],
    ['the rest', `const [first, ...rest] = modelId.split('.');\n  return rest;`],
    ['all', `const [...all] = modelId.split('.');\n  return all;`],
    ['three pieces', `const [scope, vendor, name] = modelId.split('.');\n  return name;`],
    ['a slice up to something else', `return modelId.slice(0, modelId.indexOf('-'));`],
    ['a slice up to the dot of another text', `return modelId.slice(0, fileName.indexOf('.'));`],
    ['a slice of another text', `return fileName.slice(0, fileName.indexOf('.'));`],
    ['a pattern of something else', String.raw`return modelId.match(/[^.]+$/)?.[0];`],
    ['what a replacement puts in', String.raw`return modelId.replace(/\..*$/, '.x');`],
  ])('is none: %s', (_, body) => {
    const source = `export function vendor(modelId, fileName) {\n  ${body}\n}`;
    expect(read(source, 'src/app.js').modelGates).toEqual([]);
  });

  it('is a gate: destructured', () => {
    const source = `export function vendor(modelId) {\n  const [name] = modelId.split('.');\n  return name;\n}`;
    expect(read(source, 'src/app.js').modelGates).toMatchObject([{ kind: 'split', patterns: ['.'] }]);
  });

  it.each([
    ['the last piece, which is the same', `modelId.split('.').pop()`],
    ['what stands before a minor version', `modelId.split(':')[0]`],
    ['all pieces, which it may tell apart itself', `modelId.split('.').map((piece) => piece.length)`],
    ['another separator', `modelId.split('-')[0]`],
    ['another text', `fileName.split('.')[0]`],
    ['what is known to be no ID', `((modelFile = 'model.onnx') => modelFile.split('.')[1])()`],
  ])('is none: %s', (_, expression) => {
    expect(read(`export const piece = (modelId, fileName) => ${expression};`, 'src/app.js').modelGates).toEqual([]);
  });
});

describe('patterns with a name', () => {
  it.each([
    ['test', `const NEW = /claude-3/i;`, `NEW.test(id)`, { kind: 'regex', patterns: ['claude-3'], flags: 'i' }],
    ['match', `const NEW = /claude-3/;`, `id.match(NEW)`, { kind: 'regex', patterns: ['claude-3'], flags: '' }],
    ['includes', `const NEW = 'claude-3';`, `id.includes(NEW)`, { kind: 'includes', patterns: ['claude-3'] }],
    [
      'of a table',
      `const PARTS = { old: 'anthropic.claude-3' };`,
      `id.startsWith(PARTS.old)`,
      { kind: 'startsWith', patterns: ['anthropic.claude-3'] },
    ],
    [
      'replace',
      String.raw`const PREFIX = /^(?:eu|us|apac)\./;`,
      `id.replace(PREFIX, '')`,
      { kind: 'regex', patterns: [String.raw`^(?:eu|us|apac)\.`], flags: '', geography: true, takesOff: true },
    ],
  ])('are read: %s', (_, constant, expression, gate) => {
    const source = `${constant}\nexport const gate = (id) => ${expression};`;
    expect(read(source, 'src/app.js').modelGates).toEqual([
      { geography: false, ...gate, range: rangeOf(source, expression) },
    ]);
  });

  it.each([
    ['a whole ID, which moves together with its name', `const MODEL = '${haiku}';`, `ids.includes(MODEL)`],
    ['a name that is given another value', `let part = 'claude-3';\npart = read();`, `id.includes(part)`],
    ['a parameter', '', `id.includes(part)`],
  ])('are none: %s', (_, constant, expression) => {
    const source = `${constant}\nexport const gate = (id, ids, part_) => ${expression};`;
    expect(read(source, 'src/app.js').modelGates).toEqual([]);
  });

  it('govern no request that a repair could speak of', () => {
    const source = [
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
      `const NEW = /claude-3/;`,
      `export const ask = (client, modelId) =>`,
      `  client.send(new ConverseCommand({ modelId, ...(NEW.test(modelId) && { inferenceConfig: { topP: 0.5 } }) }));`,
    ].join('\n');
    const [gate] = read(source, 'src/app.js').modelGates;
    expect(gate).toMatchObject({ kind: 'regex', patterns: ['claude-3'] });
    expect(gate).not.toHaveProperty('guard');
    const [inline] = read(source.replace('NEW.test', '/claude-3/.test'), 'src/app.js').modelGates;
    expect(inline).toHaveProperty('guard');
  });
});

describe('model gates', () => {
  it.each([
    ['includes', `id.includes('claude-3')`, { kind: 'includes', patterns: ['claude-3'] }],
    ['indexOf', `id.indexOf("claude-3")`, { kind: 'includes', patterns: ['claude-3'] }],
    ['startsWith', `id.startsWith('anthropic.')`, { kind: 'startsWith', patterns: ['anthropic.'] }],
    ['endsWith', `id.endsWith('claude-v2')`, { kind: 'endsWith', patterns: ['claude-v2'] }],
    ['optional call', `id?.includes('claude-3')`, { kind: 'includes', patterns: ['claude-3'] }],
    ['after another call', `id.toLowerCase().includes('claude')`, { kind: 'includes', patterns: ['claude'] }],
    ['test', `/claude-3/i.test(id)`, { kind: 'regex', patterns: ['claude-3'], flags: 'i' }],
    ['match', `id.match(/^anthropic\\./)`, { kind: 'regex', patterns: ['^anthropic\\.'], flags: '' }],
    ['replace', `id.replace(/^anthropic\\./, '')`, { kind: 'regex', patterns: ['^anthropic\\.'], flags: '' }],
    ['a schema', `z.string().regex(/^us\\.anthropic/)`, { kind: 'regex', patterns: ['^us\\.anthropic'], flags: '' }],
    ['a decorator', `Matches(/claude-3/i)`, { kind: 'regex', patterns: ['claude-3'], flags: 'i' }],
    ['equality', `id === '${haiku}'`, { kind: 'equality', patterns: [haiku] }],
    ['a list', `['${haiku}', '${sonnet}'].includes(id)`, { kind: 'list', patterns: [haiku, sonnet] }],
  ])('are seen: %s', (_, expression, gate) => {
    const source = `export const gate = (id) => ${expression};`;
    expect(read(source, 'src/app.js').modelGates).toEqual([
      { ...gate, range: rangeOf(source, expression), geography: false },
    ]);
  });

  it.each([
    ['a prefix', `id.startsWith('us.')`, { kind: 'startsWith', patterns: ['us.'] }],
    [
      'a pattern',
      String.raw`/^(us|eu|apac)\./.test(id)`,
      { kind: 'regex', patterns: [String.raw`^(us|eu|apac)\.`], flags: '' },
    ],
    [
      'alternatives',
      String.raw`/^us\.|^eu\./.test(id)`,
      { kind: 'regex', patterns: [String.raw`^us\.|^eu\.`], flags: '' },
    ],
    [
      'a pattern that is taken off',
      String.raw`id.replace(/^(us|eu|apac)\./, '')`,
      { kind: 'regex', patterns: [String.raw`^(us|eu|apac)\.`], flags: '', takesOff: true },
    ],
    [
      'a pattern that is replaced',
      String.raw`id.replace(/^(us|eu|apac)\./, 'global.')`,
      { kind: 'regex', patterns: [String.raw`^(us|eu|apac)\.`], flags: '' },
    ],
    ['a list', `['us.', 'eu.'].some((geo) => id.startsWith(geo))`, { kind: 'list', patterns: ['us.', 'eu.'] }],
    ['a list in a constant', `GEOS.includes(id)`, { kind: 'list', patterns: ['us', 'eu', 'apac'] }],
  ])('know geographies: %s', (_, expression, gate) => {
    const source = `const GEOS = ['us', 'eu', 'apac'];\nexport const gate = (id) => ${expression};`;
    expect(read(source, 'src/app.js').modelGates).toContainEqual({
      ...gate,
      range: rangeOf(source, expression),
      geography: true,
    });
  });

  it.each([
    `id.includes('gpt-4')`,
    `model.title.includes('claude-3')`,
    `model.displayName.toLowerCase().includes('claude-3')`,
    `/claude-3/.test(modelLabel)`,
    `['us', 'ca'].includes(id)`,
    `/^(in|out)\\./.test(id)`,
    `/^(user|euro)/.test(id)`,
    `id.hasOwnProperty('claude-3')`,
    `id.toString('claude-3')`,
    `id === 'claude'`,
    `LIST.some((item) => item === id)`,
    `id.includes(fragment)`,
  ])('are none: %s', (expression) => {
    expect(read(`export const gate = (id, fragment, LIST) => ${expression};`, 'src/app.js').modelGates).toEqual([]);
  });
});

describe('geography builders', () => {
  it.each([
    '`${geo}.${modelId}`',
    '`us.${modelId}`',
    '`bedrock/eu.${model.id}`',
    `'us.' + modelId`,
    `geo + '.' + modelId`,
    `[geo, modelId].join('.')`,
  ])('are seen: %s', (expression) => {
    const source = `export const id = (geo, modelId, model) => ${expression};`;
    expect(read(source, 'src/app.js').geographyBuilders).toEqual([rangeOf(source, expression)]);
  });

  it.each([
    '`arn:aws:bedrock:${region}::foundation-model/${modelId}`',
    "`arn:aws:bedrock:${region}::foundation-model/${modelId ?? 'anthropic.claude-v2'}`",
    "'arn:aws:bedrock:' + region + '::foundation-model/' + modelId",
    '`arn:aws:bedrock:${region}::foundation-model/` + modelId',
  ])('are seen in ARNs that only a bare ID fits: %s', (expression) => {
    const source = `// Answers come from Claude.\nexport const configuration = (region, modelId) => ({ modelArn: ${expression} });`;
    expect(read(source, 'src/app.js').geographyBuilders).toEqual([rangeOf(source, expression)]);
  });

  it('are seen in an ARN of a Claude that another file names', () => {
    const source = `import { MODEL } from './models.js';\nexport const arn = \`arn:aws:bedrock:us-east-1::foundation-model/\${MODEL}\`;`;
    const builders = (id: string) =>
      read(source, 'src/app.js', { 'src/models.js': `export const MODEL = '${id}';` }).geographyBuilders;
    expect(builders(haiku)).toHaveLength(1);
    expect(builders('amazon.titan-embed-text-v2:0')).toEqual([]);
  });

  it('are none in ARNs of models that may be of any kind', () => {
    const source = 'export const arn = (modelName) => `arn:aws:bedrock:us-east-1::foundation-model/${modelName}`;';
    expect(read(source, 'src/app.js').geographyBuilders).toEqual([]);
  });

  it.each([
    'const p = { effect: "Allow", resources: [`arn:aws:bedrock:*::foundation-model/${modelId}`] };',
    'const arn = `arn:aws:bedrock:*::foundation-model/${modelId}`;\nconst p = { Effect: "Allow", Resource: arn };',
    'const arns = modelIds.map((modelId) => `arn:aws:bedrock:*::foundation-model/${modelId}`);\nconst p = new PolicyStatement({ resources: arns });',
    'const arnOf = (modelId) => `arn:aws:bedrock:*::foundation-model/${modelId}`;\nconst p = { resources: [arnOf("a")] };',
    'const arn = `arn:aws:bedrock:*:${account}:inference-profile/${modelId}`;',
  ])('are none in IAM, where a person adds the profile: %s', (source) => {
    expect(read(`// Claude\n${source}`, 'src/app.js').geographyBuilders).toEqual([]);
  });

  it.each([
    'const geo = (r) => (r ? "eu." : "us.");\nnew ConverseCommand({ modelId: geo(region) + NAMES[kind] });',
    'const profile = (base) => `${process.env.GEO}.${base}`;\nnew ConverseCommand({ modelId: profile(NAMES[kind]) });',
    'function profile(base) {\n  const area = region.slice(0, 2);\n  return area.concat(".", base);\n}\nnew ConverseCommand({ modelId: profile(NAMES[kind]) });',
    'new ConverseCommand({ modelId: [PREFIXES[region], NAMES[kind]].join(".") });',
    'const prefixOf = (r) => (r ? "eu." : "us.");\nnew ConverseCommand({ modelId: `${prefixOf(region)}${name}` });',
    'const resolve = (name) => {\n  const found = name.match(scoped);\n  return found ? `${geo(region)}.${found[1]}` : name;\n};\nnew ConverseCommand({ modelId: resolve(NAMES[kind]) });',
    'function resolve(name) {\n  if (!isBare(name)) return name;\n  return `${geo(region)}.${name}`;\n}\nnew ConverseCommand({ modelId: resolve(NAMES[kind]) });',
    'new ConverseCommand({ modelId: name.replace("anthropic.", `${geo}.anthropic.`) });',
  ])('are seen where a call puts its model together, whatever the names: %s', (source) => {
    const file = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${source}`;
    const call = /new ConverseCommand\(.*\)/.exec(file)?.[0] ?? '';
    expect(read(file, 'src/app.js').geographyBuilders).toEqual([rangeOf(file, call)]);
  });

  it.each(['`${MODEL}`', '`anthropic.claude-${version}`', "'anthropic.' + name", 'MODEL'])(
    'are none in a call of %s',
    (model) => {
      const source = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nnew ConverseCommand({ modelId: ${model} });`;
      expect(read(source, 'src/app.js').geographyBuilders).toEqual([]);
    },
  );

  it.each([
    '`${name}.json`',
    '`${a}/${modelId}`',
    '`plus.${modelId}`',
    '`us.${price}`',
    `'us.' + price`,
    `price + modelId`,
    `[a, price].join('.')`,
    `[a, modelId].join('/')`,
    '`.${modelId}`',
    '`${a}.${answerId}`',
    '`${a}.${GRID}`',
    '`${a}.${name}.${DOCUMENT_ID}`',
    'a + "." + answerId',
    '[a, answerId].join(".")',
  ])('are none: %s', (expression) => {
    expect(
      read(`export const text = (a, name, modelId, price) => ${expression};`, 'src/app.js').geographyBuilders,
    ).toEqual([]);
  });
});

describe('regions', () => {
  it.each([
    [
      'a client',
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({ region: 'us-west-2' });`,
    ],
    [
      'a client with a constant',
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nconst region = 'us-west-2';\nconst config = { region };\nnew BedrockRuntimeClient(config);`,
    ],
    [
      'a provider',
      `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';\ncreateAmazonBedrock({ region: 'us-west-2' });`,
    ],
    [
      'the Anthropic SDK',
      `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock({ awsRegion: 'us-west-2' });`,
    ],
    ['the environment', `process.env.AWS_REGION = 'us-west-2';`],
    [
      'a stack',
      `import * as cdk from 'aws-cdk-lib';\nimport { ChatStack } from './chat-stack';\nnew ChatStack(new cdk.App(), 'Chat', { env: { account: '1', region: 'us-west-2' } });`,
    ],
  ])('are those of %s', (_, source) => {
    expect(read(source, 'src/app.js').regions).toEqual(['us-west-2']);
  });

  it.each([
    [
      'a default',
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({ region: process.env.AWS_REGION ?? 'us-west-2' });`,
    ],
    ['another service', `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-west-2' });`],
    [
      'no region',
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({ region: 'local' });`,
    ],
  ])('are none of %s', (_, source) => {
    expect(read(source, 'src/app.js').regions).toEqual([]);
  });

  it('belong to a call only when a client names one, and only one', () => {
    const sdk = `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n`;
    const call = `new ConverseCommand({ modelId: '${haiku}' });`;
    const regionOf = (before: string) => read(`${sdk}${before}\n${call}`).modelReferences[0]?.region;
    expect(regionOf(`new BedrockRuntimeClient({ region: 'us-west-2' });`)).toBe('us-west-2');
    expect(
      regionOf(
        `new BedrockRuntimeClient({ region: 'us-west-2' });\nnew BedrockRuntimeClient({ region: 'eu-west-1' });`,
      ),
    ).toBeNull();
    expect(regionOf(`process.env.AWS_REGION = 'us-west-2';`)).toBeNull();
  });

  it('of an ARN are its own', () => {
    expect(
      read(`export const arn = 'arn:aws:bedrock:eu-central-1::foundation-model/${haiku}';`).modelReferences[0]?.region,
    ).toBe('eu-central-1');
  });
});
