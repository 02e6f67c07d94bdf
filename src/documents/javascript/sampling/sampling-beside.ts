import { removeProperty } from '../../../edits/remove-property.js';
import type { PropertyFact, Sampling } from '../../facts.js';
import { isReadByType } from './read-by-type.js';
import type { Reach } from '../values/objects.js';
import { samplingOf } from './sampling.js';
import type { SamplingPlace } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** The sampling parameters in the object that names a model, or a pair of them in one inside it: who reads the one is likely to send the others. */
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
    const place = placeIn(tree, owner, owner === object || isBody(owner));
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

function placeIn(tree: SyntaxTree, owner: Node, isOneEnough: boolean): SamplingPlace | null {
  const names = namesIn(owner);
  const place = { owner: { tree, node: owner }, temperature: 'temperature' };
  const camel: SamplingPlace = { ...place, topP: 'topP', topK: 'topK' };
  const snake: SamplingPlace = { ...place, topP: 'top_p', topK: 'top_k' };
  const found = names.has('topP') ? camel : names.has('top_p') ? snake : null;
  if (found && names.has('temperature')) return found;
  if (!isOneEnough) return null;
  if (names.has('topK')) return camel;
  if (names.has('top_k')) return snake;
  return found ?? (names.has('temperature') ? camel : null);
}

/** The body of a request for Claude. */
function isBody(owner: Node) {
  return namesIn(owner).has('anthropic_version');
}

function namesIn(owner: Node): ReadonlySet<string | null> {
  return new Set(
    owner.type === 'ObjectExpression'
      ? owner.properties.map((property) =>
          property.type === 'Property' ? staticName(property.key, property.computed) : null,
        )
      : [],
  );
}
