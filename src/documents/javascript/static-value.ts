import type { StaticValue } from '../facts.js';
import { deeper, definitionOf, type Located, type Reach, returnedExpression } from './objects.js';
import type { Node } from './syntax-tree.js';
import { staticName, unwrap } from './unwrap.js';

/** Values of a function's parameters while its body is looked at. */
type Parameters = ReadonlyMap<Node, StaticValue>;

/** What is known of an expression without running it. */
export function staticValue(place: Located, reach: Reach): StaticValue {
  return evaluate(place, reach, new Map());
}

function evaluate(place: Located, reach: Reach, parameters: Parameters): StaticValue {
  const next = deeper(reach);
  const node = unwrap(place.node);
  if (!next) return unknown(node);
  const at = (inner: Node) => evaluate({ tree: place.tree, node: inner }, next, parameters);
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string') return { kind: 'text', text: node.value, range: node.range, path: place.tree.path };
      if (typeof node.value === 'number') return { kind: 'number', number: node.value, range: node.range, path: place.tree.path };
      return unknown(node);
    case 'TemplateLiteral':
      return concatenate(node, place.tree.path, node.quasis.flatMap((quasi, index) => {
        const hole = node.expressions[index];
        const text: StaticValue = { kind: 'text', text: quasi.value.cooked ?? '', range: quasi.range, path: place.tree.path };
        return hole ? [text, at(hole)] : [text];
      }));
    case 'BinaryExpression':
      return node.operator === '+' ? concatenate(node, place.tree.path, [at(node.left), at(node.right)]) : unknown(node);
    case 'LogicalExpression':
      return node.operator === '&&' ? unknown(node) : oneOf(node, [at(node.left), at(node.right)]);
    case 'ConditionalExpression':
      return oneOf(node, [at(node.consequent), at(node.alternate)]);
    case 'AwaitExpression':
      return at(node.argument);
    case 'CallExpression':
      return evaluateCall(place, node, next, parameters);
    case 'Identifier': {
      const variable = place.tree.variableOf(node);
      const name = variable?.identifiers[0];
      const bound = name ? parameters.get(name) : undefined;
      if (bound) return bound;
      break;
    }
  }
  const definition = definitionOf({ tree: place.tree, node }, next);
  if (!definition || definition.node === node) return unknown(node);
  return evaluate(definition, next, parameters);
}

function evaluateCall(place: Located, node: Node, reach: Reach, parameters: Parameters): StaticValue {
  if (node.type !== 'CallExpression') return unknown(node);
  const callee = unwrap(node.callee);
  if (callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'join') {
    const list = definitionOf({ tree: place.tree, node: callee.object }, reach);
    const separator = node.arguments[0] ? evaluate({ tree: place.tree, node: node.arguments[0] }, reach, parameters) : null;
    if (list?.node.type !== 'ArrayExpression' || (separator && separator.kind !== 'text')) return unknown(node);
    const glue: StaticValue = separator ?? { kind: 'text', text: ',', range: node.range, path: place.tree.path };
    const parts = list.node.elements.flatMap((element, index) => {
      const value = element && element.type !== 'SpreadElement' ? evaluate({ tree: list.tree, node: element }, reach, parameters) : unknown(node);
      return index === 0 ? [value] : [glue, value];
    });
    return concatenate(node, place.tree.path, parts);
  }
  if (callee.type !== 'Identifier') return unknown(node);
  const target = definitionOf({ tree: place.tree, node: callee }, reach);
  const returned = target ? returnedExpression(target.node) : null;
  if (!target || !returned || !('params' in target.node)) return unknown(node);
  const bound = new Map<Node, StaticValue>();
  target.node.params.forEach((parameter, index) => {
    const argument = node.arguments[index];
    const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (name.type !== 'Identifier') return;
    if (argument && argument.type !== 'SpreadElement') bound.set(name, evaluate({ tree: place.tree, node: argument }, reach, parameters));
    else if (parameter.type === 'AssignmentPattern') bound.set(name, evaluate({ tree: target.tree, node: parameter.right }, reach, parameters));
  });
  return evaluate({ tree: target.tree, node: returned }, reach, bound);
}

function concatenate(node: Node, path: string, values: readonly StaticValue[]): StaticValue {
  const parts: (string | null)[] = [];
  for (const value of values) for (const part of partsOf(value)) append(parts, part);
  if (parts.every((part) => part !== null)) return { kind: 'text', text: parts.join(''), range: node.range, path };
  return parts.some((part) => part !== null && part !== '') ? { kind: 'template', parts, range: node.range, path } : unknown(node);
}

function partsOf(value: StaticValue): readonly (string | null)[] {
  if (value.kind === 'text') return [value.text];
  if (value.kind === 'number') return [String(value.number)];
  return value.kind === 'template' ? value.parts : [null];
}

function append(parts: (string | null)[], part: string | null) {
  const last = parts.at(-1);
  if (typeof last === 'string' && part !== null) parts[parts.length - 1] = last + part;
  else if (part !== null || last !== null) parts.push(part);
}

function oneOf(node: Node, values: readonly StaticValue[]): StaticValue {
  const flat = values.flatMap((value) => (value.kind === 'oneOf' ? value.values : [value]));
  return flat.every((value) => value.kind === 'unknown') ? unknown(node) : { kind: 'oneOf', values: flat, range: node.range };
}

function unknown(node: Node): StaticValue {
  return { kind: 'unknown', range: node.range };
}
