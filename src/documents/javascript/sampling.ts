import { removeProperty } from '../../edits/remove-property.js';
import type { PropertyFact, Sampling } from '../facts.js';
import { propertyOf, type Reach } from './objects.js';
import { isShared } from './request/is-shared.js';
import { staticValue } from './static-value.js';
import type { SamplingPlace } from './surfaces/call-site.js';
import type { SyntaxTree } from './syntax-tree.js';

/** The sampling parameters of a call; only what stands in `tree` can be edited. */
export function samplingOf(place: SamplingPlace, tree: SyntaxTree, reach: Reach): Sampling {
  const fact = (name: string) => propertyFact(place, name, tree, reach);
  return { temperature: fact(place.temperature), topP: fact(place.topP), topK: fact(place.topK) };
}

function propertyFact(place: SamplingPlace, name: string, tree: SyntaxTree, reach: Reach): PropertyFact | null {
  const found = propertyOf(place.owner, name, reach);
  if (!found || isUndefined(found.value)) return null;
  // What is spread in belongs to the request alone where nothing else uses it.
  const editable = found.tree === tree && (found.direct || !isShared(tree, found.property));
  return {
    name,
    range: found.property.range,
    value: staticValue({ tree: found.tree, node: found.value }, reach),
    removal: editable ? removeProperty(tree.text, found.property.range, found.container.range) : null,
  };
}

function isUndefined(node: { readonly type: string }) {
  return node.type === 'Identifier' && 'name' in node && node.name === 'undefined';
}
