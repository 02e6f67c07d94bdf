import { fieldsOf } from './fields-of.js';

/** A block with one more piece of it: texts are continued, citations listed, everything else is taken over. */
export function withPiece(block: unknown, piece: unknown): Readonly<Record<string, unknown>> {
  const joined = fieldsOf(block);
  for (const [key, value] of Object.entries(fieldsOf(piece))) {
    if (key === 'citation') joined['citations'] = [joined['citations'] ?? [], value].flat();
    else joined[key] = joinedValue(joined[key], value);
  }
  return joined;
}

function joinedValue(known: unknown, value: unknown): unknown {
  if (typeof value === 'string') return typeof known === 'string' ? known + value : value;
  return typeof value === 'object' && !ArrayBuffer.isView(value) ? withPiece(known, value) : value;
}

/** The input of a tool, which streams as text. Cut off, it is no JSON and stays the text that came. */
export function parseInput(text: unknown): unknown {
  if (typeof text !== 'string') return text ?? {};
  try {
    return JSON.parse(text || '{}');
  } catch {
    return text;
  }
}
