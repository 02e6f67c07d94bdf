import { parseModelName, printModelId } from '../catalog/model-id.js';
import type { ModelGate } from '../documents/facts.js';
import { isTame, opensFor, withoutMatch } from '../documents/gate-opens.js';

/**
 * Whether a condition answers differently for two model IDs, as they stand or without geography; a pattern that is not safe to try counts as different.
 *
 * @param gates of which one is enough for a yes.
 */
export function tellsApart(gates: readonly ModelGate[], from: string, to: string): boolean {
  if (!gates.every(isTame)) return true;
  const asking = gates.filter(({ takesOff }) => takesOff !== true);
  const opens = (text: string) => asking.some((gate) => opensFor(gate, text));
  return (
    gates.some((gate) => gate.takesOff === true && isBareBehind(gate, from) !== isBareBehind(gate, to)) ||
    opens(asWritten(from)) !== opens(asWritten(to)) ||
    opens(withoutScope(from)) !== opens(withoutScope(to)) ||
    takesApartDifferently(gates, asWritten(from), asWritten(to))
  );
}

/** Whether an ID has no geography once the code has taken off those it knows. */
function isBareBehind(gate: ModelGate, id: string) {
  return parseModelName(withoutMatch(gate, asWritten(id)))?.scope === null;
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
