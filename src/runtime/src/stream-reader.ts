/** Puts the events of a stream together. */
export interface StreamReader {
  /** Takes the next event and returns the text that it brings. */
  add(event: unknown): string;
  /** What has come so far, in the shape of a response that was not streamed. */
  response(): object;
}
