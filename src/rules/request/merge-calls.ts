import type { Document } from '../../documents/document.js';
import type { Level } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import { isTestPath } from '../../documents/test-path.js';
import { editsOverlap } from '../../edits/apply-edits.js';
import type { TextEdit } from '../../edits/text-edit.js';
import { capLevel } from '../models/cap-level.js';
import type { Finding, Repair } from '../finding.js';
import { sparing } from './sparing.js';

/** What one call has to say of a place that others may send too. */
export interface OfCall<M extends string, R extends string> {
  readonly place: Place;
  /** `null`: the call sends it, and its model takes it. */
  readonly finding: Finding<M, R> | null;
}

/**
 * One finding for each place, however many calls send it. The surest call speaks; the repair is that of all of them together, since what is taken
 * out of a shared request must be made up for in each.
 */
export function mergeCalls<M extends string, R extends string>(
  document: Document,
  calls: readonly OfCall<M, R>[],
): readonly Finding<M, R>[] {
  const groups = new Map<string, OfCall<M, R>[]>();
  for (const call of calls) {
    const key = `${call.place.path}:${call.place.range.join(':')}`;
    const group = groups.get(key);
    if (group) group.push(call);
    else groups.set(key, [call]);
  }
  return [...groups.values()].flatMap((group) => merged(group, document) ?? []);
}

function merged<M extends string, R extends string>(group: readonly OfCall<M, R>[], document: Document) {
  const found = group.flatMap(({ finding }) => (finding ? [sparing(finding, document)] : [])).sort(surestFirst);
  const [first] = found;
  if (!first) return null;
  const level: Level = isTestPath(document.path) ? capLevel('note', first.level) : first.level;
  const [repair] = first.repairs;
  if (!repair || group.length === 1) return { ...first, level };
  if (found.length < group.length)
    return { ...first, level, repairs: [], unrepaired: 'another call sends it too, and its model takes it' };
  const edits = together(found.map(({ repairs: [each] }) => (each?.id === repair.id ? each : null)));
  return edits
    ? { ...first, level, repairs: [{ ...repair, edits }] }
    : { ...first, level, repairs: [], unrepaired: 'another call sends it too, and needs another repair' };
}

/** Orders findings by how sure they are, and among equals those first that can be repaired. */
export function surestFirst(one: Finding, other: Finding): number {
  return rank(other) - rank(one);
}

function rank({ level, repairs }: Finding) {
  return (level === 'error' ? 4 : level === 'warning' ? 2 : 0) + (repairs.length > 0 ? 1 : 0);
}

/** The edits of all repairs; `null` where one of them is missing, or they contradict each other. */
function together(repairs: readonly (Repair | null)[]): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const repair of repairs) {
    if (!repair) return null;
    for (const edit of repair.edits) {
      if (edits.some((each) => isSame(each, edit))) continue;
      if (edits.some((each) => editsOverlap(each, edit) || each.range[0] === edit.range[0])) return null;
      edits.push(edit);
    }
  }
  return edits;
}

function isSame(one: TextEdit, other: TextEdit) {
  return one.range[0] === other.range[0] && one.range[1] === other.range[1] && one.text === other.text;
}
