import { expect, it } from 'vitest';
import { libraries } from '../../../../src/catalog/library-constants.generated.js';
import { isKnownLibrary } from '../../../../src/documents/javascript/modules/known-libraries.js';

it('knows every library whose constants the catalog has', () => {
  const modules = libraries.flatMap(({ package: name, exports }) => [name, ...exports.map(({ module }) => module)]);
  expect(modules.length).toBeGreaterThan(5);
  expect(modules.filter((module) => !isKnownLibrary(module))).toEqual([]);
});

it.each([
  'ai',
  'ai/rsc',
  '@aws-sdk/client-bedrock-runtime',
  'aws-sdk/clients/bedrockruntime',
  'bedrock-claude-runtime',
])('knows %s', (specifier) => {
  expect(isKnownLibrary(specifier)).toBe(true);
});

it.each(['ai-utils', '@/ai', 'lib/ai', '@acme/ai', '@aws-sdk-mine/client', './ai', 'langchainish', ''])(
  'does not know %s',
  (specifier) => {
    expect(isKnownLibrary(specifier)).toBe(false);
  },
);
