import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import type { FilePort } from '../../../src/documents/document.js';
import { openDocument } from '../../../src/documents/open.js';
import { createPolicy } from '../../../src/policy/index.js';
import requireInferenceProfile from '../../../src/rules/require-inference-profile.js';
import { repairText } from '../repair-text.js';
import { asOf } from '../run-rule.js';

const alpha = '@aws-cdk/aws-bedrock-alpha';
const next = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

/** What is installed: the two files of the package that say which constants it has. */
function installed(constants: string, scopes: readonly string[]): FilePort {
  const files: Readonly<Record<string, string>> = {
    [`/node_modules/${alpha}/bedrock/models.js`]: constants,
    [`/node_modules/${alpha}/bedrock/inference-profiles/cross-region-inference-profile.js`]: scopes
      .map((scope) => `CrossRegionInferenceProfileRegion["${scope.toUpperCase()}"] = "${scope}";`)
      .join('\n'),
  };
  return {
    read: (path) => files[path] ?? null,
    resolveModule: () => null,
    resolvePackage: (_from, file) => (Object.hasOwn(files, `/node_modules/${file}`) ? `/node_modules/${file}` : null),
  };
}

const old = `F.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0 = new F('anthropic.claude-3-5-sonnet-20240620-v1:0');\n`;
const withNext = installed(`${old}F.ANTHROPIC_CLAUDE_SONNET_4_5_V1_0 = new F('${next}');`, ['global', 'us', 'eu']);
const withoutNext = installed(old, ['us', 'eu']);

function replaced(text: string, files: FilePort | null, settings: Readonly<Record<string, unknown>> = {}) {
  return repairText('replaceConstant', 'lib/stack.ts', text, settings, files);
}

describe('the model of an agent', () => {
  const agent = (model: string) =>
    `import * as bedrock from '${alpha}';\nnew bedrock.Agent(this, 'Agent', { foundationModel: ${model}, instruction: 'x' });\n`;
  const text = agent('bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0');

  it('becomes a profile of a constant that the installed version has', () => {
    expect(replaced(text, withNext).text).toBe(
      agent(
        'bedrock.CrossRegionInferenceProfile.fromConfig({ geoRegion: bedrock.CrossRegionInferenceProfileRegion.GLOBAL, model: bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_SONNET_4_5_V1_0 })',
      ),
    );
  });

  it('is made of the ID where the installed version has none', () => {
    expect(replaced(text, withoutNext, { profile: 'us' }).text).toContain(
      `CrossRegionInferenceProfileRegion.US, model: new bedrock.BedrockFoundationModel('${next}', { supportsAgents: true, supportsCrossRegion: true }) })`,
    );
  });

  it('is made of the ID where nothing is installed', () => {
    expect(replaced(text, null, { profile: 'eu' }).text).toContain(
      `CrossRegionInferenceProfileRegion.EU, model: new bedrock.BedrockFoundationModel('${next}', `,
    );
  });

  it('stays where the installed version does not know the profile', () => {
    expect(replaced(text, withoutNext, { profile: 'global' })).toEqual({
      text,
      applied: [],
      left: [`a constant of ${alpha}: there is no constant or model for a profile of its successor in \`global\``],
    });
  });

  it('imports what it needs', () => {
    const named = `import { Agent, BedrockFoundationModel } from '${alpha}';\nnew Agent(this, 'Agent', { foundationModel: BedrockFoundationModel.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0 });\n`;
    expect(replaced(named, withNext).text).toBe(
      `import { CrossRegionInferenceProfile, CrossRegionInferenceProfileRegion, Agent, BedrockFoundationModel } from '${alpha}';\nnew Agent(this, 'Agent', { foundationModel: CrossRegionInferenceProfile.fromConfig({ geoRegion: CrossRegionInferenceProfileRegion.GLOBAL, model: BedrockFoundationModel.ANTHROPIC_CLAUDE_SONNET_4_5_V1_0 }) });\n`,
    );
  });

  it('becomes a profile in a variable that is also granted', () => {
    const declared = `import * as bedrock from '${alpha}';
const model = bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0;
new bedrock.Agent(this, 'Agent', { foundationModel: model });
model.grantInvoke(role);
`;
    expect(replaced(declared, withNext).text).toContain(
      'const model = bedrock.CrossRegionInferenceProfile.fromConfig({',
    );
  });
});

