import { dig } from './dig.js';
import type { PromptMessage } from './describe-prompt.js';

/**
 * A conversation without the reasoning of another model, which would be refused: its signatures belong to the model that
 * wrote it. A turn that held nothing else goes too, and the turns around it become one.
 */
export function dropReasoning<Message extends PromptMessage>(messages: readonly Message[]): Message[] {
  const kept: Message[] = [];
  for (const message of messages) {
    const { role, content = [] } = message;
    const rest = typeof content === 'string' ? content : content.filter((block) => !isReasoning(block));
    if (!rest[0]) continue;
    const before = kept.at(-1);
    const isOneTurn = before?.role === role && typeof before?.content === 'object' && typeof rest === 'object';
    if (isOneTurn) kept.pop();
    kept.push({ ...message, content: isOneTurn ? [...before.content, ...rest] : rest });
  }
  return kept;
}

/** A block of Converse, or one of Messages. */
function isReasoning(block: unknown) {
  return dig(block, 'reasoningContent') !== undefined || String(dig(block, 'type')).includes('thinking');
}
