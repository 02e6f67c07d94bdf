import type { Day } from './schema.js';

/** How one API takes its cache points. */
export interface CachePointForm {
  /** As messages call it. */
  readonly api: string;
  /** The elements and properties it reads. */
  readonly reads: readonly ('cachePoint' | 'cache_control' | 'cacheControl' | 'providerOptions')[];
  /** Keys of `providerOptions` below which it looks, and since which major version of the library; absent where it has none. */
  readonly providers?: readonly { readonly key: string; readonly sinceMajor: number }[];
  /** What to write, for a message. */
  readonly write: string;
  /** What becomes of the points of others. */
  readonly otherwise: 'dropped' | 'refused';
  /** Where that was read, and on which day it was last checked. */
  readonly source: string;
  readonly checkedOn: Day;
}

/** The forms of all APIs. */
export const cachePointForms = {
  converse: {
    api: 'Converse',
    reads: ['cachePoint'],
    write: "`{ cachePoint: { type: 'default' } }` as an element behind the block",
    otherwise: 'dropped',
    source: 'the types of @aws-sdk/client-bedrock-runtime 3.1164.0',
    checkedOn: '2026-11-22',
  },
  messages: {
    api: 'A Messages body',
    reads: ['cache_control'],
    write: "`cache_control: { type: 'ephemeral' }` in the block",
    otherwise: 'refused',
    source: 'Amazon Bedrock user guide, Prompt caching, September 2026',
    checkedOn: '2026-11-22',
  },
  aiSdkBedrock: {
    api: 'The Bedrock provider of the AI SDK',
    reads: ['providerOptions'],
    providers: [
      { key: 'bedrock', sinceMajor: 2 },
      { key: 'amazonBedrock', sinceMajor: 5 },
    ],
    write: "`providerOptions: { bedrock: { cachePoint: { type: 'default' } } }`",
    otherwise: 'dropped',
    source: 'dist of @ai-sdk/amazon-bedrock 1.1.6, 2.2.12, 3.0.137, 4.0.186, 5.0.0 and 5.0.101',
    checkedOn: '2026-11-22',
  },
  aiSdkAnthropic: {
    api: 'The Anthropic provider of the AI SDK',
    reads: ['cacheControl', 'cache_control'],
    providers: [{ key: 'anthropic', sinceMajor: 0 }],
    write: "`providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } }`",
    otherwise: 'dropped',
    source: 'dist of @ai-sdk/anthropic as @ai-sdk/amazon-bedrock 4.0.186 uses it',
    checkedOn: '2026-11-22',
  },
  chatBedrockConverse: {
    api: 'ChatBedrockConverse',
    reads: ['cachePoint'],
    write: "`{ cachePoint: { type: 'default' } }` as an element behind the block",
    otherwise: 'dropped',
    source: 'dist of @langchain/aws 0.1.15 and 1.4.5',
    checkedOn: '2026-11-22',
  },
  strands: {
    api: 'Strands',
    reads: ['cachePoint'],
    write: "`{ cachePoint: { cacheType: 'default' } }` as an element behind the block",
    otherwise: 'dropped',
    source: 'the types of @strands-agents/sdk 1.19.0',
    checkedOn: '2026-11-22',
  },
} as const satisfies Readonly<Record<string, CachePointForm>>;
