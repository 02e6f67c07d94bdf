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
  const calls = requestsOf(document);
  for (const call of calls) {
    for (const { field, finding } of findingsOf(call)) {
      const key = keyOf(field.property);
      byField.set(key, [...(byField.get(key) ?? []), { call, field, finding: sparing(finding, document) }]);
    }
  }
  const senders = byField.size > 0 && calls.length > 1 ? countSenders(calls) : null;
  return [...byField].map(([key, group]) => settle(group, senders?.get(key) ?? 1, document));
}

interface OfCall<M extends string, R extends string> extends FieldFinding<M, R> {
  readonly call: ModelCall;
}

function settle<M extends string, R extends string>(
  group: readonly OfCall<M, R>[],
  senders: number,
  document: Document,
): Finding<M, R> {
  const [first, ...others] = group.toSorted((a, b) => surestFirst(a.finding, b.finding));
  if (!first) throw new TypeError('A group of findings is empty.');
  const { finding, field } = first;
  const level: Level = isTestPath(document.path) ? capLevel('note', finding.level) : finding.level;
  const [repair] = finding.repairs;
  if (repair && field.onlyWhere && group.some(({ call }) => call.model.kind !== 'text'))
    return { ...finding, level, repairs: [], unrepaired: 'the code asks about the model before it sends it' };
  const isServed =
    new Set(group.map(({ call }) => call)).size >= senders &&
    others.every(({ finding: other }) => other.repairs[0]?.id === repair?.id);
  if (repair && !isServed) {
    const unrepaired = others.find(({ finding: other }) => other.repairs.length === 0)?.finding.unrepaired;
    return {
      ...finding,
      level,
      repairs: [],
      unrepaired: unrepaired ?? 'another call sends the same object, and its model takes it',
    };
  }
  if (repair && field.isShared && senders < 2)
    return { ...finding, level, repairs: [], unrepaired: 'other code may use the same object' };
  const isSure = !field.isShared && group.every(({ finding: { repairs } }) => repairs[0]?.safety === 'safe');
  const repairs = isSure ? finding.repairs : finding.repairs.map((each) => ({ ...each, safety: 'review' as const }));
  return { ...finding, level, repairs };
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
