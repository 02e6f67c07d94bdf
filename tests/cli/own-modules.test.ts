import { describe, expect, it } from 'vitest';
import { AS_OF, createProject } from './project.js';

const models = [
  `export const MODEL_ID = 'us.anthropic.claude-3-5-sonnet-20240620-v1:0';`,
  `export const FALLBACK = 'us.anthropic.claude-3-haiku-20240307-v1:0';`,
  '',
].join('\n');

const ask = (specifier: string) =>
  [
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
    `import { FALLBACK, MODEL_ID } from '${specifier}';`,
    `const client = new BedrockRuntimeClient({});`,
    `const messages = [{ role: 'user' as const, content: [{ text: 'Hello' }] }];`,
    `export const ask = () =>`,
    `  client.send(new ConverseCommand({ modelId: MODEL_ID, messages, inferenceConfig: { temperature: 0.2, topP: 0.9 } }));`,
    `export const prefilled = () =>`,
    `  client.send(`,
    `    new ConverseCommand({ modelId: FALLBACK, messages: [...messages, { role: 'assistant', content: [{ text: '{' }] }] }),`,
    `  );`,
    '',
  ].join('\n');

const json = (value: unknown) => JSON.stringify(value);

/** What check finds, what migrate changes, and that a second run finds nothing more to do. */
function outcome(
  specifier: string,
  files: Readonly<Record<string, string>>,
  [caller, shared]: readonly [string, string],
) {
  using project = createProject({ 'package.json': '{}', ...files, [caller]: ask(specifier), [shared]: models });
  project.git('init', '-q');
  project.git('add', '-A');
  const findings = project.check('.', ...AS_OF).findings.map(({ file, rule, line, messageId, repairs }) => ({
    file: file === caller ? 'caller' : 'shared',
    rule,
    line,
    messageId,
    repairs,
  }));
  project.migrate('.', '--force', ...AS_OF);
  const texts = [project.read(caller).replace(`'${specifier}'`, 'shared'), project.read(shared)];
  project.migrate('.', '--force', ...AS_OF);
  expect([project.read(caller).replace(`'${specifier}'`, 'shared'), project.read(shared)]).toEqual(texts);
  return { findings, texts };
}

describe('a constant of another module of the project', () => {
  const relative = outcome('../lib/models', {}, ['src/app/ask.ts', 'src/lib/models.ts']);

  it('is followed by its path', () => {
    const [caller, shared] = relative.texts;
    expect(caller).not.toContain('topP');
    expect(shared).not.toContain('claude-3-5-sonnet');
    expect(relative.findings.map(({ rule }) => rule)).toContain('bedrock-claude/no-conflicting-sampling');
  });

  it.each<[string, string, Readonly<Record<string, string>>, readonly [string, string]]>([
    [
      'an alias of tsconfig.json',
      '@/lib/models',
      { 'tsconfig.json': json({ compilerOptions: { paths: { '@/*': ['./src/*'] } } }) },
      ['src/app/ask.ts', 'src/lib/models.ts'],
    ],
    [
      'an import of package.json',
      '#models',
      { 'package.json': json({ imports: { '#models': './src/lib/models.ts' } }) },
      ['src/app/ask.ts', 'src/lib/models.ts'],
    ],
    [
      'the name of a package of the workspace',
      '@acme/shared',
      {
        'package.json': json({ workspaces: ['apps/*', 'packages/*'] }),
        'apps/api/package.json': json({ name: 'api', dependencies: { '@acme/shared': '*' } }),
        'packages/shared/package.json': json({ name: '@acme/shared', main: 'dist/index.js' }),
      },
      ['apps/api/src/ask.ts', 'packages/shared/src/index.ts'],
    ],
  ])('is followed by %s as by its path', (_, specifier, files, places) => {
    expect(outcome(specifier, files, places)).toEqual(relative);
  });
});
