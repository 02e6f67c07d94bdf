import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { createJavaScriptDocument } from '../../../src/documents/javascript/create-javascript-document.js';
import { createPolicy } from '../../../src/policy/create-policy.js';
import noConflictingSampling from '../../../src/rules/no-conflicting-sampling.js';
import noRemovedSampling from '../../../src/rules/no-removed-sampling.js';

const policy = createPolicy({}, { asOf: '2026-11-22', catalog });
const sonnet45 = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus47 = 'us.anthropic.claude-opus-4-7';

/** What both rules find in a call of a model through some version of the AI SDK's provider; `null` = none is installed. */
function foundIn(modelId: string, settings: string, version: string | null) {
  const text = `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('${modelId}'), prompt: 'Hi', ${settings} });`;
  const document = createJavaScriptDocument({
    path: 'src/app.ts',
    text,
    files: {
      read: () => JSON.stringify({ version }),
      resolveModule: () => null,
      resolvePackage: (_from, name) => (version === null ? null : `node_modules/${name}`),
    },
  });
  const context = { policy, options: {} };
  return [...noConflictingSampling.detect(document, context), ...noRemovedSampling.detect(document, context)].map(
    ({ messageId, level }) => `${messageId} (${level})`,
  );
}

describe('what the AI SDK makes of sampling for a model that takes none', () => {
  it.each([
    { version: '3.0.137', found: ['refused (error)'] },
    { version: '4.0.186', found: ['refused (error)'] },
    { version: '5.0.92', found: ['refused (error)'] },
    { version: '5.0.93', found: [] },
    { version: '6.0.0', found: [] },
    { version: null, found: ['mayBeDropped (note)'] },
  ])('version $version', ({ version, found }) => {
    expect(foundIn(opus47, 'temperature: 0.5', version)).toEqual(found);
  });
});

describe('the temperature that AI SDK 4 sends where none is set', () => {
  it('is refused by a model that takes none', () => {
    expect(foundIn(opus47, 'maxTokens: 10', '2.2.12')).toEqual(['sentByLibrary (error)']);
  });

  it('makes a pair of a topP', () => {
    expect(foundIn(sonnet45, 'topP: 0.9', '2.2.12')).toEqual(['bothSet (error)']);
  });

  it('is not sent by a request that thinks', () => {
    const settings = `topP: 0.9, providerOptions: { bedrock: { reasoningConfig: { type: 'enabled', budgetTokens: 2048 } } }`;
    expect(foundIn(sonnet45, settings, '2.2.12')).toEqual([]);
  });

  it('is not sent by later ones', () => {
    expect(foundIn(sonnet45, 'topP: 0.9', '3.0.137')).toEqual([]);
    expect(foundIn(opus47, 'maxOutputTokens: 10', '4.0.186')).toEqual([]);
  });
});
