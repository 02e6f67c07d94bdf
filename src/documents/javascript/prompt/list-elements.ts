import { globalName } from '../syntax/globals.js';
import type { Modules } from '../modules/modules.js';
import { returnedExpression } from '../values/returned-expression.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { bindParameters } from './bind-arguments.js';
import { lengthOfRecord } from './filled-list.js';
import { follow, resolve } from './follow.js';
import { changeOfProperty, withMutations } from './list-changes.js';
import type { Element, List } from './list.js';
import { inside, mayGoOn, placeOf, type Reading, type Scope, type Spot } from './spot.js';

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

interface Known {
  readonly elements: readonly Element[];
  /** Where they were read. */
  readonly scope: Scope;
}

/** Lists that many calls share are read once. */
const known = new WeakMap<Modules, Map<string, WeakMap<Node, Known>>>();

function elementsOf(spot: Spot, reading: Reading, options: Options): readonly Element[] {
  const { scope, node } = spot;
  if (scope.bindings.size > 0) return writtenElements(spot, reading, options);
  const lists = known.get(reading.reach.modules) ?? new Map<string, WeakMap<Node, Known>>();
  known.set(reading.reach.modules, lists);
  const key = `${scope.isOnce} ${options.followMaps}`;
  const byNode = lists.get(key) ?? new WeakMap<Node, Known>();
  lists.set(key, byNode);
  const memo = byNode.get(node);
  if (memo) return memo.elements.map((element) => cameBy(element, memo.scope, scope));
  const elements = writtenElements(spot, reading, options);
  if (reading.budget.left > 0) byNode.set(node, { elements, scope });
  return elements;
}

/** The element as it is come by now: who comes by a list again, in one of its own elements, must notice. */
function cameBy(element: Element, before: Scope, now: Scope): Element {
  const { scope } = element.spot;
  const depth = Math.max(scope.depth, now.depth + 1);
  const trail = scope.trail === before.trail ? now.trail : scope.trail;
  return { ...element, spot: { ...element.spot, scope: { ...scope, depth, trail } } };
}

function writtenElements(spot: Spot, reading: Reading, options: Options): readonly Element[] {
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
      return list?.elements ?? null;
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
