import { dig } from './dig.js';
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
      const delta = fieldsOf(dig(event, 'delta'), 'type');
      const action = dig(event, guardrailAction);
      Object.assign(message, dig(event, 'message'), action && { [guardrailAction]: action });
      if (index === undefined) {
        Object.assign(message, delta, { usage: { ...Object(message['usage']), ...fieldsOf(dig(event, 'usage')) } });
      } else {
        blocks.set(index, withPiece(dig(event, 'content_block') ?? blocks.get(index), delta));
      }
      const text = delta['text'];
      return typeof text === 'string' ? text : '';
    },
    response: () => ({ ...message, content: [...blocks.values()].map(toBlock) }),
  };
}

/** The fields that say something, but for one. */
function fieldsOf(value: unknown, except = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(Object(value)).filter(([key, field]) => key !== except && field !== null && field !== undefined),
  );
}

/** The input of a tool comes as text, under a name of its own. */
function toBlock(block: unknown) {
  const { partial_json: input, ...rest } = { partial_json: undefined, ...Object(block) };
  return input === undefined ? rest : { ...rest, input: parseInput(input) };
}
