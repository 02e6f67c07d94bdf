/** Global wherever this package runs, but declared by libraries (DOM, Node) that it doesn't ask its users for. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Bytes of UTF-8 JSON, as InvokeModel answers with. Throws a `SyntaxError` where they are none. */
export function decodeJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
