import { sortEdits } from './apply-edits.js';
import type { TextEdit } from './text-edit.js';

/**
 * Tells for places of an edited text where they were before `edits` were applied. A place inside a replacement comes from the start of what it replaced.
 */
export function createOriginOf(edits: readonly TextEdit[]): (offset: number) => number {
  const sorted = sortEdits(edits);
  return (offset) => {
    let shift = 0;
    for (const { range, text } of sorted) {
      const start = range[0] + shift;
      if (offset < start) break;
      if (offset < start + text.length) return range[0];
      shift += text.length - (range[1] - range[0]);
    }
    return offset - shift;
  };
}
