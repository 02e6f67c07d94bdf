declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Bytes of UTF-8 a token: prose has four or more, code three, and less for the finer tokenizers of Claude 4.7 and later. */
const bytesPerToken = 3;

/**
 * Whether parts of a prompt may come to so many tokens. Counts generously, because a point below the minimum costs nothing
 * and a missing one does; an image or a document in bytes is always enough. Looks no further than it must.
 */
export function reachesTokens(parts: readonly { readonly item?: unknown }[], minimum: number): boolean {
  const queue = parts.map(({ item }) => item);
  let tokens = 0;
  for (const part of queue) {
    if (tokens >= minimum || ArrayBuffer.isView(part)) return true;
    tokens += 1;
    if (typeof part === 'string')
      tokens += new TextEncoder().encode(part.slice(0, minimum * bytesPerToken)).length / bytesPerToken;
    else for (const inner of Object.values(part ?? {})) queue.push(inner);
  }
  return tokens >= minimum;
}
