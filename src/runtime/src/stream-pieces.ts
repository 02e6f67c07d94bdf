type Fields = Readonly<Record<string, unknown>>;

/** A block with one more piece of it: texts are continued, citations listed, everything else is taken over. */
export function withPiece(block: unknown, piece: unknown): Fields {
  const joined: Record<string, unknown> = { ...Object(block) };
  for (const [key, value] of Object.entries(Object(piece))) {
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
  try {
    return JSON.parse(String(text || '{}'));
  } catch {
    return text;
  }
}
