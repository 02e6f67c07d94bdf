import { parseModelName, printModelId } from '../catalog/model-id.js';
import type { ModelGate } from '../documents/facts.js';
import { isTame, opensFor } from '../documents/gate-opens.js';

/** Whether a gate answers differently for two model IDs, as they stand or without geography; a pattern that is not safe to try counts as different. */
export function tellsApart(gate: ModelGate, from: string, to: string): boolean {
  if (!isTame(gate)) return true;
  const [fromName, toName] = [parseModelName(from), parseModelName(to)];
  const spellings: readonly (readonly [string, string])[] = [
    [fromName === null ? from : printModelId(fromName), toName === null ? to : printModelId(toName)],
    [fromName?.base ?? from, toName?.base ?? to],
  ];
  return spellings.some(([before, after]) => opensFor(gate, before) !== opensFor(gate, after));
}
