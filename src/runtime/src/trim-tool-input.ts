/** Only the first of several begins a match, or a long row of them would be tried from each. */
const lineBreaks = /(?<![\n\r])[\n\r]+$/;

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
  if (typeof input === 'string') return input.replace(lineBreaks, '');
  if (Array.isArray(input)) return input.map<unknown>(trimToolInput);
  return typeof input === 'object' && input && !ArrayBuffer.isView(input)
    ? Object.fromEntries(Object.entries(input).map(([key, value]) => [key, trimToolInput(value)]))
    : input;
}
