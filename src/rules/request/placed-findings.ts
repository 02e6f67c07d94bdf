import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import { isTestPath } from '../../documents/test-path.js';
import { capLevel } from '../cap-level.js';
import type { Finding } from '../finding.js';
import { sparing } from './sparing.js';

/** What a call finds wrong with something that stands in its request. */
export interface PlacedFinding<M extends string, R extends string> {
  readonly place: Place;
  readonly finding: Finding<M, R>;
}

/**
 * One finding for each place, such as an element of a list, however many calls send what stands there. The surest call
 * speaks, and a repair is offered where it is the same for all calls that send it.
 *
 * @param placesOf every place of the kind in a request, found fault with or not
 */
export function placedFindings<M extends string, R extends string>(
  document: Document,
  findingsOf: (call: ModelCall) => Iterable<PlacedFinding<M, R>>,
  placesOf: (call: ModelCall) => Iterable<Place>,
): readonly Finding<M, R>[] {
  const groups = new Map<string, Finding<M, R>[]>();
  for (const call of document.modelCalls)
    for (const { place, finding } of findingsOf(call))
      groups.set(keyOf(place), [...(groups.get(keyOf(place)) ?? []), sparing(finding)]);
  if (groups.size === 0) return [];
  const senders = new Map<string, number>();
  for (const call of document.modelCalls)
    for (const key of new Set([...placesOf(call)].map(keyOf))) senders.set(key, (senders.get(key) ?? 0) + 1);
  return [...groups].flatMap(([key, findings]) => settle(findings, senders.get(key) ?? 1, document) ?? []);
}

function settle<M extends string, R extends string>(
  findings: readonly Finding<M, R>[],
  senders: number,
  { path }: Document,
): Finding<M, R> | undefined {
  const [first, ...others] = findings.toSorted((one, other) => rank(other) - rank(one));
  if (!first) return undefined;
  const finding = isTestPath(path) ? { ...first, level: capLevel('note', first.level) } : first;
  const repair = JSON.stringify(first.repairs);
  const isRight = findings.length >= senders && others.every(({ repairs }) => JSON.stringify(repairs) === repair);
  if (first.repairs.length === 0 || isRight) return finding;
  return { ...finding, repairs: [], unrepaired: 'another call sends the same, and its model takes it' };
}

function rank({ level, repairs }: Finding) {
  return (level === 'error' ? 4 : level === 'warning' ? 2 : 0) + (repairs.length > 0 ? 1 : 0);
}

function keyOf({ path, range }: Place) {
  return `${path} ${String(range[0])}`;
}
