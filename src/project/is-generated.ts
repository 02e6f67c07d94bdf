/** No person writes a line of code this long (characters), unless it holds a prompt. */
const longLine = 5000;

/** Whether a script is a bundle or minified: most of its text stands in very long lines of code. Data may be one long line and still count. */
export function isGenerated(path: string, text: string): boolean {
  if (text.length < longLine || !/\.(?:[cm]?[jt]sx?|css|html?)$/i.test(path)) return false;
  let inLongLines = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > longLine && !isProse(text, start, end)) inLongLines += end - start;
    start = end + 1;
  }
  return inLongLines * 2 > text.length;
}

/** A tenth of prose is spaces, and next to nothing of it brackets: a line like that is a long text in quotes. */
function isProse(text: string, start: number, end: number) {
  let [spaces, brackets] = [0, 0];
  for (let offset = start; offset < end; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 32) spaces += 1;
    // ( ) ; = { }
    else if (code === 40 || code === 41 || code === 59 || code === 61 || code === 123 || code === 125) brackets += 1;
  }
  return spaces * 10 > end - start && brackets * 50 < end - start;
}
