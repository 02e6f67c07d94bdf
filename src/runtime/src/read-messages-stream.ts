import { dig } from './dig.js';
import { fieldsOf } from './fields-of.js';
import { parseInput, withPiece } from './stream-pieces.js';
import type { StreamReader } from './stream-reader.js';

/** Bedrock puts it on whichever event it pleases. */
const guardrailAction = 'amazon-bedrock-guardrailAction';

/** Reads the events of the Messages API. */
export function readMessagesStream(): StreamReader {
  const message: Record<string, unknown> = {};
  const blocks = new Map<unknown, unknown>();
  return {
    add(event) {
      const index = dig(event, 'index');
      const { type: _type, ...delta } = fieldsOf(dig(event, 'delta'));
      const action = dig(event, guardrailAction);
      Object.assign(message, dig(event, 'message'), action && { [guardrailAction]: action });
      if (index === undefined) {
        const usage = Object.entries(fieldsOf(dig(event, 'usage'))).filter(([, tokens]) => tokens !== null);
        Object.assign(message, delta, { usage: { ...fieldsOf(message['usage']), ...Object.fromEntries(usage) } });
      } else {
        blocks.set(index, withPiece(dig(event, 'content_block') ?? blocks.get(index), delta));
      }
      const { text } = delta;
      return typeof text === 'string' ? text : '';
    },
    response: () => ({ ...message, content: [...blocks.values()].map(toBlock) }),
  };
}

/** The input of a tool comes as text, under a name of its own. */
function toBlock(block: unknown) {
  const { partial_json: input, ...rest } = fieldsOf(block);
  return input === undefined ? rest : { ...rest, input: parseInput(input) };
}
