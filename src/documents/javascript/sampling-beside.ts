import { removeProperty } from '../../edits/remove-property.js';
import type { PropertyFact, Sampling } from '../facts.js';
import { isReadByType } from './read-by-type.js';
import type { Reach } from './objects.js';
import { samplingOf } from './sampling.js';
import type { SamplingPlace } from './surfaces/call-site.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { staticName, unwrap } from './unwrap.js';

/** The pair of sampling parameters in the object that names a model, or in one inside it: who reads the one is likely to send the others. */
export function samplingBeside(tree: SyntaxTree, start: Node, reach: Reach): Sampling | null {
  let node = start;
  let parent = tree.parentOf(node);
  while (parent && (parent.type === 'TSAsExpression' || parent.type === 'LogicalExpression')) {
    node = parent;
    parent = tree.parentOf(node);
  }
  const object = parent?.type === 'Property' && parent.value === node ? tree.parentOf(parent) : null;
  if (object?.type !== 'ObjectExpression') return null;
  const inner = object.properties.flatMap((property) => (property.type === 'Property' ? [unwrap(property.value)] : []));
  for (const owner of [object, ...inner]) {
    const place = placeIn(tree, owner);
    if (place) return ownSampling(samplingOf(place, tree, reach), owner, tree);
  }
  return null;
}

/** Nobody sees who reads such an object, only whether this file does so in a way that a type would hold it to. */
function ownSampling({ temperature, topP, topK }: Sampling, owner: Node, tree: SyntaxTree): Sampling {
  const own = (fact: PropertyFact | null): PropertyFact | null =>
    fact && {
      name: fact.name,
      range: fact.range,
      value: fact.value,
      removal: isReadByType(tree, fact.name) ? null : removeProperty(tree.text, fact.range, owner.range),
    };
  return { temperature: own(temperature), topP: own(topP), topK: own(topK) };
}

function placeIn(tree: SyntaxTree, owner: Node): SamplingPlace | null {
  if (owner.type !== 'ObjectExpression') return null;
  const names = new Set(
    owner.properties.map((property) =>
      property.type === 'Property' ? staticName(property.key, property.computed) : null,
    ),
  );
  if (!names.has('temperature')) return null;
  const place = { owner: { tree, node: owner }, temperature: 'temperature' };
  if (names.has('topP')) return { ...place, topP: 'topP', topK: 'topK' };
  return names.has('top_p') ? { ...place, topP: 'top_p', topK: 'top_k' } : null;
}
