import type { Dialect, PromptBlock, PromptSection } from '../../prompt.js';
import type { Modules } from '../modules/modules.js';
import type { Located } from '../values/objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { possiblePoint } from './cache-points.js';
import { unseen } from './compose.js';
import { contentBlocks, type Dictionary, textBlock } from './content-blocks.js';
import { resolve } from './follow.js';
import { listElements } from './list-elements.js';
import { isOwned } from './ownership.js';
import { findProperty, isNothing } from './properties.js';
import { placeOf, type Reading, type Spot, spotAt } from './spot.js';
import { toolBlocks, toolsByName, unknownTools } from './tool-blocks.js';
import { turnBlocks } from './turns.js';
import { typeAround } from './type-around.js';
import { partsOfUnreadList } from './unstable-order.js';

interface SectionQuestion {
  readonly name: 'tools' | 'system' | 'messages';
  readonly dialect: Dialect;
  readonly hasPlaceholders: boolean;
  readonly reading: Reading;
}

interface Content {
  readonly form: PromptSection['form'];
  readonly definition: Spot;
  readonly blocks: readonly PromptBlock[];
}

/** Reads one section of a prompt from the values it is set to; `null` where it is not set. */
export function sectionOf(values: readonly Located[], question: SectionQuestion): PromptSection | null {
  const spots = values.map(({ tree, node }) => spotAt(tree, node)).filter((spot) => isList(spot) || !isNothing(spot));
  const last = spots.at(-1);
  if (!last) return null;
  const content = spots.length === 1 ? contentOf(last, question) : unknown(last, spots, question);
  const place = placeOf(last);
  const definition = placeOf(content.definition);
  const isHere =
    definition.path === place.path && place.range[0] <= definition.range[0] && definition.range[1] <= place.range[1];
  return {
    form: content.form,
    place,
    definition,
    isOwned: isHere || (content.form !== 'unknown' && isOwned(last, content.definition, question.reading)),
    ...typesOf(last, content, question.reading),
    blocks: content.blocks,
  };
}

function typesOf(use: Spot, { form, definition }: Content, reading: Reading): Pick<PromptSection, 'types'> {
  const place = form === 'unknown' ? null : typeAround(use, reading);
  const written = form === 'unknown' ? null : typeAround(definition, reading);
  return (place ?? written) ? { types: { place, definition: written } } : {};
}

function isList({ node }: Spot) {
  return node.type === 'ArrayExpression' || node.type === 'ObjectExpression';
}

/** Lists that many calls share are read once. */
const known = new WeakMap<Modules, Map<string, WeakMap<Node, readonly PromptBlock[]>>>();

function contentOf(spot: Spot, question: SectionQuestion): Content {
  const { reading, name } = question;
  if (name === 'tools') return toolsOf(spot, question);
  const list = listElements(spot, reading);
  if (list) {
    const blocks = remembered(list.definition, list.elements.length, question, () => {
      const dictionary = dictionaryOf(question);
      return name === 'messages' || isListOfTurns(list.elements[0]?.spot, question)
        ? turnBlocks(list.elements, question.dialect, dictionary)
        : contentBlocks(list.elements, dictionary);
    });
    return { form: 'list', definition: list.definition, blocks };
  }
  const target = resolve(spot, reading);
  if (isListOfTurns(target, question))
    return {
      form: 'list',
      definition: target,
      blocks: turnBlocks([{ spot, count: 'one' }], question.dialect, dictionaryOf(question)),
    };
  const block = textBlock(spot, placeOf(spot), null, {
    ...dictionaryOf(question),
    ...(name === 'messages' ? { role: 'user' } : {}),
  });
  // A history that nobody wrote out may be a list.
  return block.parts.some(({ kind }) => kind === 'static' || (kind === 'dynamic' && name === 'system'))
    ? { form: 'text', definition: target, blocks: [block] }
    : { ...unknown(spot, [spot], question), definition: target };
}

/** The AI SDK takes its system text as a message, or several, too. */
function isListOfTurns(first: Spot | undefined, { reading, dialect, name }: SectionQuestion): boolean {
  if (dialect !== 'aiSdk' || name !== 'system' || !first) return false;
  return findProperty(resolve(first, reading), 'content', reading) !== null;
}

function toolsOf(spot: Spot, question: SectionQuestion): Content {
  const { reading, dialect } = question;
  const target = resolve(spot, reading);
  const inner =
    target.node.type === 'ObjectExpression' && dialect !== 'aiSdk' ? findProperty(target, 'tools', reading) : null;
  if (inner) return toolsOf(inner.value, question);
  const list = listElements(spot, reading);
  if (list)
    return {
      form: 'list',
      definition: list.definition,
      blocks: remembered(list.definition, list.elements.length, question, () =>
        toolBlocks(list.elements, dialect, reading),
      ),
    };
  if (target.node.type === 'ObjectExpression' && dialect === 'aiSdk')
    return {
      form: 'list',
      definition: target,
      blocks: remembered(target, 0, question, () => toolsByName(target, dialect, reading)),
    };
  return { form: 'unknown', definition: target, blocks: unknownTools(spot, reading) };
}

function dictionaryOf({ reading, name, hasPlaceholders }: SectionQuestion): Dictionary {
  return { reading, hasPlaceholders, role: name === 'system' ? 'system' : null };
}

function unknown(last: Spot, spots: readonly Spot[], { reading, name }: SectionQuestion): Content {
  const role = name === 'system' ? 'system' : null;
  const parts = spots.length === 1 ? partsOf(last, name, reading) : [];
  return {
    form: 'unknown',
    definition: last,
    blocks: [
      { kind: 'unknown', place: placeOf(last), object: null, role, parts },
      ...spots.flatMap((spot) => possiblePoint(spot, role, reading)).slice(0, 1),
    ],
  };
}

/** The order of tools counts: a list that comes in another order at every call is known to, though nobody can read it. */
function partsOf(spot: Spot, name: SectionQuestion['name'], reading: Reading) {
  return name === 'tools' ? partsOfUnreadList(spot, reading) : unseen(reading.text(spot), placeOf(spot));
}

function remembered(
  definition: Spot,
  length: number,
  { reading, name, dialect, hasPlaceholders }: SectionQuestion,
  read: () => PromptBlock[],
): readonly PromptBlock[] {
  const { scope } = definition;
  if (scope.bindings.size > 0) return read();
  const key = `${name} ${dialect} ${length} ${hasPlaceholders} ${scope.isOnce}`;
  const lists = known.get(reading.reach.modules) ?? new Map<string, WeakMap<Node, readonly PromptBlock[]>>();
  known.set(reading.reach.modules, lists);
  const byNode = lists.get(key) ?? new WeakMap<Node, readonly PromptBlock[]>();
  lists.set(key, byNode);
  const memo = byNode.get(definition.node);
  if (memo) return memo;
  const blocks = read();
  byNode.set(definition.node, blocks);
  return blocks;
}
