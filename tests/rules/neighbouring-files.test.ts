import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import type { FilePort } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/open.js';
import { createPolicy } from '../../src/policy/index.js';
import allowedProfileScopes from '../../src/rules/allowed-profile-scopes.js';
import noConflictingSampling from '../../src/rules/no-conflicting-sampling.js';
import noEndOfLifeModel from '../../src/rules/no-end-of-life-model.js';
import type { ClaudeRule } from '../../src/rules/rule-meta.js';
import validModelId from '../../src/rules/valid-model-id.js';
import { asOf } from './run-rule.js';

type Files = Readonly<Record<string, string>>;

const sdk = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n`;

describe('a model that another file names', () => {
  const files = {
    'src/ask.ts': `${sdk}import { MODEL_ID } from './config/index.js';\nexport const ask = () => new ConverseCommand({ modelId: MODEL_ID, inferenceConfig: { temperature: 0.5, topP: 0.9 } });\n`,
    'src/config/index.ts': `export { HAIKU as MODEL_ID } from './models.js';\n`,
    'src/config/models.ts': `export const HAIKU = 'us.anthropic.claude-3-haiku-20240307-v1:0';\n`,
  };

  it('is reported once, where its text stands', () => {
    expect(found(noEndOfLifeModel, files, 'src/ask.ts')).toEqual([]);
    expect(found(noEndOfLifeModel, files, 'src/config/index.ts')).toEqual([]);
    expect(found(noEndOfLifeModel, files, 'src/config/models.ts')).toEqual([
      { messageId: 'modelEnded', text: 'us.anthropic.claude-3-haiku-20240307-v1:0', repairs: ['useSuccessor'] },
    ]);
  });

  it('is known to the call through a re-export', () => {
    expect(found(noConflictingSampling, files, 'src/ask.ts')).toEqual([
      { messageId: 'bothSetForSuccessor', text: 'topP: 0.9', repairs: ['removeTopP'] },
    ]);
  });

  it('is not known where the module is not there', () => {
    expect(found(noConflictingSampling, { 'src/ask.ts': files['src/ask.ts'] }, 'src/ask.ts')).toEqual([]);
  });
});

describe('an ID that a function of another file is given', () => {
  const files = {
    'src/use.ts': `import { ask } from './ask.js';\nexport const answer = ask('anthropic.claude-3-haiku-20240307-v1:0');\n`,
    'src/ask.ts': `${sdk}export const ask = (modelId: string) => new ConverseCommand({ modelId, inferenceConfig: { temperature: 0.5, topP: 0.9 } });\n`,
  };

  it('is judged with the request that the function makes, where it stands', () => {
    expect(found(noConflictingSampling, files, 'src/use.ts')).toEqual([
      { messageId: 'bothSetForSuccessor', text: `ask('anthropic.claude-3-haiku-20240307-v1:0')`, repairs: [] },
    ]);
    expect(found(noConflictingSampling, files, 'src/ask.ts')).toEqual([]);
  });
});

describe('an ID of another API that another file names', () => {
  const files = {
    'src/ask.ts': `${sdk}import * as models from './models.js';\nexport const ask = () => new ConverseCommand({ modelId: models.SONNET });\n`,
    'src/models.ts': `export const SONNET = 'claude-sonnet-4-5';\n`,
  };

  it('is not reported in a file that does not hold its text', () => {
    expect(found(validModelId, files, 'src/ask.ts')).toEqual([]);
  });
});

describe('a pair of parameters that another file sets', () => {
  const files = {
    'src/ask.ts': `${sdk}import { sampling } from './sampling.js';\nexport const ask = () => new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', inferenceConfig: sampling });\n`,
    'src/sampling.ts': `export const sampling = { temperature: 0.5, topP: 0.9 };\n`,
  };

  it('is reported at the call, and never edited from here', () => {
    const call = `new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', inferenceConfig: sampling })`;
    expect(found(noConflictingSampling, files, 'src/ask.ts')).toEqual([
      { messageId: 'bothSet', text: call, repairs: [] },
    ]);
  });
});

describe('a region that another file names', () => {
  const files = {
    'src/ask.ts': `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nimport { REGION } from './region.js';\nconst client = new BedrockRuntimeClient({ region: REGION });\nawait client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6' }));\n`,
    'src/region.ts': `export const REGION = 'eu-west-1';\n`,
  };

  it('is held against the profile', () => {
    expect(found(allowedProfileScopes, files, 'src/ask.ts')).toEqual([
      {
        messageId: 'notCallableFrom',
        text: 'us.anthropic.claude-sonnet-4-6',
        repairs: ['useAllowedScope', 'useAllowedScope'],
      },
    ]);
  });
});

function found(rule: ClaudeRule, files: Files, path: string) {
  const text = files[path] ?? '';
  const policy = createPolicy({}, { asOf, catalog });
  const document = openDocument({ path, text, files: portOf(files) });
  const findings = [...rule.detect(document, { policy, options: rule.defaultOptions[0] })];
  return findings.map(({ messageId, range, repairs }) => ({
    messageId,
    text: text.slice(...range),
    repairs: repairs.map(({ id }) => id),
  }));
}

function portOf(files: Files): FilePort {
  return {
    read: (path) => files[path] ?? null,
    resolveModule(fromPath, specifier) {
      const path = posix.join(posix.dirname(fromPath), specifier).replace(/\.js$/, '.ts');
      return path in files ? path : null;
    },
    resolvePackage: () => null,
  };
}