describe('the model of a profile', () => {
  const text = `import * as bedrock from '${alpha}';
const model = bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0;
bedrock.CrossRegionInferenceProfile.fromConfig({ geoRegion: bedrock.CrossRegionInferenceProfileRegion.US, model });
model.grantInvokeAllRegions(role);
`;

  it('is replaced alone, in the same geography', () => {
    expect(replaced(text, withNext, { profile: 'keep' }).text).toBe(
      text.replace('ANTHROPIC_CLAUDE_3_5_SONNET_V1_0', 'ANTHROPIC_CLAUDE_SONNET_4_5_V1_0'),
    );
  });

  it.each([alpha, '@cdklabs/generative-ai-cdk-constructs'])('is replaced where it is made of an ID of %s', (module) => {
    const made = `import * as all from '${module}';
all.bedrock.CrossRegionInferenceProfile.fromConfig({ geoRegion: all.bedrock.CrossRegionInferenceProfileRegion.EU, model: new all.bedrock.BedrockFoundationModel('anthropic.claude-3-5-sonnet-20240620-v1:0', {}) });
`;
    expect(replaced(made, null).text).toBe(made.replace('anthropic.claude-3-5-sonnet-20240620-v1:0', next));
  });

  it('needs no profile of its own', () => {
    const document = openDocument({ path: 'lib/stack.ts', text: replaced(text, withoutNext).text, files: withoutNext });
    const policy = createPolicy({}, { asOf, catalog });
    expect(document.modelReferences).toMatchObject([{ profiledBy: 'us' }]);
    expect([...requireInferenceProfile.detect(document, { policy, options: {} })]).toEqual([]);
  });

  it('stays where its geography offers no successor', () => {
    const apac = text.replace('Region.US', 'Region.APAC');
    expect(replaced(apac, withNext).text).toBe(apac);
  });
});

describe('an ID', () => {
  const read = (setting: string) =>
    `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';\nconst environment = { ${setting} };\n`;
  const constant = 'FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_SONNET_20240229_V1_0.modelId';

  it('that is a setting becomes the ID of a profile', () => {
    expect(replaced(read(`MODEL_ID: ${constant}`), null).text).toBe(read(`MODEL_ID: 'global.${next}'`));
  });

  it.each(['resourceName', 'label'])('that is a %s stays', (name) => {
    const text = read(`${name}: ${constant}`);
    expect(replaced(text, null).text).toBe(text);
  });
});

it.each([
  `FoundationModel.fromFoundationModelId(this, 'Model', FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_SONNET_20240229_V1_0);`,
  `const id = FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_SONNET_20240229_V1_0; use(id);`,
])('a foundation model stays one: %s', (code) => {
  const text = `import { FoundationModel, FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';\n${code}\n`;
  expect(replaced(text, null)).toEqual({
    text,
    applied: [],
    left: [
      'a constant of aws-cdk-lib/aws-bedrock: only a foundation model can stand here, and its successor is called through a profile',
    ],
  });
});

it('a knowledge base keeps its model', () => {
  const text = `import * as bedrock from '${alpha}';
bedrock.ParsingStrategy.foundationModel({ parsingModel: bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0 });
`;
  expect(replaced(text, withNext).text).toBe(text);
});

it('a class of the same name from elsewhere is no constant', () => {
  const text = `import * as bedrock from './bedrock.js';
new bedrock.Agent(this, 'Agent', { foundationModel: bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0 });
`;
  expect(replaced(text, withNext)).toEqual({ text, applied: [], left: [] });
});
