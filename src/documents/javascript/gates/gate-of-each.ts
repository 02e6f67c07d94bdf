import { parseModelName } from '../../../catalog/model-id.js';
import { isScopePrefix } from '../../../catalog/scope-words.js';
import type { ModelGate } from '../../facts.js';
import { definitionOf, type Located, type Reach } from '../values/objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { isFragment } from './fragment.js';
import { type GoneThrough, goneThrough } from './gone-through.js';
import { type Element, textOf } from './rows.js';

/**
 * `PARTS.some((part) => id.includes(part))`, `Object.keys(PRICES).find((part) => id.startsWith(part))`, `RULES.find(({ pattern }) => pattern.test(id))`
 *
 * @param asked what stands for each of them.
 * @param kind how a text is looked for; `null` where only patterns can be.
 */
export function gateOfEach(
  asked: Located,
  kind: ModelGate['kind'] | null,
  { range }: Node,
  reach: Reach,
): ModelGate | null {
  const gone = goneThrough(asked, reach);
  if (!gone) return null;
  const found = (kind && textGate(gone, kind, reach)) ?? patternGate(gone, reach);
  if (!found) return null;
  const geography = found.patterns.every(isScopePrefix);
  if (!geography) return { ...found, range, geography, ...(gone.yields && { yields: gone.yields }) };
  // Which geography it is decides nothing, and whether it is any of a list is asked by the call that goes through the list.
  return gone.yields ? { ...found, range, geography } : null;
}

type Patterns = Pick<ModelGate, 'kind' | 'patterns' | 'flags'>;

function textGate({ elements }: GoneThrough, kind: ModelGate['kind'], reach: Reach): Patterns | null {
  const patterns = elements.map((element) => textOf(element, reach)).filter((text) => text !== null);
  // Whole IDs are moved where they stand.
  if (patterns.some((pattern) => parseModelName(pattern))) return null;
  const isOfIds = patterns.some(isFragment) || (patterns.length > 1 && patterns.every(isScopePrefix));
  return isOfIds && patterns.length === elements.length ? { kind, patterns } : null;
}

function patternGate({ elements }: GoneThrough, reach: Reach): Patterns | null {
  const regexes = elements.flatMap((element) => (typeof element === 'string' ? [] : (regexOf(element, reach) ?? [])));
  const [first] = regexes;
  const isOne = regexes.length === elements.length && regexes.every(({ flags }) => flags === first?.flags);
  return first && isOne && regexes.some(({ pattern }) => isFragment(pattern))
    ? { kind: 'regex', patterns: regexes.map(({ pattern }) => pattern), flags: first.flags }
    : null;
}

function regexOf(element: Exclude<Element, string>, reach: Reach) {
  const node = definitionOf(element, reach)?.node;
  return node?.type === 'Literal' && 'regex' in node ? node.regex : null;
}
