import type { PromptMessage } from './describe-prompt.js';

/**
 * A conversation without the reasoning of another model, which would be refused: its signatures belong to the model that
 * wrote it. A turn that held nothing else goes too, and the turns around it become one.
 */
export function dropReasoning<Message extends PromptMessage>(messages: readonly Message[]): Message[] {
  const kept: Message[] = [];
  let gap = false;
  for (const message of messages) {
    const content = withoutReasoning(message.content);
    if (content === null) {
      gap = true;
      continue;
    }
    const before = gap ? kept.pop() : undefined;
    gap = false;
    if (before?.role === message.role && Array.isArray(before?.content) && Array.isArray(content)) {
      kept.push({ ...message, content: [...before.content, ...content] });
    } else {
      kept.push(...(before ? [before] : []), content === message.content ? message : { ...message, content });
    }
  }
  return kept;
}

/** `null` where nothing is left. */
function withoutReasoning(content: PromptMessage['content']) {
  if (!Array.isArray(content)) return content;
  const rest = content.filter((block) => !isReasoning(block));
  if (rest.length === content.length) return content;
  return rest.length === 0 ? null : rest;
}

/** A block of Converse, or one of Messages. */
function isReasoning(block: unknown) {
  if (typeof block !== 'object' || block === null) return false;
  return 'reasoningContent' in block || ('type' in block && /^(?:redacted_)?thinking$/.test(String(block.type)));
}
