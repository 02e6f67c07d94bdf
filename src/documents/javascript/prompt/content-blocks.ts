import type { Place, PromptBlock } from '../../prompt.js';
import { libraryName } from '../modules/imported-from.js';
import { unseen, wholeText } from './compose.js';
import { pointElement, pointsOn, possiblePoint, type Role, ttlOf } from './cache-points.js';
import { resolve } from './follow.js';
import { listElements } from './list-elements.js';
import type { Element } from './list.js';
import { withPlaceholders } from './placeholders.js';
import { choicesOf, findProperty, isNothing } from './properties.js';
import { inside, placeOf, type Reading, type Spot } from './spot.js';

/** How the blocks of a section are read. */
export interface Dictionary {
  readonly reading: Reading;
  readonly role: Role;
  /** Texts hold `{name}` placeholders. */
  readonly hasPlaceholders: boolean;
}

type Kind = Exclude<PromptBlock['kind'], 'text' | 'tool' | 'point' | 'unknown'>;

/** Converse names a block by its property, Messages and the AI SDK by its `type`. */
const kindsByProperty: readonly (readonly [string, Kind])[] = [
  ['image', 'media'],
  ['video', 'media'],
  ['audio', 'media'],
  ['document', 'document'],
  ['searchResult', 'document'],
  ['toolUse', 'toolUse'],
  ['toolResult', 'toolResult'],
  ['reasoningContent', 'media'],
];
const kindsByType: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...(['image', 'image_url', 'file', 'thinking', 'redacted_thinking', 'reasoning'] as const).map(
    (type) => [type, 'media'] as const,
  ),
  ['document', 'document'],
  ['search_result', 'document'],
  ['tool_use', 'toolUse'],
  ['tool-call', 'toolUse'],
  ['tool_result', 'toolResult'],
  ['tool-result', 'toolResult'],
]);

/** The blocks of a list of content, whichever dialect it speaks: a block of the wrong one is a fact too. */
export function contentBlocks(elements: readonly Element[], dictionary: Dictionary): PromptBlock[] {
  return elements.flatMap(({ spot, count }) =>
    count === 'many' ? anyBlocks(spot, dictionary) : blocksOf(spot, dictionary),
  );
}

function blocksOf(element: Spot, dictionary: Dictionary): PromptBlock[] {
  const { reading, role } = dictionary;
  const target = resolve(element, reading);
  switch (target.node.type) {
    case 'ObjectExpression': {
      const point = pointElement(element, target, role, reading);
      return point ? [point] : [...objectBlocks(element, target, dictionary), ...pointsOn(target, role, reading)];
    }
    case 'NewExpression':
      return constructed(element, target, dictionary);
    case 'Literal':
    case 'TemplateLiteral':
      return [textBlock(element, placeOf(element), null, dictionary)];
    default:
      return anyBlocks(element, dictionary);
  }
}

function objectBlocks(element: Spot, target: Spot, dictionary: Dictionary): PromptBlock[] {
  const { reading, role } = dictionary;
  const place = placeOf(element);
  const object = literalIn(element, target);
  const type = textOf(findProperty(target, 'type', reading)?.value, reading);
  const text = findProperty(target, 'text', reading);
  if (text && !text.isConditional && (type === null || type === 'text' || type === 'input_text'))
    return [textBlock(text.value, place, object, dictionary)];
  const guarded = findProperty(target, 'guardContent', reading);
  const words = guarded && findProperty(resolve(guarded.value, reading), 'text', reading);
  const inner = words && findProperty(resolve(words.value, reading), 'text', reading);
  if (inner) return [{ ...textBlock(inner.value, place, object, dictionary), textPlace: null }];
  const kind =
    kindsByType.get(type ?? '') ?? kindsByProperty.find(([name]) => findProperty(target, name, reading))?.[1];
  if (!kind) return [{ kind: 'unknown', place, object, role, parts: [] }];
  return [{ kind, place, object, role }, ...(kind === 'toolResult' ? nestedPoints(target, dictionary) : [])];
}

