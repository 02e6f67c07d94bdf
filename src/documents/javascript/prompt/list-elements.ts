import type { Variable } from '@typescript-eslint/scope-manager';
import { globalName } from '../globals.js';
import { propertyOf } from '../objects.js';
import { returnedExpression } from '../returned-expression.js';
import type { Node } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import { bindParameters } from './bind-arguments.js';
import { follow, resolve } from './follow.js';
import { type Mutation, mutationsOf } from './mutations.js';
import { numberOf } from './number-of.js';
import { runsAfter, runsBefore } from './order.js';
import { inside, mayGoOn, placeOf, type Reading, type Spot } from './spot.js';

/** An element of a list as written, or any number of elements that only the running program knows. */
export interface Element {
  readonly spot: Spot;
  readonly count: 'one' | 'many';
  /** Made by a callback for each element of another list: it has no place of its own. */
  readonly isMade?: true;
}

export interface List {
  /** Where the list is written. */
  readonly definition: Spot;
  readonly elements: readonly Element[];
}

interface Options {
  /** Runs the callbacks of `map` and `Array.from` in mind. */
  readonly followMaps?: boolean;
}

/** The elements of a list through names, spreads, `concat` and `push`; `null` for what is no list, or can't be read. */
export function listElements(spot: Spot, reading: Reading, options: Options = {}): List | null {
  const node = unwrap(spot.node);
  const here = { ...spot, node };
  if (!mayGoOn(spot, reading)) return null;
  if (node.type === 'ArrayExpression') return { definition: here, elements: elementsOf(here, reading, options) };
  if (node.type === 'CallExpression') {
    const made = listOfCall(here, node, reading, options);
    if (made) return { definition: here, elements: made };
  }
  const next = follow(here, reading);
  const list = next && listElements(next, reading, options);
  if (!list) return null;
  const variable = node.type === 'Identifier' ? spot.tree.variableOf(node) : null;
  return variable ? { ...list, elements: withMutations(here, variable, list.elements) } : list;
}

/** `Array(n).fill(x)`: one value, many times. */
export function filledList(spot: Spot, reading: Reading): { readonly value: Spot; readonly count: number } | null {
  const list = resolve(spot, reading);
  const { node } = list;
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : null;
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return null;
  const [value, ...bounds] = node.arguments;
  if (staticName(callee.property, callee.computed) !== 'fill' || !value || bounds.length > 0) return null;
  const count = lengthOfEmpty(inside(list, callee.object), reading);
  return count === null ? null : { value: inside(list, value), count };
}

function elementsOf(spot: Spot, reading: Reading, options: Options): Element[] {
  const { node, tree } = spot;
  if (node.type !== 'ArrayExpression') return [];
  const elements = node.elements.flatMap((element): readonly Element[] => {
    if (!element) return [];
    const at = inside(spot, element.type === 'SpreadElement' ? element.argument : element);
    if (element.type !== 'SpreadElement') return [{ spot: at, count: isOptional(at.node) ? 'many' : 'one' }];
    return listElements(at, reading, options)?.elements ?? [{ spot: at, count: 'many' }];
  });
  const changed = changeOfProperty(spot);
  return changed
    ? [...elements, { spot: { ...spot, node: changed }, count: 'many' }]
    : elements.filter(({ spot }) => globalName(tree, spot.node) !== 'undefined');
}

/** `condition && element`: there or not. */
function isOptional(node: Node) {
  const inner = unwrap(node);
  return inner.type === 'LogicalExpression' && inner.operator === '&&';
}

/** `input.messages.push(…)` after `const input = { messages: […] }`. */
function changeOfProperty({ tree, node }: Spot): Node | null {
  let value = node;
  let property = tree.parentOf(value);
  while (property && unwrap(property) === node) {
    value = property;
    property = tree.parentOf(value);
  }
  const object = property?.type === 'Property' && property.value === value ? tree.parentOf(property) : null;
  const declarator = object && tree.parentOf(object);
  if (property?.type !== 'Property' || declarator?.type !== 'VariableDeclarator') return null;
  const variable = tree.variableOf(declarator.id);
  const name = staticName(property.key, property.computed);
  const mutations = variable ? mutationsOf(tree, variable) : [];
  return mutations.find((mutation) => mutation.kind === 'member' && mutation.name === name)?.node ?? null;
}

