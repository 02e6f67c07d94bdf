/** No person writes a line of code this long (characters); a long prompt in one string may come near. */
const longLine = 5000;

/** Whether a script is a bundle or minified: most of its text stands in very long lines. Data may be one long line and still count. */
export function isGenerated(path: string, text: string): boolean {
  if (text.length < longLine || !/\.(?:[cm]?[jt]sx?|css|html?)$/i.test(path)) return false;
  let inLongLines = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > longLine) inLongLines += end - start;
    start = end + 1;
  }
  return inLongLines * 2 > text.length;
}
