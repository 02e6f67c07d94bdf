import { dig } from './dig.js';

/** The text of the blocks of a message, or of a text that stands for them. */
export function contentText(content: unknown, separator = ''): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? content.map(blockText).join(separator) : '';
}

/** Converse names a block by its key, everybody else by `type`; reasoning can have a `text` of its own. */
function blockText(block: unknown) {
  if ((dig(block, 'type') ?? 'text') !== 'text') return '';
  return contentText(
    dig(block, 'text') ?? dig(block, 'citationsContent', 'content') ?? dig(block, 'guardContent', 'text', 'text'),
  );
}
