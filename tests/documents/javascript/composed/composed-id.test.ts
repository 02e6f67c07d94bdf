import { describe, expect, it } from 'vitest';
import { read } from '../read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** What code makes of the first ID of a file: the geographies put before it, and whether nothing takes it as it stands. */
function composedIn(lines: string) {
  const [reference] = read(`import { bedrock } from '@ai-sdk/amazon-bedrock';\n${lines}`).modelReferences;
  const { composed } = reference ?? {};
  return composed && [...composed.geographies.map(({ scope }) => scope ?? '?'), composed.isAlways];
}

describe('a geography that code puts before an ID', () => {
  it.each([
    ['a template', 'bedrock(`us.${M}`)', ['us', true]],
    ['a sum', "bedrock('eu.' + M)", ['eu', true]],
    ['a sum of three', "bedrock('eu' + '.' + M)", ['eu', true]],
    ['a join', "bedrock(['us-gov', M].join('.'))", ['us-gov', true]],
    ['a concat', "bedrock('jp'.concat('.', M))", ['jp', true]],
    ['an ARN', 'bedrock(`arn:aws:bedrock:us-east-1:${account}:inference-profile/us.${M}`)', ['us', true]],
    ['a constant', "const GEO = 'au';\nbedrock(`${GEO}.${M}`)", ['au', true]],
    ['a constant with its dot', "const GEO = 'au.';\nbedrock(GEO + M)", ['au', true]],
    ['a branch', "bedrock(`${here ? 'us' : 'eu'}.${M}`)", ['us', 'eu', true]],
    ['two places', 'bedrock(`us.${M}`);\nbedrock(`eu.${M}`)', ['us', 'eu', true]],
    ['a variable before the call', 'const id = `us.${M}`;\nbedrock(id)', ['us', true]],
    ['a helper with a parameter of any name', 'const profile = (m) => `us.${m}`;\nbedrock(profile(M))', ['us', false]],
    ['one of the environment', 'bedrock(`${process.env.GEO}.${M}`)', ['?', true]],
    ['one that may be that of the environment', "bedrock(`${process.env.GEO ?? 'us'}.${M}`)", ['?', 'us', true]],
    ['a prefix that may be empty', 'bedrock(process.env.PREFIX + M)', ['?', true]],
    ['a log beside it', 'console.log(`calls ${M}`);\nbedrock(`us.${M}`)', ['us', true]],
    ['another use', 'bedrock(`us.${M}`);\nexport const name = () => M', ['us', false]],
    ['a call of the ID as it stands', 'bedrock(`us.${M}`);\nbedrock(M)', ['us', false]],
    ['an export', 'bedrock(`us.${M}`);\nexport { M }', ['us', false]],
    ['an assignment', "bedrock(`us.${M}`);\nM = 'x'", ['us', false]],
  ])('is seen in %s', (_, code, expected) => {
    expect(composedIn(`let M = '${haiku}';\n${code};`)).toEqual(expected);
  });

  it.each([
    ['a template that is the ID', 'bedrock(`${M}`)'],
    ['words for people', 'console.log(`model: ${M}`, region + M);\nbedrock(M)'],
    ['an error', 'throw new Error(`no answer of ${M}. ${reason}`)'],
    ['a gateway', 'bedrock(`bedrock/${M}`)'],
    ['an ARN without one', 'bedrock(`arn:aws:bedrock:us-east-1:${account}:inference-profile/${M}`)'],
    ['another variable of the name', '{ const M = other; bedrock(`us.${M}`); }'],
  ])('is not seen in %s', (_, code) => {
    expect(composedIn(`const M = '${haiku}';\n${code};`)).toBeUndefined();
  });

  it('is seen where the ID is what a parameter has by default, an entry, or one of two', () => {
    expect(composedIn(`export const ask = (m = '${haiku}') => bedrock(\`us.\${m}\`);`)).toEqual(['us', true]);
    expect(composedIn(`const all = { small: '${haiku}' };\nbedrock(\`us.\${all.small}\`);`)).toEqual(['us', false]);
    expect(composedIn(`const M = '${haiku}';\nbedrock(\`us.\${fast ? M : other}\`);`)).toEqual(['us', true]);
    expect(composedIn(`bedrock('us.' + '${haiku}');`)).toEqual(['us', true]);
  });

  it('is the model of the call, in the place that spells the ID', () => {
    const source = `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { generateText } from 'ai';\nconst M = '${haiku}';\ngenerateText({ model: bedrock(\`us.\${M}\`), prompt });`;
    const start = source.indexOf(`'${haiku}'`);
    expect(read(source).modelCalls).toMatchObject([
      { model: { kind: 'text', text: `us.${haiku}`, range: [start, start + haiku.length + 2] } },
    ]);
  });
});

describe('text that code puts behind an ID', () => {
  it('makes it another ID, and keeps it from being edited', () => {
    const source = `import { bedrock } from '@ai-sdk/amazon-bedrock';\nconst M = 'anthropic.claude-3-haiku-20240307';\nbedrock(\`us.\${M}-v1:0\`);`;
    expect(read(source).modelReferences).toMatchObject([
      { name: { scope: 'us', base: haiku }, fixed: 'built from parts', level: 'error' },
    ]);
    expect(read(source.replace('-v1:0`', '${version}`')).modelReferences).toMatchObject([
      { fixed: 'built from parts', level: 'note' },
    ]);
  });
});
