import type { Range, TextEdit } from './text-edit.js';
import { rangesOverlap } from './text-edit.js';

/** Two edits want different things of the same text. */
export class EditConflictError extends Error {
  override readonly name = 'EditConflictError';
  readonly edits: readonly [TextEdit, TextEdit];

  constructor(first: TextEdit, second: TextEdit) {
    super(`edits of ${describe(first.range)} and ${describe(second.range)} overlap`);
    this.edits = [first, second];
  }
}

/**
 * The text with all edits made at once. Identical edits count once, insertions at one place keep their order, and edits that only touch are fine.
 *
 * @throws EditConflictError when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { range, text: replacement } of sortEdits(edits)) {
    if (range[1] > text.length)
      throw new RangeError(`the edit of ${describe(range)} leaves a text of ${text.length} characters`);
    pieces.push(text.slice(done, range[0]), replacement);
    done = range[1];
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

/** Edits in the order of the text, identical ones merged. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    const [start, end] = edit.range;
    if (start < 0 || end < start) throw new RangeError(`${describe(edit.range)} is no range`);
    if (repeatsOneOf(sorted, edit)) continue;
    const previous = sorted.at(-1);
    if (previous !== undefined && editsOverlap(previous, edit)) throw new EditConflictError(previous, edit);
    sorted.push(edit);
  }
  return sorted;
}

/** Whether two edits cannot both be made. Identical edits can: they are one. */
export function editsOverlap(a: TextEdit, b: TextEdit): boolean {
  return !isSameEdit(a, b) && rangesOverlap(a.range, b.range);
}

function repeatsOneOf(sorted: readonly TextEdit[], edit: TextEdit) {
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const earlier = sorted[index];
    if (earlier?.range[0] !== edit.range[0] || earlier.range[1] !== edit.range[1]) return false;
    if (earlier.text === edit.text) return true;
  }
  return false;
}

function isSameEdit(a: TextEdit, b: TextEdit) {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1] && a.text === b.text;
}

function describe([start, end]: Range) {
  return `[${start}, ${end})`;
}
