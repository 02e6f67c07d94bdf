/** Global wherever this package runs, but declared by libraries (DOM, Node) that it doesn't ask its users for. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** The JSON in bytes of UTF-8, as InvokeModel answers with; what is no bytes as it is. Throws a `SyntaxError` where they hold none. */
export function decodeJson(bytes: unknown): unknown {
  return bytes instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(bytes)) : bytes;
}
