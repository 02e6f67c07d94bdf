import { lineIndex } from '../../edits/line-index.js';
import type { DataTree } from './data-node.js';

/** A tree, or the error that kept a parser from making one: some throw it, and any may run out of stack on hostile nesting. */
export function parseSafely(text: string, parse: () => DataTree): DataTree {
  try {
    return parse();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const at = error instanceof Error && 'index' in error ? error.index : undefined;
    return { roots: [], error: typeof at === 'number' ? parseProblem(text, what, at) : what };
  }
}

/** What a parser stumbled over, in words, and where an editor shows it. */
export function parseProblem(text: string, what: string, offset: number): string {
  const lines = lineIndex(text);
  return `${what} at ${String(lines.lineOf(offset))}:${String(lines.columnOf(offset))}`;
}

/** `PropertyNameExpected` as words. */
export function codeInWords(code: string): string {
  const words = code.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