/** Points among the content of a tool result. */
function nestedPoints(target: Spot, { reading, role }: Dictionary): PromptBlock[] {
  const result = findProperty(target, 'toolResult', reading);
  const owner = result ? resolve(result.value, reading) : target;
  const content = findProperty(owner, 'content', reading);
  const list = content && listElements(content.value, reading);
  return (list?.elements ?? []).flatMap(({ spot, count }): PromptBlock[] => {
    const element = resolve(spot, reading);
    if (count === 'many' || element.node.type !== 'ObjectExpression') return possiblePoint(spot, role, reading);
    const point = pointElement(spot, element, role, reading, 'toolResult');
    return point ? [point] : pointsOn(element, role, reading);
  });
}

/** Strands: `new TextBlock('…')`, `new CachePointBlock({ cacheType: 'default' })`. */
function constructed(element: Spot, target: Spot, dictionary: Dictionary): PromptBlock[] {
  const { node, tree } = target;
  const [first] = node.type === 'NewExpression' ? node.arguments : [];
  const name =
    node.type === 'NewExpression'
      ? libraryName({ tree, node: node.callee }, dictionary.reading.reach)?.path.at(-1)
      : null;
  const place = placeOf(element);
  if (name === 'TextBlock' && first) {
    const settings = findProperty(resolve(inside(target, first), dictionary.reading), 'text', dictionary.reading);
    return [textBlock(settings?.value ?? inside(target, first), place, null, dictionary)];
  }
  if (name !== 'CachePointBlock') return anyBlocks(element, dictionary);
  const settings = first ? resolve(inside(target, first), dictionary.reading) : null;
  return [
    {
      kind: 'point',
      place,
      object: settings?.node.type === 'ObjectExpression' ? placeOf(settings) : null,
      role: dictionary.role,
      written: 'cachePoint',
      inside: null,
      ...(settings ? ttlOf(settings, dictionary.reading) : { ttl: null }),
    },
  ];
}

/** Any number of blocks; points alone, set on a condition, are points. */
function anyBlocks(spot: Spot, dictionary: Dictionary): PromptBlock[] {
  const { reading, role } = dictionary;
  const choices = choicesOf(spot, reading).filter((choice) => !isNothing(choice.spot));
  const points = choices.flatMap((choice) => pointsAlone(choice.spot, dictionary) ?? [null]);
  if (choices.some(({ isCertain }) => !isCertain) && points.every((point) => point !== null))
    return points.map((point) => ({ ...point, isConditional: true }));
  return [
    { kind: 'unknown', place: placeOf(spot), object: null, role, parts: unseen(reading.text(spot), placeOf(spot)) },
    ...possiblePoint(spot, role, reading),
  ];
}

/** The points a list or an element is made of; `null` where it holds anything else. */
function pointsAlone(spot: Spot, dictionary: Dictionary) {
  const { reading, role } = dictionary;
  const elements: readonly Element[] = listElements(spot, reading)?.elements ?? [{ spot, count: 'one' }];
  const points = elements.map(({ spot: element, count }) =>
    count === 'one' ? pointElement(element, resolve(element, reading), role, reading) : null,
  );
  return points.every((point) => point !== null) ? points : null;
}

/** A block of text: `text` is the expression that makes it. */
export function textBlock(text: Spot, place: Place, object: Place | null, dictionary: Dictionary): TextBlock {
  const { reading, role, hasPlaceholders } = dictionary;
  const read = reading.text(text);
  const parts = hasPlaceholders ? withPlaceholders(read, text.tree.text) : read;
  return { kind: 'text', place, object, role, parts, textPlace: placeOf(text) };
}

type TextBlock = Extract<PromptBlock, { kind: 'text' | 'tool' }>;

/** The literal of an element that is written where the element stands. */
export function literalIn(element: Spot, target: Spot): Place | null {
  const isInline =
    target.tree === element.tree &&
    element.node.range[0] <= target.node.range[0] &&
    target.node.range[1] <= element.node.range[1];
  return isInline ? placeOf(target) : null;
}

/** The text of a property that is written out. */
export function textOf(spot: Spot | undefined, reading: Reading): string | null {
  return spot ? wholeText(reading.text(spot)) : null;
}
