import type { Range } from '../../../edits/text-edit.js';
import type { PropertyFact } from '../../facts.js';
import type { SamplingPair } from '../../sampling-pair.js';

/** The furthest that a body reaches from its `anthropic_version`, in characters. */
const furthest = 4000;

/** Pairs in bodies of a script that does not parse: what stands between the braces around an `anthropic_version`. Nothing in it can be edited. */
export function scanSamplingPairs(text: string): readonly SamplingPair[] {
  const found = new Map<number, SamplingPair>();
  for (const { index } of text.matchAll(/\banthropic_version\b/g)) {
    const body = bracesAround(text, index);
    const temperature = body && propertyIn(text, body, /\btemperature\b/g);
    const topP = body && propertyIn(text, body, /\btop_p\b/g);
    if (temperature && topP)
      found.set(topP.range[0], { temperature, topP, models: [], isCompletion: false, isExpected: false });
  }
  return [...found.values()];
}

function bracesAround(text: string, at: number): Range | null {
  const [start, end] = [edgeOf(text, at, -1, '{', '}'), edgeOf(text, at, 1, '}', '{')];
  return start === null || end === null ? null : [start, end];
}

function edgeOf(text: string, at: number, step: 1 | -1, edge: string, other: string): number | null {
  let depth = 0;
  for (let index = at; index >= 0 && index < text.length && Math.abs(index - at) < furthest; index += step) {
    if (text[index] === other) depth += 1;
    else if (text[index] === edge && depth-- === 0) return index;
  }
  return null;
}

function propertyIn(text: string, [start, end]: Range, name: RegExp): PropertyFact | null {
  const [first] = text.slice(start, end).matchAll(name);
  if (!first) return null;
  const range = [start + first.index, start + first.index + first[0].length] as const;
  return { name: first[0], range, value: { kind: 'unknown', range }, removal: null };
}
