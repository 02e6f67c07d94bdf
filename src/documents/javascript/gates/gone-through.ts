import type { ModelGate } from '../../facts.js';
import { elementSource } from '../values/element-source.js';
import type { Located, Reach } from '../values/objects.js';
import { type Element, partOf, rowsOf } from './rows.js';

/** What a name stands for, one after the other, while code goes through a list or a table that is written out. */
export interface GoneThrough {
  readonly elements: readonly Element[];
  /** What the code learns where one of them matches; nothing but a yes where it only asks whether any does. */
  readonly yields: ModelGate['yields'];
}

/** A longer table is data that no person goes through to mend a test. */
const mostElements = 400;

/** `for (const [part, price] of Object.entries(PRICES))`, `PARTS.some((part) => …)`, `RULES.find((rule) => … rule.part …)` */
export function goneThrough(place: Located, reach: Reach): GoneThrough | null {
  const found = elementSource(place.tree, place.node);
  const rows = found && rowsOf({ tree: place.tree, node: found.list }, found.takes, reach);
  if (!rows || rows.length > mostElements) return null;
  const elements = rows.map((row) => partOf(row, found.path, reach)).filter((element) => element !== null);
  if (elements.length < rows.length) return null;
  const isTable = found.path.length > 0 || rows.some(({ isOfTable }) => isOfTable);
  const yields = found.isAsked ? undefined : isTable ? 'entry' : 'pattern';
  return { elements, yields };
}