function listOfCall(
  spot: Spot,
  call: Extract<Node, { type: 'CallExpression' }>,
  reading: Reading,
  options: Options,
): readonly Element[] | null {
  const callee = unwrap(call.callee);
  const [first, second] = call.arguments.map((argument) => inside(spot, argument));
  if (callee.type !== 'MemberExpression') return null;
  if (globalName(spot.tree, callee) === 'Array.from') {
    const count = first ? lengthOfRecord(first, reading) : null;
    const made = count !== null && second && options.followMaps ? counted(count, second, spot, reading) : null;
    return made ?? [{ spot, count: 'many' }];
  }
  const receiver = inside(spot, callee.object);
  switch (staticName(callee.property, callee.computed)) {
    case 'concat': {
      const list = listElements(receiver, reading, options);
      if (!list) return null;
      const more = call.arguments.flatMap((argument): readonly Element[] => {
        const at = inside(spot, argument);
        return (
          listElements(at, reading, options)?.elements ?? [
            { spot: at, count: isElement(resolve(at, reading).node) ? 'one' : 'many' },
          ]
        );
      });
      return [...list.elements, ...more];
    }
    case 'filter': {
      const list =
        first && globalName(spot.tree, first.node) === 'Boolean' ? listElements(receiver, reading, options) : null;
      return list && list.elements;
    }
    case 'slice':
      return first ? null : (listElements(receiver, reading, options)?.elements ?? null);
    case 'map': {
      const list = first && options.followMaps ? listElements(receiver, reading, options) : null;
      return list && first ? mapped(list.elements, first, spot, reading) : null;
    }
    default:
      return null;
  }
}

/** What `concat` adds as it is, for it is no list. */
function isElement({ type }: Node) {
  return type === 'ObjectExpression' || type === 'Literal' || type === 'TemplateLiteral';
}

function mapped(elements: readonly Element[], callback: Spot, spot: Spot, reading: Reading): readonly Element[] | null {
  const target = resolve(callback, reading);
  const returned = returnedExpression(target.node);
  if (!returned) return null;
  return elements.map((element, index): Element => {
    if (element.count === 'many') return element;
    const scope = bindParameters(
      spot.scope,
      [{ kind: 'expression', spot: element.spot }, indexOf(index, spot)],
      target,
      reading,
    );
    return { spot: { tree: target.tree, node: returned, scope }, count: 'one', isMade: true };
  });
}

/** Nobody numbers more lines than this. */
const longestCount = 10_000;

function counted(count: number, callback: Spot, spot: Spot, reading: Reading): readonly Element[] | null {
  const target = resolve(callback, reading);
  const returned = returnedExpression(target.node);
  if (!returned || count > longestCount) return null;
  return Array.from({ length: Math.max(0, count) }, (_, index): Element => {
    const scope = bindParameters(spot.scope, [undefined, indexOf(index, spot)], target, reading);
    return { spot: { tree: target.tree, node: returned, scope }, count: 'one', isMade: true };
  });
}

function indexOf(index: number, spot: Spot) {
  return { kind: 'text', parts: [{ kind: 'static', text: String(index), place: placeOf(spot) }] } as const;
}

/** The length of `Array(n)`, `new Array(n)` or `Array.from({ length: n })`. */
function lengthOfEmpty(spot: Spot, reading: Reading): number | null {
  const node = unwrap(spot.node);
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const [first, ...others] = node.arguments;
  if (!first || others.length > 0) return null;
  const name = globalName(spot.tree, node.callee);
  if (name === 'Array.from') return lengthOfRecord(inside(spot, first), reading);
  return name === 'Array' ? numberOf(inside(spot, first), reading) : null;
}

function lengthOfRecord(spot: Spot, reading: Reading): number | null {
  const record = resolve(spot, reading);
  const length = propertyOf(record, 'length', reading.reach);
  return length ? numberOf({ ...inside(record, length.value), tree: length.tree }, reading) : null;
}

/** What a file does to a list before a use of its name. */
function withMutations(use: Spot, variable: Variable, elements: readonly Element[]): readonly Element[] {
  const { tree, node } = use;
  const all = [...elements];
  const declaration = variable.identifiers[0] ?? node;
  for (const mutation of mutationsOf(tree, variable)) {
    if (runsAfter(tree, mutation.node, node, declaration)) continue;
    if (mutation.kind === 'method' && mutation.name === 'push') all.push(...addedBy(use, mutation, declaration));
    else if (mutation.kind === 'method' && mutation.name === 'unshift')
      all.unshift(...addedBy(use, mutation, declaration));
    else return [{ spot: use, count: 'many' }];
  }
  return all;
}

/** What `push` adds for sure; a hole where it may not run, or not in this order. */
function addedBy(use: Spot, { node }: Mutation, declaration: Node): readonly Element[] {
  const statement = use.tree.parentOf(node);
  if (
    node.type !== 'CallExpression' ||
    statement?.type !== 'ExpressionStatement' ||
    !runsBefore(use.tree, statement, use.node, declaration)
  )
    return [{ spot: use, count: 'many' }];
  return node.arguments.map((argument): Element => {
    const isSpread = argument.type === 'SpreadElement';
    return { spot: inside(use, isSpread ? argument.argument : argument), count: isSpread ? 'many' : 'one' };
  });
}
