/**
 * Whether a text nests deeper than a parser that recurses can bear. oxc ends the process on such a text (a stack overflow in native code can't be
 * caught), so it is asked before. Measured: it fails from 2,000 brackets on a worker's stack; code that people write stays below 100.
 *
 * Strings and comments are not told apart from code: a bracket that stands alone in one is forgotten when the bracket around it closes.
 */
export function isTooDeep(text: string): boolean {
  if (text.length < deepest) return false;
  const open: number[] = [];
  let run = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    run = prefixes.has(code) ? run + 1 : isBlank(code) ? run : 0;
    const closer = closers.get(code);
    if (closer !== undefined) open.push(closer);
    else if (closing.has(code)) close(open, code);
    if (open.length + run > deepest) return true;
  }
  return (text.match(/\belse\s{1,8}if\b/g) ?? []).length > longestChain;
}

const deepest = 1000;
/** Each `else if` of a chain is one level for a parser. Only the chain counts, but nobody writes as many in separate ones. */
const longestChain = 2000;
/** Character code of an opening bracket → that of its closing one. */
const closers = new Map([
  [40, 41],
  [91, 93],
  [123, 125],
]);
const closing = new Set(closers.values());
/** `!`, `+`, `-`, `~`: signs that may stand before one another. */
const prefixes = new Set([33, 43, 45, 126]);

function isBlank(code: number) {
  return code === 32 || (code >= 9 && code <= 13);
}

function close(open: number[], code: number) {
  const match = open.lastIndexOf(code);
  if (match >= 0) open.length = match;
}
