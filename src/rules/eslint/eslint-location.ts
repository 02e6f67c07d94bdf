import type { Range } from '../../edits/text-edit.js';
import type { Position, TextSourceCode, SourceLocation } from './eslint-contract.js';

/** A range as ESLint wants it: lines and columns as the file's language counts them. */
export function locationOf(sourceCode: TextSourceCode, [start, end]: Range): SourceLocation {
  return { start: positionOf(sourceCode, start), end: positionOf(sourceCode, end) };
}

function positionOf(sourceCode: TextSourceCode, offset: number): Position {
  if (sourceCode.getLocFromIndex !== undefined) return sourceCode.getLocFromIndex(offset);
  const origin = sourceCode.getLoc?.(sourceCode.ast).start ?? { line: 1, column: 0 };
  return countFrom(origin, sourceCode.text.slice(0, offset));
}

/** Languages older than `getLocFromIndex` start their root at the file's first character, so it tells from where they count. */
function countFrom(origin: Position, before: string): Position {
  const lineStart = before.lastIndexOf('\n') + 1;
  const lines = before.split('\n').length - 1;
  return { line: origin.line + lines, column: before.length - lineStart + origin.column };
}
