import type { Dialect } from '../../prompt.js';
import type { Kind } from './value.js';

type Members = Readonly<Partial<Record<Kind, Readonly<Record<string, Kind>>>>>;

const converse: Members = {
  http: { body: 'bytes', data: 'answer' },
  answer: { stopReason: 'reason', output: 'output', usage: 'usage' },
  output: { message: 'message' },
  message: { content: 'content' },
  block: { text: 'text', toolUse: 'tool', reasoningContent: 'text', delta: 'block', start: 'block' },
  streaming: { stream: 'stream' },
  event: {
    messageStop: 'messageStop',
    contentBlockDelta: 'block',
    contentBlockStart: 'block',
    metadata: 'metadata',
  },
  messageStop: { stopReason: 'reason' },
  metadata: { usage: 'usage' },
  usage: { cacheReadInputTokens: 'cacheUsage', cacheWriteInputTokens: 'cacheUsage', cacheDetails: 'cacheUsage' },
};

const messages: Members = {
  http: { body: 'bytes', data: 'answer' },
  answer: { stop_reason: 'reason', content: 'content', usage: 'usage', completion: 'text' },
  block: { text: 'text', input: 'tool', name: 'tool', thinking: 'text' },
  streaming: { body: 'stream' },
  chunk: { chunk: 'chunkBytes' },
  chunkBytes: { bytes: 'eventBytes' },
  event: {
    delta: 'delta',
    message: 'messageStart',
    content_block: 'block',
    usage: 'usage',
    completion: 'text',
  },
  messageStart: { usage: 'usage', content: 'content' },
  delta: { stop_reason: 'reason', text: 'text', partial_json: 'tool', thinking: 'text' },
  usage: {
    cache_read_input_tokens: 'cacheUsage',
    cache_creation_input_tokens: 'cacheUsage',
    cache_creation: 'cacheUsage',
  },
};

const aiSdk: Members = {
  answer: {
    finishReason: 'reason',
    text: 'text',
    object: 'text',
    output: 'text',
    experimental_output: 'text',
    content: 'content',
    toolCalls: 'tool',
    usage: 'usage',
    totalUsage: 'usage',
    providerMetadata: 'metadata',
    textStream: 'text',
    fullStream: 'stream',
    partialObjectStream: 'text',
  },
  event: { finishReason: 'reason', text: 'text', textDelta: 'text', usage: 'usage', totalUsage: 'usage' },
  metadata: { bedrock: 'metadata', usage: 'usage', anthropic: 'metadata', cacheCreationInputTokens: 'cacheUsage' },
  usage: {
    cachedInputTokens: 'cacheUsage',
    inputTokenDetails: 'cacheUsage',
    cacheReadInputTokens: 'cacheUsage',
    cacheWriteInputTokens: 'cacheUsage',
  },
};

const langChain: Members = {
  answer: {
    content: 'text',
    text: 'text',
    tool_calls: 'tool',
    response_metadata: 'metadata',
    usage_metadata: 'usage',
    additional_kwargs: 'block',
  },
  metadata: { stopReason: 'reason', messageStop: 'messageStop', usage: 'usage' },
  messageStop: { stopReason: 'reason' },
  usage: {
    input_token_details: 'cacheUsage',
    cacheReadInputTokens: 'cacheUsage',
    cacheWriteInputTokens: 'cacheUsage',
    cache_read_input_tokens: 'cacheUsage',
    cache_creation_input_tokens: 'cacheUsage',
  },
};

const byDialect: Readonly<Record<Dialect, Members>> = { converse, messages, aiSdk, langChain, strands: {} };

/** What a property of a value is; `null` for one that says nothing about the answer. */
export function memberKind(dialect: Dialect, kind: Kind, name: string): Kind | null {
  const members = byDialect[dialect][kind];
  return members && Object.hasOwn(members, name) ? (members[name] ?? null) : null;
}

/** What the elements of a value are, when it is iterated or indexed. */
export function elementKind(dialect: Dialect, kind: Kind): Kind | null {
  if (kind === 'content') return 'block';
  if (kind === 'stream') return dialect === 'langChain' ? 'answer' : 'event';
  if (kind === 'messageStream') return 'event';
  if (kind === 'tool') return 'tool';
  return null;
}

const words: Readonly<Record<Dialect, readonly string[]>> = {
  converse: ['stop_reason', 'stopReason', 'finishReason', 'finish_reason'],
  messages: ['stopReason', 'stop_reason', 'finishReason', 'finish_reason'],
  aiSdk: ['stop_reason', 'stopReason', 'finish_reason'],
  langChain: ['stop_reason', 'finish_reason', 'finishReason', 'stopReason'],
  strands: [],
};

/** Whether a name is what some API calls its stop reason, though not this value of this dialect. */
export function isMisplacedReason(dialect: Dialect, kind: Kind, name: string): boolean {
  if (!words[dialect].includes(name) || memberKind(dialect, kind, name) !== null) return false;
  return placesWithoutReason[dialect].includes(kind);
}

/** Values on which a stop reason of the wrong name, or in the wrong place, is looked for. */
const placesWithoutReason: Readonly<Record<Dialect, readonly Kind[]>> = {
  converse: ['answer', 'event', 'messageStop', 'output', 'message'],
  messages: ['answer', 'event', 'messageStart', 'delta', 'http'],
  aiSdk: ['answer', 'event'],
  langChain: ['metadata'],
  strands: [],
};
