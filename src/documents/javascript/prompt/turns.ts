import type { Dialect, PromptBlock } from '../../prompt.js';
import { libraryName } from '../modules/imported-from.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { pointsOn, possiblePoint, type Role } from './cache-points.js';
import { unseen } from './compose.js';
import { contentBlocks, type Dictionary, literalIn, textBlock, textOf } from './content-blocks.js';
import { resolve } from './follow.js';
import { listElements } from './list-elements.js';
import type { Element } from './list.js';
import { findProperty, hasUnknownSpread } from './properties.js';
import { inside, placeOf, type Spot } from './spot.js';

const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['tool', 'user'],
  ['assistant', 'assistant'],
  ['ai', 'assistant'],
  ['SystemMessage', 'system'],
  ['HumanMessage', 'user'],
  ['ToolMessage', 'user'],
  ['AIMessage', 'assistant'],
  ['SystemMessagePromptTemplate', 'system'],
  ['HumanMessagePromptTemplate', 'user'],
  ['AIMessagePromptTemplate', 'assistant'],
]);

/** The blocks of a list of turns, in order. */
export function turnBlocks(elements: readonly Element[], dialect: Dialect, dictionary: Dictionary): PromptBlock[] {
  return elements.flatMap(({ spot, count }) => {
    const turn = count === 'one' ? resolve(spot, dictionary.reading) : null;
    return (turn && blocksOfTurn(spot, turn, dialect, dictionary)) ?? unknownTurns(spot, dictionary);
  });
}

/** Turns that can't be read. */
function unknownTurns(spot: Spot, { reading, role }: Dictionary): PromptBlock[] {
  return [
    { kind: 'unknown', place: placeOf(spot), object: null, role, parts: unseen(reading.text(spot), placeOf(spot)) },
    ...possiblePoint(spot, role, reading),
  ];
}

function blocksOfTurn(element: Spot, turn: Spot, dialect: Dialect, dictionary: Dictionary): PromptBlock[] | null {
  const { node, tree } = turn;
  switch (node.type) {
    case 'ObjectExpression':
      return blocksOfObject(element, turn, dialect, dictionary);
    case 'ArrayExpression': {
      // LangChain: `['system', '…']`.
      const [speaker, content] = node.elements;
      const role = speaker && content ? roles.get(textOf(inside(turn, speaker), dictionary.reading) ?? '') : undefined;
      return role && content ? contentOf(inside(turn, content), { ...dictionary, role }) : null;
    }
    case 'NewExpression':
    case 'CallExpression': {
      const callee = unwrap(node.callee);
      const owner = callee.type === 'MemberExpression' && isTemplateMaker(callee) ? callee.object : callee;
      const name = libraryName({ tree, node: owner }, dictionary.reading.reach)?.path.at(-1);
      const role = roles.get(name ?? '');
      const [first] = node.arguments;
      const hasPlaceholders = owner !== callee;
      return role && first ? constructed(inside(turn, first), { ...dictionary, role, hasPlaceholders }) : null;
    }
    case 'Literal':
    case 'TemplateLiteral':
      return dialect === 'langChain' || dialect === 'strands'
        ? contentOf(element, { ...dictionary, role: 'user' })
        : null;
    default:
      return null;
  }
}

function isTemplateMaker(callee: Node) {
  return callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'fromTemplate';
}

/** LangChain: `new SystemMessage('…')`, `new SystemMessage({ content: … })`. */
function constructed(argument: Spot, dictionary: Dictionary): PromptBlock[] {
  const settings = resolve(argument, dictionary.reading);
  const content = findProperty(settings, 'content', dictionary.reading);
  return contentOf(content?.value ?? argument, dictionary);
}

function blocksOfObject(element: Spot, turn: Spot, dialect: Dialect, dictionary: Dictionary): PromptBlock[] | null {
  const { reading } = dictionary;
  const speaker = findProperty(turn, 'role', reading) ?? findProperty(turn, 'type', reading);
  const content = findProperty(turn, 'content', reading);
  if (!content || content.isConditional) return null;
  const role = roles.get(textOf(speaker?.value, reading) ?? '') ?? dictionary.role;
  const own = { ...dictionary, role };
  const blocks = contentOf(content.value, own);
  const [only] = blocks;
  // The AI SDK sets points on the message: its object is where a property can be added.
  const isOfMessage = dialect === 'aiSdk' && blocks.length === 1 && only?.kind === 'text' && only.object === null;
  return [
    ...(isOfMessage ? [{ ...only, place: placeOf(element), object: literalIn(element, turn) }] : blocks),
    ...pointsOn(turn, role, reading),
    ...(hasUnknownSpread(turn, reading) ? possiblePoint(element, role, reading) : []),
  ];
}

/** The content of a turn: a list of blocks, or one text. */
function contentOf(content: Spot, dictionary: Dictionary): PromptBlock[] {
  const list = listElements(content, dictionary.reading);
  if (list) return contentBlocks(list.elements, dictionary);
  const parts = dictionary.reading.text(content);
  // What may be a text or a list.
  if (parts.length > 0 && parts.every(({ kind }) => kind === 'unknown')) return unknownTurns(content, dictionary);
  return [textBlock(content, placeOf(content), null, dictionary)];
}
