import { describe, expect, it } from 'vitest';
import { cachePointForms } from '../../../src/catalog/cache-point-forms.js';
import type { ModelCall } from '../../../src/documents/facts.js';
import type { CachePointFact } from '../../../src/documents/prompt.js';
import { formOf, isRead } from '../../../src/rules/cache-points/point-form.js';

const bedrock: ModelCall = {
  surface: 'AiSdk',
  range: [0, 0],
  model: { kind: 'unknown', range: [0, 0] },
  region: null,
  provesClaude: false,
  dialect: 'aiSdk',
  prompt: {
    dialect: 'aiSdk',
    tools: null,
    system: null,
    messages: null,
    isComplete: true,
    owner: null,
    thinking: null,
  },
  request: null,
  lastTurn: null,
  usage: { cacheFields: 'unread' },
  library: { name: '@ai-sdk/amazon-bedrock', version: null },
};

const point = (written: CachePointFact['written'], provider?: string): CachePointFact => ({
  written,
  ttl: null,
  inside: null,
  ...(provider !== undefined && { provider }),
});

describe('formOf', () => {
  it('tells the providers of the AI SDK apart', () => {
    expect(formOf(bedrock)).toBe(cachePointForms.aiSdkBedrock);
    expect(formOf({ ...bedrock, provesClaude: true })).toBe(cachePointForms.aiSdkAnthropic);
  });

  it('knows nothing of a request that unseen middleware may rewrite, or of a model of LangChain that is none of AWS', () => {
    expect(formOf({ ...bedrock, prompt: null })).toBeNull();
    const langChain = { ...bedrock, dialect: 'langChain' as const };
    expect(formOf({ ...langChain, library: { name: '@langchain/community', version: null } })).toBeNull();
    expect(formOf({ ...langChain, library: { name: '@langchain/aws', version: null } })).toBe(
      cachePointForms.chatBedrockConverse,
    );
  });
});

describe('isRead', () => {
  const installed = (version: string | null): ModelCall => ({
    ...bedrock,
    library: { name: '@ai-sdk/amazon-bedrock', version },
  });

  it.each([
    ['bedrock', '1.1.6', false],
    ['bedrock', '2.2.12', true],
    ['bedrock', null, true],
    ['amazonBedrock', '4.0.186', false],
    ['amazonBedrock', '5.0.0', true],
    ['amazonBedrock', null, null],
    ['gateway', '5.0.0', null],
  ])('providerOptions.%s.cachePoint in version %s', (provider, version, read) => {
    expect(isRead(cachePointForms.aiSdkBedrock, point('providerOptions', provider), installed(version))).toBe(read);
  });

  it.each(['cacheControl', 'cache_control'] as const)('%s is for the other provider', (written) => {
    expect(isRead(cachePointForms.aiSdkBedrock, point(written, 'anthropic'), bedrock)).toBe(false);
    expect(isRead(cachePointForms.aiSdkAnthropic, point(written, 'anthropic'), bedrock)).toBe(true);
  });

  it('has no providers elsewhere', () => {
    expect(isRead(cachePointForms.converse, point('cachePoint'), bedrock)).toBe(true);
    expect(isRead(cachePointForms.converse, point('cache_control'), bedrock)).toBe(false);
  });
});
