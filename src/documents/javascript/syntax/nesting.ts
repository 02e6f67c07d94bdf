/**
 * Whether a text nests deeper than a parser that recurses can bear. oxc ends the process on such a text (a stack overflow in native code can't be
 * caught), so it is asked before. Measured with oxc-parser 0.159 on the stack of a worker thread: it fails from 2,000 brackets or 4,000 `else if`, and
 * beyond 50,000 links of a chain, which it reads in a loop but hands over link by link. Code that people write stays below a hundredth of that.
 *
 * Strings are not told apart from code: a bracket that stands alone in one is forgotten when the bracket around it closes.
 */
export function isTooDeep(text: string): boolean {
  if (text.length < deepest || isShallow(text)) return false;
  const open: Bracket[] = [];
  let signs = 0;
  let links = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === slash) index = endOfComment(text, index);
    signs = prefixes.has(code) ? signs + 1 : isBlank(code) ? signs : 0;
    if (chaining.has(code)) links++;
    else if ((code === comma || code === semicolon) && endsLine(text, index)) links = 0;
    const closer = closers.get(code);
    if (closer !== undefined) {
      open.push({ closer, links });
      links = 0;
    } else if (closing.has(code)) links = close(open, code) ?? links;
    if (open.length + signs > deepest || links > longestChain) return true;
  }
  return (text.match(/\belse\s{1,8}if\b/g) ?? []).length > longestIf;
}

/** Most files hold fewer signs of any kind than would have to nest. */
function isShallow(text: string) {
  return (text.match(/[([{!+~&.?|-]|\belse\b/g)?.length ?? 0) < deepest;
}

/** A bracket that is open, and the links of the chain it stands in. */
interface Bracket {
  readonly closer: number;
  readonly links: number;
}

const deepest = 1000;
const longestChain = 10_000;
/** Only those of one chain add up, but nobody writes as many in separate ones. */
const longestIf = 2000;

const comma = 44;
const slash = 47;
const semicolon = 59;
/** Character code of an opening bracket → that of its closing one. */
const closers = new Map([
  [40, 41],
  [91, 93],
  [123, 125],
]);
const closing = new Set(closers.values());
/** `!`, `+`, `-`, `~`: signs that may stand before one another. */
const prefixes = new Set([33, 43, 45, 126]);
/** `&`, `+`, `.`, `?`, `|`: what makes chains of any length. */
const chaining = new Set([38, 43, 46, 63, 124]);

function isBlank(code: number) {
  return code === 32 || (code >= 9 && code <= 13);
}

/** The last character of the comment that starts at a slash; the slash itself where none does. That of a URL starts none. */
function endOfComment(text: string, index: number) {
  const isBlock = /^\/\*[*\s]/.test(text.slice(index, index + 3));
  const isLine = text.charAt(index + 1) === '/' && text.charAt(index - 1) !== ':';
  if (!isBlock && !isLine) return index;
  const end = text.indexOf(isBlock ? '*/' : '\n', index + 2);
  return end < 0 ? text.length : end;
}

/** A comma or semicolon in a string or a `for` does not end a chain. */
function endsLine(text: string, index: number) {
  const next = text.charCodeAt(index + 1);
  return Number.isNaN(next) || next === 10 || next === 13;
}

/** The links of the chain that goes on behind a closing bracket; `null` when it closes nothing. */
function close(open: Bracket[], code: number): number | null {
  const match = open.findLastIndex(({ closer }) => closer === code);
  const links = open[match]?.links ?? null;
  if (match >= 0) open.length = match;
  return links;
}
