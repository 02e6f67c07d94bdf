import { contentText } from './content-text.js';
import { dig } from './dig.js';
import { tokensIn } from './tokens-in.js';

/** A prompt as `selectModel` reads it: a text, or a request to Converse or Messages. */
export type RouterInput = string | PromptRequest | (PromptRequest & Readonly<Record<string, unknown>>);

/** The parts of a request that say how hard it is. Requests to Converse, to Messages and to the AI SDK fit. */
export interface PromptRequest {
  readonly messages?: readonly PromptMessage[] | undefined;
  readonly toolConfig?: { readonly tools?: readonly unknown[] | undefined } | undefined;
  readonly tools?: object | undefined;
  readonly inferenceConfig?: InferenceSettings | undefined;
  readonly max_tokens?: number | undefined;
}

/** What Converse calls `inferenceConfig`. */
export interface InferenceSettings {
  readonly maxTokens?: number | undefined;
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly stopSequences?: readonly string[] | undefined;
}

/** One turn of a conversation. */
export interface PromptMessage {
  readonly role?: string | undefined;
  readonly content?: string | readonly unknown[] | undefined;
}

/** What a classifier is told of a prompt. */
export interface PromptDescription {
  /** The last text that the user wrote. */
  readonly text: string;
  /** Tokens of the conversation and of the expected response, estimated. System prompt and tool definitions do not count. */
  readonly estimatedTokens: number;
  /** Tools that are offered. */
  readonly tools: number;
  /** Images, documents and other files in the conversation. */
  readonly attachments: number;
}

const attachmentKinds = ['image', 'document', 'video', 'audio', 'file'];

/** What routing looks at. Without `expectedTokens` a response is expected to take 500, or what the request allows if that is less. */
export function describePrompt(input: RouterInput, expectedTokens?: number): PromptDescription {
  // Tokens that a response takes where nobody says otherwise.
  const usualResponse = 500;
  const request: PromptRequest = typeof input === 'string' ? { messages: [{ role: 'user', content: input }] } : input;
  const messages = request.messages ?? [];
  const allowed = request.inferenceConfig?.maxTokens ?? request.max_tokens ?? usualResponse;
  const texts = messages.map(({ role, content }) => (role === 'user' ? contentText(content, '\n').trim() : ''));
  const contents = messages.map(({ content }) => content);
  return {
    // A turn that only brings results of tools carries on with what was asked before.
    text: texts.filter(Boolean).at(-1) ?? '',
    estimatedTokens: Math.ceil(tokensIn(contents) + (expectedTokens ?? Math.min(usualResponse, allowed))),
    tools: Object.keys(request.toolConfig?.tools ?? request.tools ?? []).length,
    attachments: contents.flat().filter(isAttachment).length,
  };
}

function isAttachment(block: unknown) {
  return attachmentKinds.some((kind) => dig(block, kind) !== undefined || dig(block, 'type') === kind);
}
