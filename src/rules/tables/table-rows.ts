import { printModelId } from '../../catalog/model-id.js';
import type { Document } from '../../documents/document.js';
import type { Entry } from '../../documents/entry.js';
import type { ModelReference, Range } from '../../documents/facts.js';

/** The references of a document as tables need them, read once: a table may have thousands of rows, and each asks about the others. */
interface TableRows {
  /** By the start of the list or map that they stand in. */
  readonly byContainer: ReadonlyMap<number, readonly ModelReference[]>;
  /** In the order of the text. */
  readonly inOrder: readonly ModelReference[];
  /** How often each ID is written. */
  readonly written: ReadonlyMap<string, number>;
}

const known = new WeakMap<readonly ModelReference[], TableRows>();

/** The references whose entries stand in the same list or map. */
export function rowsBeside({ container }: Entry, document: Document): readonly ModelReference[] {
  return tableRows(document).byContainer.get(container[0]) ?? [];
}

/** The references that are written within a range. */
export function referencesWithin([start, end]: Range, document: Document): readonly ModelReference[] {
  const { inOrder } = tableRows(document);
  const found: ModelReference[] = [];
  for (let at = firstFrom(inOrder, start); at < inOrder.length; at += 1) {
    const reference = inOrder[at];
    if (!reference || reference.range[0] >= end) break;
    if (reference.range[1] <= end) found.push(reference);
  }
  return found;
}

/** Whether an ID is written anywhere in a document but at `reference`. */
export function isWrittenElsewhere(id: string, reference: ModelReference, document: Document): boolean {
  const times = tableRows(document).written.get(id) ?? 0;
  return times > (printModelId(reference.name) === id ? 1 : 0);
}

function tableRows({ modelReferences }: Document) {
  const memo = known.get(modelReferences);
  if (memo) return memo;
  const byContainer = new Map<number, ModelReference[]>();
  const written = new Map<string, number>();
  for (const reference of modelReferences) {
    const id = printModelId(reference.name);
    written.set(id, (written.get(id) ?? 0) + 1);
    if (!reference.entry) continue;
    const [start] = reference.entry.container;
    const rows = byContainer.get(start);
    if (rows) rows.push(reference);
    else byContainer.set(start, [reference]);
  }
  const rows = { byContainer, inOrder: modelReferences.toSorted((a, b) => a.range[0] - b.range[0]), written };
  known.set(modelReferences, rows);
  return rows;
}

/** The place of the first reference that starts at an offset or behind it. */
function firstFrom(references: readonly ModelReference[], offset: number) {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((references[middle]?.range[0] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
