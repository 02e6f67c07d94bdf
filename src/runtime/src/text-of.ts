import { contentText } from './content-text.js';
import { dig } from './dig.js';
import { responseBody } from './response-body.js';

/**
 * The text of an answer: all of its text blocks, joined as the model wrote them. Reasoning, tool use and other blocks
 * are left out, so it is right where `content[0].text` is not: with thinking on, after a tool use, in an empty answer.
 *
 * Takes what Converse, InvokeModel and the Messages API answer, results of the AI SDK, messages of LangChain, one
 * message, or its content. Anything else, an empty answer included, has the text `''`.
 *
 * @example
 * ```ts
 * textOf({ output: { message: { content: [{ reasoningContent: {} }, { text: 'Paris' }] } } }); // 'Paris'
 * textOf({ content: [{ type: 'thinking', thinking: '…' }, { type: 'text', text: 'Paris' }] }); // 'Paris'
 * textOf({ content: [] }); // ''
 * ```
 */
export function textOf(response: unknown): string {
  const body = responseBody(response);
  return contentText(dig(body, 'text') ?? dig(body, 'output', 'message', 'content') ?? dig(body, 'content') ?? body);
}
