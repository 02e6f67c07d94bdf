import type { ModelGate } from '../documents/facts.js';

/** Gates that answer as one: `id.includes('a') || id.includes('b')`. */
export interface GateGroup {
  readonly start: number;
  readonly gates: readonly ModelGate[];
}

/** Groups the gates of a text that are joined by "or" and ask about the same thing. */
export function toConditions(text: string, gates: readonly ModelGate[]): readonly GateGroup[] {
  const groups: { start: number; gates: ModelGate[] }[] = [];
  for (const gate of [...gates].sort((a, b) => a.range[0] - b.range[0])) {
    const group = groups.at(-1);
    const previous = group?.gates.at(-1);
    if (group !== undefined && previous !== undefined && areAlternatives(text, previous, gate)) group.gates.push(gate);
    else groups.push({ start: gate.range[0], gates: [gate] });
  }
  return groups;
}

function areAlternatives(text: string, first: ModelGate, second: ModelGate) {
  const between = text.slice(first.range[1], second.range[0]);
  // `'a' in model_id or 'b' in model_id`
  const asked = /^\s*in\s+([\w.]+)\s+or\s*$/.exec(between)?.[1];
  if (asked !== undefined) return /^\s*in\s+([\w.]+)/.exec(text.slice(second.range[1]))?.[1] === asked;
  const subject = subjectOf(text, first);
  return subject !== null && subject === subjectOf(text, second) && /^\s*(?:\|\||\bor\b)\s*$/.test(between);
}

/** What a gate asks about: `model.id` of `model.id.includes('x')` and of `model.id === 'x'`. */
function subjectOf(text: string, { range }: ModelGate) {
  const source = text.slice(range[0], range[1]);
  return /^([\w$.]+?)(?:\?\.|\.)\w+\(/.exec(source)?.[1] ?? /^([\w$.]+)\s*===?/.exec(source)?.[1] ?? null;
}
