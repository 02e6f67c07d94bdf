import { describe, expect, it } from 'vitest';
import { catalog, parseModelName } from '../../src/catalog/index.js';
import { libraryConstant } from '../../src/catalog/library-constants.js';
import type { PackageFiles } from '../../src/catalog/library-constants.js';
import { libraries } from '../../src/catalog/library-constants.generated.js';
import { parseLibraryConstants } from '../../src/catalog/parse-library-constants.js';

const nothingInstalled: PackageFiles = { read: () => null, resolvePackage: () => null };

function installed(files: Readonly<Record<string, string>>): PackageFiles {
  return {
    read: (path) => files[path] ?? null,
    resolvePackage: (_from, file) => (Object.hasOwn(files, `/node_modules/${file}`) ? `/node_modules/${file}` : null),
  };
}

describe('parseLibraryConstants', () => {
  it('reads static class fields as minified code has them', () => {
    const text =
      'class A{modelId;static NOVA=new A("amazon.nova-v1:0");static CLAUDE_V2=new A("anthropic.claude-v2");static CLAUDE_V2_18K=new A("anthropic.claude-v2:0:18k");}';
    expect([...parseLibraryConstants(text)]).toEqual([
      ['CLAUDE_V2', 'anthropic.claude-v2'],
      ['CLAUDE_V2_18K', 'anthropic.claude-v2:0:18k'],
    ]);
  });

  it('reads assignments to a class', () => {
    const text = "Model.CLAUDE_HAIKU = new Model('anthropic.claude-3-haiku-20240307-v1:0', {\n  legacy: true,\n});";
    expect([...parseLibraryConstants(text)]).toEqual([['CLAUDE_HAIKU', 'anthropic.claude-3-haiku-20240307-v1:0']]);
  });

  it('reads objects of strings', () => {
    const text =
      'const MODELS = {\n  US_HAIKU: "us.anthropic.claude-3-haiku-20240307-v1:0",\n  "quoted": "anthropic.claude-v2",\n};';
    expect([...parseLibraryConstants(text)]).toEqual([['US_HAIKU', 'us.anthropic.claude-3-haiku-20240307-v1:0']]);
  });

  it('reads declarations whose comments name the ID', () => {
    const text = [
      '/** Base model "anthropic.claude-3-sonnet-20240229-v1:0". */',
      'static readonly SONNET: Identifier;',
      '/**',
      ' * Base model "anthropic.claude-v2".',
      ' * @deprecated use a newer version',
      ' */',
      'static readonly V2: Identifier;',
    ].join('\n');
    expect([...parseLibraryConstants(text)]).toEqual([
      ['SONNET', 'anthropic.claude-3-sonnet-20240229-v1:0'],
      ['V2', 'anthropic.claude-v2'],
    ]);
  });

  it('reads the texts that a function takes from the keys of its table', () => {
    const text = `const lookup = {\n  'Amazon Nova Pro': 'amazon.nova-pro-v1:0',\n  'Claude 3.5 Sonnet v2': 'anthropic.claude-3-5-sonnet-20241022-v2:0',\n  "Claude Haiku 4.5": "global.anthropic.claude-haiku-4-5-20251001-v1:0",\n};`;
    expect([...parseLibraryConstants(text, 'arguments')]).toEqual([
      ['Claude 3.5 Sonnet v2', 'anthropic.claude-3-5-sonnet-20241022-v2:0'],
      ['Claude Haiku 4.5', 'global.anthropic.claude-haiku-4-5-20251001-v1:0'],
    ]);
  });

  it('finds nothing in other text', () => {
    expect(parseLibraryConstants('call("anthropic.claude-v2"); // anthropic.claude-v2:1')).toEqual(new Map());
  });
});

describe('libraryConstant', () => {
  it.each([
    ['aws-cdk-lib/aws-bedrock', 'FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2', 'anthropic.claude-v2'],
    [
      'aws-cdk-lib',
      'aws_bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_SONNET_20240229_V1_0_28K',
      'anthropic.claude-3-sonnet-20240229-v1:0:28k',
    ],
    ['@aws-cdk/aws-bedrock-alpha', 'BedrockFoundationModel.ANTHROPIC_CLAUDE_SONNET_4_6', 'anthropic.claude-sonnet-4-6'],
    [
      '@cdklabs/generative-ai-cdk-constructs',
      'bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_4_SONNET_V1_0',
      'anthropic.claude-sonnet-4-20250514-v1:0',
    ],
    [
      '@llamaindex/aws',
      'INFERENCE_BEDROCK_MODELS.EU_ANTHROPIC_CLAUDE_3_HAIKU',
      'eu.anthropic.claude-3-haiku-20240307-v1:0',
    ],
  ])('%s %s', (module, path, expected) => {
    expect(libraryConstant(module, path.split('.'), nothingInstalled, '/src/a.ts')).toBe(expected);
  });

  it.each([
    ['aws-cdk-lib', 'FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2'],
    ['aws-cdk-lib/aws-bedrock', 'FoundationModelIdentifier.ANTHROPIC_CLAUDE_9'],
    ['aws-cdk-lib/aws-bedrock', 'FoundationModelIdentifier.constructor'],
    ['aws-cdk-lib/aws-bedrock', 'Other.ANTHROPIC_CLAUDE_V2'],
    ['./models.js', 'FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2'],
    ['aws-cdk-lib/aws-bedrock', ''],
  ])('%s %s is none', (module, path) => {
    expect(libraryConstant(module, path.split('.'), nothingInstalled, '/src/a.ts')).toBeNull();
  });

  it('believes the installed version, and falls back to the newest for members it lacks', () => {
    const files = installed({
      '/node_modules/@aws-cdk/aws-bedrock-alpha/bedrock/models.js':
        'class B{static ANTHROPIC_CLAUDE_HAIKU_V1_0=new B("anthropic.claude-instant-v1");static ANTHROPIC_CLAUDE_NEW=new B("anthropic.claude-sonnet-5-5")}',
    });
    const constant = (member: string) =>
      libraryConstant('@aws-cdk/aws-bedrock-alpha', ['BedrockFoundationModel', member], files, '/src/a.ts');
    expect(constant('ANTHROPIC_CLAUDE_HAIKU_V1_0')).toBe('anthropic.claude-instant-v1');
    expect(constant('ANTHROPIC_CLAUDE_NEW')).toBe('anthropic.claude-sonnet-5-5');
    expect(constant('ANTHROPIC_CLAUDE_V2')).toBe('anthropic.claude-v2');
  });
});

describe('library-constants.generated.ts', () => {
  const constants = libraries.flatMap((library) =>
    Object.entries(library.constants).map(([member, id]) => ({ package: library.package, member, id })),
  );

  it('has constants of every library', () => {
    expect(libraries.map((library) => [library.package, Object.keys(library.constants).length > 10])).toEqual([
      ['aws-cdk-lib', true],
      ['@aws-cdk/aws-bedrock-alpha', true],
      ['@cdklabs/generative-ai-cdk-constructs', true],
      ['@llamaindex/aws', true],
      ['@aws-amplify/data-schema', true],
    ]);
  });

  it('names only models of the catalog, but for one slip of a library', () => {
    const unknown = constants.filter(({ id }) => catalog.findModel(parseModelName(id)?.base ?? '') === undefined);
    expect(unknown).toEqual([
      {
        package: '@llamaindex/aws',
        member: 'EU_ANTHROPIC_CLAUDE_3_5_HAIKU',
        id: 'eu.anthropic.claude-3-5-haiku-20240307-v1:0',
      },
    ]);
  });
});
