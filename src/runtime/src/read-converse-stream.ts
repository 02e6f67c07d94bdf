import { dig } from './dig.js';
import { parseInput, withPiece } from './stream-pieces.js';
import type { StreamReader } from './stream-reader.js';

/** Reads the events of ConverseStream. */
export function readConverseStream(): StreamReader {
  const fields = {};
  const blocks = new Map<unknown, unknown>();
  return {
    add(event) {
      const part = dig(event, 'contentBlockStart') ?? dig(event, 'contentBlockDelta');
      const index = dig(part, 'contentBlockIndex');
      const piece = dig(part, 'start') ?? dig(part, 'delta');
      if (piece) blocks.set(index, withPiece(blocks.get(index), piece));
      Object.assign(fields, dig(event, 'messageStop'), dig(event, 'metadata'));
      const text = dig(piece, 'text');
      return typeof text === 'string' ? text : '';
    },
    response: () => ({
      ...fields,
      output: { message: { role: 'assistant', content: [...blocks.values()].map(toBlock) } },
    }),
  };
}

/** Streamed blocks are flatter than whole ones. */
function toBlock(block: unknown) {
  const toolUse = dig(block, 'toolUse');
  if (toolUse) return { toolUse: { ...toolUse, input: parseInput(dig(toolUse, 'input')) } };
  const reasoning = dig(block, 'reasoningContent');
  if (reasoning && !dig(reasoning, 'redactedContent')) return { reasoningContent: { reasoningText: reasoning } };
  const citations = dig(block, 'citations');
  return citations ? { citationsContent: { content: [{ text: dig(block, 'text') ?? '' }], citations } } : block;
}
