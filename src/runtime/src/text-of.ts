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
  const text = dig(body, 'text');
  return typeof text === 'string'
    ? text
    : contentText(dig(body, 'output', 'message', 'content') ?? dig(body, 'content') ?? body);
}

function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? content.map(blockText).join('') : '';
}

/** Converse names a block by its key, everybody else by `type`; reasoning can have a `text` of its own. */
function blockText(block: unknown): string {
  const text = dig(block, 'text');
  if ((dig(block, 'type') ?? 'text') === 'text' && typeof text === 'string') return text;
  return contentText(dig(block, 'citationsContent', 'content'));
}
