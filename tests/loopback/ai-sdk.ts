import { createAmazonBedrock as createProvider4 } from '@ai-sdk/amazon-bedrock';
import { generateText as generateText6, streamText as streamText6 } from 'ai';
import { createAmazonBedrock as createProvider2 } from 'ai-bedrock2';
import { createAmazonBedrock as createProvider3 } from 'ai-bedrock3';
import { createAmazonBedrock as createProvider5 } from 'ai-bedrock5';
import { generateText as generateText4, streamText as streamText4 } from 'ai4';
import { generateText as generateText5, streamText as streamText5 } from 'ai5';
import { generateText as generateText7, streamText as streamText7 } from 'ai7';
import { credentials, region } from './clients.js';

export interface AiSdkResult {
  readonly text: string;
  readonly finishReason: string;
  readonly cacheReadTokens: unknown;
}

/** One question with a system prompt that ends in a cache point, by a major of the AI SDK. */
export interface AiSdkMajor {
  readonly major: number;
  /** What it makes of reasons that it has no word for. */
  readonly otherReason: 'unknown' | 'other';
  generate(url: string, model: string, system: string): Promise<AiSdkResult>;
  stream(url: string, model: string): Promise<Pick<AiSdkResult, 'text' | 'finishReason'>>;
}

const prompt = 'Why?';
const providerOptions = { bedrock: { cachePoint: { type: 'default' } } };
const retries = { maxRetries: 0 };

/** Majors 4 and 5 take a cache point only on a system message among the messages, 7 only outside of them, 6 both. */
export const aiSdkMajors: readonly AiSdkMajor[] = [
  {
    major: 4,
    otherReason: 'unknown',
    generate: async (url, model, system) => {
      const result = await generateText4({
        ...retries,
        model: createProvider2(settings(url))(model),
        messages: [
          { role: 'system', content: system, providerOptions },
          { role: 'user', content: prompt },
        ],
      });
      const { usage } = result.providerMetadata?.['bedrock'] ?? {};
      return { ...pick(result), cacheReadTokens: readOf(usage) };
    },
    stream: async (url, model) => {
      const { textStream, finishReason } = streamText4({
        ...retries,
        model: createProvider2(settings(url))(model),
        prompt,
      });
      return { text: await joined(textStream), finishReason: await finishReason };
    },
  },
  {
    major: 5,
    otherReason: 'unknown',
    generate: async (url, model, system) => {
      const result = await generateText5({
        ...retries,
        model: createProvider3(settings(url))(model),
        messages: [
          { role: 'system', content: system, providerOptions },
          { role: 'user', content: prompt },
        ],
        allowSystemInMessages: true,
      });
      return { ...pick(result), cacheReadTokens: result.usage.cachedInputTokens };
    },
    stream: async (url, model) => {
      const { textStream, finishReason } = streamText5({
        ...retries,
        model: createProvider3(settings(url))(model),
        prompt,
      });
      return { text: await joined(textStream), finishReason: await finishReason };
    },
  },
  {
    major: 6,
    otherReason: 'other',
    generate: async (url, model, system) => {
      const result = await generateText6({
        ...retries,
        model: createProvider4(settings(url))(model),
        system: { role: 'system', content: system, providerOptions },
        prompt,
      });
      return { ...pick(result), cacheReadTokens: result.usage.inputTokenDetails.cacheReadTokens };
    },
    stream: async (url, model) => {
      const { textStream, finishReason } = streamText6({
        ...retries,
        model: createProvider4(settings(url))(model),
        prompt,
      });
      return { text: await joined(textStream), finishReason: await finishReason };
    },
  },
  {
    major: 7,
    otherReason: 'other',
    generate: async (url, model, system) => {
      const result = await generateText7({
        ...retries,
        model: createProvider5(settings(url))(model),
        instructions: { role: 'system', content: system, providerOptions },
        prompt,
      });
      return { ...pick(result), cacheReadTokens: result.usage.inputTokenDetails.cacheReadTokens };
    },
    stream: async (url, model) => {
      const { textStream, finishReason } = streamText7({
        ...retries,
        model: createProvider5(settings(url))(model),
        prompt,
      });
      return { text: await joined(textStream), finishReason: await finishReason };
    },
  },
];

function settings(baseURL: string) {
  return { region, ...credentials, baseURL };
}

function pick({ text, finishReason }: { readonly text: string; readonly finishReason: string }) {
  return { text, finishReason };
}

function readOf(usage: unknown) {
  return typeof usage === 'object' && usage !== null && 'cacheReadInputTokens' in usage
    ? usage.cacheReadInputTokens
    : undefined;
}

async function joined(texts: AsyncIterable<string>) {
  let whole = '';
  for await (const text of texts) whole += text;
  return whole;
}
