import { parseModelName, printModelId } from '../catalog/model-id.js';
import type { ModelGate } from '../documents/facts.js';
import { isTame, matching, opensFor, withoutMatch } from '../documents/gate-opens.js';

/**
 * Whether a condition answers differently for two model IDs, as they stand or without geography; a pattern that is not safe to try counts as different.
 *
 * @param gates of which one is enough for a yes.
 */
export function tellsApart(all: readonly ModelGate[], from: string, to: string): boolean {
  const gates = all.filter((gate) => isAbout(gate, from));
  if (!gates.every(isTame)) return true;
  const asking = gates.filter(({ takesOff, yields }) => takesOff !== true && yields === undefined);
  const opens = (text: string) => asking.some((gate) => opensFor(gate, text));
  return (
    gates.some((gate) => gate.takesOff === true && isBareBehind(gate, from) !== isBareBehind(gate, to)) ||
    opens(asWritten(from)) !== opens(asWritten(to)) ||
    opens(withoutScope(from)) !== opens(withoutScope(to)) ||
    gates.some((gate) => findsOther(gate, from, to)) ||
    takesApartDifferently(gates, asWritten(from), asWritten(to))
  );
}

/** What asks for the form of an ID says nothing of others than it asks. */
function isAbout({ form }: ModelGate, id: string) {
  return !form?.ids || form.ids.some((asked) => withoutScope(asked) === withoutScope(id));
}

/** Whether an ID has no geography once the code has taken off those it knows. */
function isBareBehind(gate: ModelGate, id: string) {
  return parseModelName(withoutMatch(gate, asWritten(id)))?.scope === null;
}

/** Where code goes on with what it found. A table in which the other ID has an entry of its own was made for it. */
function findsOther(gate: ModelGate, from: string, to: string) {
  if (gate.yields === undefined) return false;
  const { lost, found } = foundApart(gate, from, to);
  return gate.yields === 'entry' ? lost.length > 0 && found.length === 0 : lost.length + found.length > 0;
}

/** The patterns by which a condition answers differently. */
export function decisivePatterns(gate: ModelGate, from: string, to: string): readonly string[] {
  if (gate.yields === undefined) return gate.patterns;
  const { lost, found } = foundApart(gate, from, to);
  return [...lost, ...found];
}

function foundApart(gate: ModelGate, from: string, to: string) {
  const [before, after] = [from, to].map((id) =>
    [asWritten(id), withoutScope(id)].flatMap((form) => matching(gate, form)),
  );
  const without = (some: readonly string[] = [], others: readonly string[] = []) => [
    ...new Set(some.filter((pattern) => !others.includes(pattern))),
  ];
  return { lost: without(before, after), found: without(after, before) };
}

/** `id.split('.')[0]` is the vendor of a bare ID and the geography of a profile. */
function takesApartDifferently(gates: readonly ModelGate[], from: string, to: string) {
  const separators = gates.filter(({ kind }) => kind === 'split').flatMap(({ patterns }) => patterns);
  return separators.some((separator) => from.split(separator).length !== to.split(separator).length);
}

/** Out of its ARN and gateway prefix. */
function asWritten(id: string) {
  const name = parseModelName(id);
  return name === null ? id : printModelId(name);
}

function withoutScope(id: string) {
  return parseModelName(id)?.base ?? id;
}
