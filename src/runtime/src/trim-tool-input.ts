/**
 * The input of a tool use without line breaks at the end of its texts. From Claude 4.5 on they are kept as the model wrote
 * them, so that a file name, a command or a key to look up may end in one. Other white space and the input itself are
 * left as they are.
 *
 * @example
 * ```ts
 * trimToolInput({ path: 'notes.md\n', lines: ['a\r\n', ' b '] }); // { path: 'notes.md', lines: ['a', ' b '] }
 * ```
 */
export function trimToolInput<Input>(input: Input): Input;
export function trimToolInput(input: unknown): unknown {
  if (typeof input === 'string') return withoutLineBreaks(input);
  if (Array.isArray(input)) return input.map((item: unknown) => trimToolInput(item));
  return isPlain(input)
    ? Object.fromEntries(Object.entries(input).map(([key, value]) => [key, trimToolInput(value)]))
    : input;
}

/** From the end, since a pattern would try every line break of a long text. */
function withoutLineBreaks(text: string) {
  let end = text.length;
  while (text[end - 1] === '\n' || text[end - 1] === '\r') end -= 1;
  return text.slice(0, end);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
