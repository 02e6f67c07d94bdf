import type { Document } from '../../documents/document.js';
import type { Level, ModelCall } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import type { RequestField } from '../../documents/request.js';
import { isTestPath } from '../../documents/test-path.js';
import { capLevel } from '../models/cap-level.js';
import type { Finding } from '../finding.js';
import { surestFirst } from './merge-calls.js';
import { requestsOf } from './requests-of.js';
import { sparing } from './sparing.js';

/** What a call finds wrong with a property of its request. */
export interface FieldFinding<M extends string, R extends string> {
  readonly field: RequestField;
  readonly finding: Finding<M, R>;
}

/**
 * One finding for each property, however many calls send it. The surest call speaks, and what is changed in an object that
 * several calls send is right for all of them.
 */
export function fieldFindings<M extends string, R extends string>(
  document: Document,
  findingsOf: (call: ModelCall) => Iterable<FieldFinding<M, R>>,
): readonly Finding<M, R>[] {
  const byField = new Map<string, OfCall<M, R>[]>();
  const byChanged = new Map<string, OfCall<M, R>[]>();
  const calls = requestsOf(document);
  for (const call of calls) {
    for (const { field, finding: found } of findingsOf(call)) {
      const finding = sparing(found, document);
      const changed = changedFields(field, finding, document);
      const each = { call, field, finding, changed };
      addTo(byField, keyOf(field.property), each);
      for (const { property } of changed) addTo(byChanged, keyOf(property), each);
    }
  }
  const senders = byField.size > 0 && calls.length > 1 ? countSenders(calls) : null;
  const sharing: Sharing<M, R> = {
    sendersOf: ({ property }) => senders?.get(keyOf(property)) ?? 1,
    findingsOn: ({ property }) => byChanged.get(keyOf(property)) ?? [],
  };
  return [...byField.values()].map((group) => settle(group, sharing, document));
}

function addTo<Value>(groups: Map<string, Value[]>, key: string, value: Value) {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

interface OfCall<M extends string, R extends string> extends FieldFinding<M, R> {
  readonly call: ModelCall;
  /** The property, and what its repair changes in the object that it holds, which may have a name of its own: all of it where there is no repair. */
  readonly changed: readonly RequestField[];
}

/** Who has to do with a property, over all calls of a document. */
interface Sharing<M extends string, R extends string> {
  sendersOf(field: RequestField): number;
  findingsOn(field: RequestField): readonly OfCall<M, R>[];
}

function changedFields<M extends string, R extends string>(
  field: RequestField,
  { repairs: [repair] }: Finding<M, R>,
  { path }: Document,
): readonly RequestField[] {
  const inside = (fields: readonly RequestField[]): readonly RequestField[] =>
    fields.flatMap((each) => [each, ...inside(each.object?.fields ?? [])]);
  const isChanged = ({ property }: RequestField) =>
    property.path === path &&
    (!repair || repair.edits.some(({ range }) => range[0] < property.range[1] && property.range[0] < range[1]));
  return [field, ...inside(field.object?.fields ?? []).filter(isChanged)];
}

function settle<M extends string, R extends string>(
  group: readonly OfCall<M, R>[],
  sharing: Sharing<M, R>,
  document: Document,
): Finding<M, R> {
  const [first] = group.toSorted((a, b) => surestFirst(a.finding, b.finding));
  if (!first) throw new TypeError('A group of findings is empty.');
  const { finding, field } = first;
  const level: Level = isTestPath(document.path) ? capLevel('note', finding.level) : finding.level;
  const unrepaired = finding.repairs.length > 0 ? whyLeft(first, group, sharing) : null;
  if (unrepaired !== null) return { ...finding, level, repairs: [], unrepaired };
  const isSure = !field.isShared && group.every(({ finding: { repairs } }) => repairs[0]?.safety === 'safe');
  const repairs = isSure ? finding.repairs : finding.repairs.map((each) => ({ ...each, safety: 'review' as const }));
  return { ...finding, level, repairs };
}

/** Why what one call needs is not right for all that the edits change; `null` where it is. */
function whyLeft<M extends string, R extends string>(
  { call: own, field, finding, changed }: OfCall<M, R>,
  group: readonly OfCall<M, R>[],
  { sendersOf, findingsOn }: Sharing<M, R>,
): string | null {
  if (field.onlyWhere && group.some(({ call }) => call.model.kind !== 'text'))
    return 'the code asks about the model before it sends it';
  const id = finding.repairs[0]?.id;
  for (const each of changed) {
    const all = findingsOn(each);
    const others = all.filter(
      (other) => (other.call !== own || group.includes(other)) && other.finding.repairs[0]?.id !== id,
    );
    const refused = others.find(({ finding: other }) => other.repairs.length === 0);
    if (refused?.finding.unrepaired !== undefined) return refused.finding.unrepaired;
    if (others.length > 0 || new Set(all.map(({ call }) => call)).size < sendersOf(each))
      return 'another call sends the same object, and its model takes it';
  }
  const read = changed.find(({ isRead }) => isRead);
  if (read) return `other code may read \`${read.path.at(-1) ?? ''}\` of the same object`;
  return changed.some((each) => each.isShared && sendersOf(each) < 2) ? 'other code may use the same object' : null;
}

/** How many calls send each property. */
function countSenders(calls: readonly ModelCall[]) {
  const senders = new Map<string, number>();
  for (const { request } of calls) {
    const keys = new Set<string>();
    for (const fields of Object.values(request?.settings ?? {})) collectKeys(fields, keys);
    for (const key of keys) senders.set(key, (senders.get(key) ?? 0) + 1);
  }
  return senders;
}

function collectKeys(fields: readonly RequestField[], keys: Set<string>) {
  for (const { property, object } of fields) {
    keys.add(keyOf(property));
    if (object) collectKeys(object.fields, keys);
  }
}

function keyOf({ path, range }: Place) {
  return `${path}:${String(range[0])}:${String(range[1])}`;
}
