import type { Dialect, PromptBlock, TextPart } from '../../prompt.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { pointElement, pointsOn, possiblePoint } from './cache-points.js';
import { literalIn } from './content-blocks.js';
import { composed, entering } from './compose.js';
import { resolve } from './follow.js';
import { jsonParts } from './json-parts.js';
import type { Element } from './list.js';
import { findProperty, hasUnknownSpread } from './properties.js';
import { inside, placeOf, type Reading, type Spot } from './spot.js';
import { partsOfUnreadList } from './unstable-order.js';

const controls: ReadonlySet<string> = new Set(['cache_control']);

/** The tools of a list. */
export function toolBlocks(elements: readonly Element[], dialect: Dialect, reading: Reading): PromptBlock[] {
  return elements.flatMap(({ spot, count }) =>
    count === 'many' ? unknownTools(spot, reading) : toolOf(spot, null, dialect, reading),
  );
}

/** The tools of the AI SDK: an object with a tool under each name. */
export function toolsByName(record: Spot, dialect: Dialect, reading: Reading): PromptBlock[] {
  const { node } = record;
  if (node.type !== 'ObjectExpression') return unknownTools(record, reading);
  return node.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') {
      const spread = resolve(inside(record, property.argument), reading);
      return spread.node.type === 'ObjectExpression' && record.scope.depth < spread.scope.depth
        ? toolsByName(spread, dialect, reading)
        : unknownTools(inside(record, property.argument), reading);
    }
    const name = staticName(property.key, property.computed);
    return toolOf(inside(record, property.value), { name, property }, dialect, reading);
  });
}

export function unknownTools(spot: Spot, reading: Reading): PromptBlock[] {
  return [
    {
      kind: 'unknown',
      place: placeOf(spot),
      object: null,
      role: null,
      parts: partsOfUnreadList(spot, reading),
    },
    ...possiblePoint(spot, null, reading),
  ];
}

interface Named {
  readonly name: string | null;
  readonly property: Node;
}

function toolOf(element: Spot, named: Named | null, dialect: Dialect, reading: Reading): PromptBlock[] {
  const target = resolve(element, reading);
  const definition = definitionOfTool(target, reading);
  if (!definition) return unknownTools(element, reading);
  const point = named ? null : pointElement(element, definition, null, reading);
  if (point) return [point];
  const place = named ? { ...placeOf(element), range: named.property.range } : placeOf(element);
  const isSent = dialect === 'converse' || dialect === 'messages';
  const parts = isSent
    ? jsonParts(definition, reading, { place, without: controls })
    : composed([partsOfLibraryTool(definition, named, reading)], place);
  return [
    {
      kind: 'tool',
      place,
      object: literalIn(element, definition),
      role: null,
      parts: entering(parts, place),
      textPlace: null,
    },
    ...pointsOn(definition, null, reading),
    ...(hasUnknownSpread(definition, reading) ? possiblePoint(element, null, reading) : []),
  ];
}

/** The object that describes a tool: `{ … }`, `tool({ … })`, `tool(run, { … })`, `new DynamicStructuredTool({ … })`. */
function definitionOfTool(target: Spot, reading: Reading): Spot | null {
  const { node } = target;
  if (node.type === 'ObjectExpression') return target;
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  for (const argument of node.arguments) {
    const found = resolve(inside(target, argument), reading);
    if (found.node.type === 'ObjectExpression' && findProperty(found, 'description', reading)) return found;
  }
  return null;
}

/** What a library sends of a tool: its name, its description and the schema of its input. */
function partsOfLibraryTool(definition: Spot, named: Named | null, reading: Reading): readonly TextPart[] {
  const place = placeOf(definition);
  const own = ['name', 'description', 'inputSchema', 'parameters', 'schema', 'input_schema'].flatMap((key) => {
    const found = findProperty(definition, key, reading);
    return found ? [...jsonParts(found.value, reading, { place })] : [];
  });
  return named?.name ? [{ kind: 'static', text: JSON.stringify(named.name), place }, ...own] : own;
}
