import type { BracketGroup } from './bracket-group.js';
import type { Range } from './text-edit.js';

/** A property, element or argument between the separators of a pair of brackets. */
export interface Element {
  readonly range: Range;
  /** Offsets of the commas around it; `null` beside a bracket. */
  readonly before: number | null;
  readonly after: number | null;
}

/** What stands between the separators of a group, in order; `null` where a place between two of them is empty. */
export function elementsOf(group: BracketGroup): readonly Element[] | null {
  const elements: Element[] = [];
  const separators = [...group.commas, null];
  for (const [index, after] of separators.entries()) {
    const before = separators[index - 1] ?? null;
    const inside = group.others.filter(([start]) => start > (before ?? group.open) && start < (after ?? group.close));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first && last) elements.push({ range: [first[0], last[1]], before, after });
    else if (after !== null) return null;
  }
  return elements;
}
