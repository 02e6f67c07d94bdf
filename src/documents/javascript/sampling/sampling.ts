import type { PropertyFact, Sampling } from '../../facts.js';
import { type FoundProperty, propertyOf, type Reach } from '../values/objects.js';
import { isShared } from '../request/is-shared.js';
import { keptBy, removalOf } from '../request/removal.js';
import { sentWhere, valueWhere } from '../request/sent-where.js';
import { staticValue } from '../values/static-value.js';
import type { CallSite, SamplingPlace } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** The sampling parameters of a call; only what stands in `tree` can be edited. */
export function samplingOf(
  place: SamplingPlace,
  tree: SyntaxTree,
  reach: Reach,
  site: CallSite | null = null,
): Sampling {
  const fact = (name: string) => propertyFact(place, name, tree, reach, site);
  return { temperature: fact(place.temperature), topP: fact(place.topP), topK: fact(place.topK) };
}

function propertyFact(
  place: SamplingPlace,
  name: string,
  tree: SyntaxTree,
  reach: Reach,
  site: CallSite | null,
): PropertyFact | null {
  const found = propertyOf(place.owner, name, reach);
  if (!found || isUndefined(found.value)) return null;
  const isHere = found.tree === tree;
  const isUsedElsewhere = isHere && (isShared(tree, found.property) || isForSome(found, site, reach));
  const isOwn = isHere && !isUsedElsewhere;
  const removal = isOwn ? removalOf(tree, found.property) : null;
  return {
    name,
    range: found.property.range,
    value: staticValue({ tree: found.tree, node: found.value }, reach),
    removal,
    ...(isOwn && !removal && keptBy(tree, found.property)),
    ...(isUsedElsewhere ? { isShared: true } : {}),
  };
}

/** The code asks about the model before it sends the parameter. */
function isForSome({ tree, property, value }: FoundProperty, site: CallSite | null, reach: Reach): boolean {
  if (!site) return false;
  const given = new Map<never, never>();
  return (
    sentWhere({ tree, node: property }, site, reach, given) !== undefined ||
    valueWhere({ tree, node: value }, site, reach, given) !== undefined
  );
}

function isUndefined(node: { readonly type: string }) {
  return node.type === 'Identifier' && 'name' in node && node.name === 'undefined';
}
