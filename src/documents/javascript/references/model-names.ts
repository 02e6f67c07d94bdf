import { scanModelNames } from '../../../catalog/scan-model-names.js';
import type { Range } from '../../../edits/text-edit.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

interface NamedAt {
  readonly start: number;
  readonly base: string;
  /** Where the next name of another model begins. */
  readonly nextOther: number;
}

const indexes = new WeakMap<SyntaxTree, readonly NamedAt[]>();

/** How many different models the code in a range names: none, one, or `2` for more. One scan of the file answers for all ranges. */
export function modelsIn(tree: SyntaxTree, [start, end]: Range): 0 | 1 | 2 {
  const names = namesOf(tree);
  const first = names[firstAfter(names, start)];
  if (!first || first.start >= end) return 0;
  return first.nextOther < end ? 2 : 1;
}

function namesOf(tree: SyntaxTree): readonly NamedAt[] {
  const known = indexes.get(tree);
  if (known) return known;
  const names: NamedAt[] = [];
  let later: NamedAt | undefined;
  for (const { name, idStart } of scanModelNames(tree.text).toReversed()) {
    const base = name.base.toLowerCase();
    later = {
      start: idStart,
      base,
      nextOther: later === undefined ? Infinity : later.base === base ? later.nextOther : later.start,
    };
    names.push(later);
  }
  names.reverse();
  indexes.set(tree, names);
  return names;
}

function firstAfter(names: readonly NamedAt[], offset: number) {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
