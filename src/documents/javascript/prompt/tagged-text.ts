import type { TextPart } from '../../prompt.js';
import { globalName } from '../syntax/globals.js';
import { libraryName } from '../modules/imported-from.js';
import type { Located, Reach } from '../values/objects.js';
import { inside, type Reading, type Spot } from './spot.js';
import { textOfTemplate } from './template-text.js';

const modules = new Set(['dedent', 'outdent', 'common-tags', 'endent', 'ts-dedent', 'string-dedent', 'dedent-js']);

/** A template behind a tag that only takes its indent away: read as written, for an indent hardly changes the size. `null` behind other tags. */
export function textOfTag(spot: Spot, reading: Reading): readonly TextPart[] | null {
  const { node, tree } = spot;
  if (node.type !== 'TaggedTemplateExpression') return null;
  const isRaw = globalName(tree, node.tag) === 'String.raw';
  if (!isRaw && !isDedent({ tree, node: node.tag }, reading.reach)) return null;
  return textOfTemplate(inside(spot, node.quasi), reading, isRaw);
}

/** Whether a name is the function of a library that takes the indent of a text away. */
export function isDedent(place: Located, reach: Reach): boolean {
  return modules.has(libraryName(place, reach)?.module ?? '');
}
