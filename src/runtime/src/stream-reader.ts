import { dig } from './dig.js';
import { fieldsOf } from './fields-of.js';

/** Puts the events of a stream together. */
export interface StreamReader {
  /** Takes the next event and returns the text that it brings. */
  add(event: unknown): string;
  /** What has come so far, in the shape of a response that was not streamed. */
  response(): object;
}

/** Bedrock puts it on whichever event of Messages it pleases. */
const guardrailAction = 'amazon-bedrock-guardrailAction';

/** Reads the events of ConverseStream, and those of the Messages API, which alone name their type. */
export function createStreamReader(): StreamReader {
  const fields: Record<string, unknown> = {};
  const blocks = new Map<unknown, unknown>();
  let isMessages = false;
  return {
    add(event) {
      const part = dig(event, 'contentBlockStart') ?? dig(event, 'contentBlockDelta') ?? event;
      const index = dig(part, 'contentBlockIndex') ?? dig(part, 'index');
      const piece = dig(part, 'start') ?? dig(part, 'content_block') ?? dig(part, 'delta');
      const action = dig(event, guardrailAction);
      const counts = Object.entries(fieldsOf(dig(event, 'usage'))).filter(([, tokens]) => tokens !== null);
      isMessages ||= dig(event, 'type') !== undefined;
      if (index !== undefined) blocks.set(index, withPiece(blocks.get(index), piece));
      else Object.assign(fields, dig(event, 'messageStop'), dig(event, 'metadata'), dig(event, 'message'), piece);
      if (action) fields[guardrailAction] = action;
      if (counts[0]) fields['usage'] = { ...fieldsOf(fields['usage']), ...Object.fromEntries(counts) };
      const text = dig(piece, 'text');
      return typeof text === 'string' ? text : '';
    },
    response() {
      const content = [...blocks.values()].map(toBlock);
      return { ...fields, ...(isMessages ? { content } : { output: { message: { role: 'assistant', content } } }) };
    },
  };
}

/** A block with one more piece of it: texts are continued, citations listed, everything else is taken over. */
function withPiece(block: unknown, piece: unknown) {
  const joined = fieldsOf(block);
  for (const [name, value] of Object.entries(fieldsOf(piece))) {
    // The input of a tool streams as text, in Messages under a name of its own.
    const key = name === 'partial_json' ? 'input' : name;
    const known = joined[key];
    if (key === 'citation') joined['citations'] = [joined['citations'] ?? [], value].flat();
    else if (typeof value === 'object' && value && !ArrayBuffer.isView(value)) joined[key] = withPiece(known, value);
    // The type of a piece is not that of its block.
    else if (key !== 'type' || !known) joined[key] = typeof known === 'string' ? known + String(value) : value;
  }
  return joined;
}

/** Streamed blocks of Converse are flatter than whole ones. */
function toBlock(block: unknown) {
  const { type, text, toolUse, reasoningContent, citations } = fieldsOf(block);
  if (toolUse) return { toolUse: withParsedInput({ input: '', ...fieldsOf(toolUse) }) };
  if (type) return withParsedInput(fieldsOf(block));
  if (reasoningContent && !dig(reasoningContent, 'redactedContent')) {
    return { reasoningContent: { reasoningText: reasoningContent } };
  }
  return citations ? { citationsContent: { content: [{ text: text ?? '' }], citations } } : block;
}

/** Cut off, the input is no JSON and stays the text that came; so does what is no text, or no input at all. */
function withParsedInput(tool: Record<string, unknown>) {
  try {
    return { ...tool, input: JSON.parse(String(tool['input']) || '{}') as unknown };
  } catch {
    return tool;
  }
}
