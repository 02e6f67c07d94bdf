import { lineEndOf } from './line-bounds.js';

/** How a file writes code. */
export interface CodeStyle {
  readonly quote: `'` | `"`;
  readonly semicolon: ';' | '';
  /** One step of indentation. */
  readonly indent: string;
  readonly lineEnd: string;
}

/** Reads the style of a JavaScript text off its lines, each habit when it is asked for: most edits need one, and a file may get hundreds. */
export function codeStyleOf(text: string): CodeStyle {
  return {
    get quote() {
      return text.split(`"`).length > text.split(`'`).length ? `"` : `'`;
    },
    get semicolon() {
      return hasSemicolons(text) ? ';' : '';
    },
    get indent() {
      return indentOf(text);
    },
    get lineEnd() {
      return lineEndOf(text);
    },
  };
}

/** Lines that end a statement with a semicolon, against those that end one without. */
function hasSemicolons(text: string): boolean {
  const withOne = text.match(/;[ \t]*(?=[\r\n]|$)/g)?.length ?? 0;
  const without = text.match(/[\w)'"`\]][ \t]*(?=[\r\n]|$)/g)?.length ?? 0;
  return withOne > 0 && withOne * 4 >= without;
}

/** The smallest step by which one line is indented more than the line before. */
function indentOf(text: string): string {
  if (/^\t/m.test(text)) return '\t';
  const counts = new Map<number, number>();
  let previous = 0;
  for (const [, spaces = ''] of text.matchAll(/^( *)[^\s*]/gm)) {
    const step = spaces.length - previous;
    if (step > 1) counts.set(step, (counts.get(step) ?? 0) + 1);
    previous = spaces.length;
  }
  const [best = 2] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  return ' '.repeat(best);
}
