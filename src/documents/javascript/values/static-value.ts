import type { Range, StaticValue } from '../../facts.js';
import { unknownOf } from '../../static-value.js';
import { environmentName, isEnvironment } from './environment-name.js';
import { entriesLookedUp } from './entries-looked-up.js';
import { deeper, definitionOf, type Located, type Reach } from './objects.js';
import { spotAt } from '../prompt/spot.js';
import { createReading } from '../prompt/text-parts.js';
import { returnedExpression } from './returned-expression.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { termsOf } from '../syntax/terms-of.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

interface Known {
  /** Values of a function's parameters while its body is looked at. */
  readonly parameters: ReadonlyMap<Node, StaticValue>;
  /** What a lookup in a map is taken for: nothing that is known, or one of the entries. */
  readonly lookups: 'unknown' | 'entries';
}

/** What is known of an expression without running it. */
export function staticValue(place: Located, reach: Reach): StaticValue {
  return evaluate(place, reach, { parameters: new Map(), lookups: 'unknown' });
}

/**
 * The same, where a lookup in a map that is written out is one of its entries. Not for values that must fit each other: two
 * lookups by one name find what belongs together, and two values here are any two.
 */
export function staticEntries(place: Located, reach: Reach): StaticValue {
  return evaluate(place, reach, { parameters: new Map(), lookups: 'entries' });
}

function evaluate(place: Located, reach: Reach, known: Known): StaticValue {
  const next = deeper(reach);
  const node = unwrap(place.node);
  if (!next) return unknown(node);
  const at = (inner: Node) => evaluate({ tree: place.tree, node: inner }, next, known);
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string')
        return { kind: 'text', text: node.value, range: node.range, path: place.tree.path };
      if (typeof node.value === 'number')
        return { kind: 'number', number: node.value, range: node.range, path: place.tree.path };
      if (typeof node.value === 'boolean')
        return { kind: 'boolean', boolean: node.value, range: node.range, path: place.tree.path };
      return unknown(node);
    case 'TemplateLiteral':
      return concatenate(
        node,
        place.tree.path,
        node.quasis.flatMap((quasi, index) => {
          const hole = node.expressions[index];
          const text: StaticValue = {
            kind: 'text',
            text: quasi.value.cooked ?? '',
            range: quasi.range,
            path: place.tree.path,
          };
          return hole ? [text, at(hole)] : [text];
        }),
      );
    case 'BinaryExpression':
      if (node.operator === '*') return product(node, place.tree.path, at(node.left), at(node.right));
      return node.operator === '+' ? concatenate(node, place.tree.path, added(termsOf(node).map(at))) : unknown(node);
    case 'UnaryExpression': {
      const value = node.operator === '-' ? at(node.argument) : unknown(node);
      return value.kind === 'number' ? { ...value, number: -value.number, range: node.range } : unknown(node);
    }
    case 'LogicalExpression':
      return node.operator === '&&' ? unknown(node) : oneOf(node, [at(node.left), at(node.right)]);
    case 'ConditionalExpression':
      return oneOf(node, [at(node.consequent), at(node.alternate)]);
    case 'AwaitExpression':
      return at(node.argument);
    case 'CallExpression':
      return evaluateCall(place, node, next, known);
    case 'TaggedTemplateExpression':
      return madeText({ tree: place.tree, node }, next);
    case 'Identifier': {
      const variable = place.tree.variableOf(node);
      const name = variable?.identifiers[0];
      const bound = name ? known.parameters.get(name) : undefined;
      if (bound) return bound;
      break;
    }
  }
  const definition = definitionOf({ tree: place.tree, node }, next);
  if (definition && definition.node !== node) return evaluate(definition, next, known);
  const entries = known.lookups === 'entries' ? entriesLookedUp({ tree: place.tree, node }, next) : null;
  return entries
    ? oneOf(
        node,
        entries.map((entry) => evaluate(entry, next, known)),
      )
    : unknownAt(node.range, environmentOf({ tree: place.tree, node }, next));
}

/** The variable of the environment that is read, by way of a module that has checked it where need be: `env.NAME`. */
function environmentOf({ tree, node }: Located, reach: Reach) {
  const name = environmentName(tree, node);
  if (name !== null || node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return name;
  const owner = definitionOf({ tree, node: node.object }, reach);
  const isChecked = owner?.node.type === 'CallExpression' && isEnvironment(owner.tree, owner.node);
  return isChecked ? staticName(node.property, node.computed) : null;
}

function evaluateCall(place: Located, node: Node, reach: Reach, known: Known): StaticValue {
  if (node.type !== 'CallExpression') return unknown(node);
  const callee = unwrap(node.callee);
  if (callee.type === 'MemberExpression') return evaluateMethod(place, node, reach, known);
  if (callee.type !== 'Identifier') return unknown(node);
  const target = definitionOf({ tree: place.tree, node: callee }, reach);
  const returned = target ? returnedExpression(target.node) : null;
  if (!target || !returned || !('params' in target.node)) return unknown(node);
  const bound = new Map<Node, StaticValue>();
  target.node.params.forEach((parameter, index) => {
    const argument = node.arguments[index];
    const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (name.type !== 'Identifier') return;
    if (argument && argument.type !== 'SpreadElement')
      bound.set(name, evaluate({ tree: place.tree, node: argument }, reach, known));
    else if (parameter.type === 'AssignmentPattern')
      bound.set(name, evaluate({ tree: target.tree, node: parameter.right }, reach, known));
  });
  return evaluate({ tree: target.tree, node: returned }, reach, { ...known, parameters: bound });
}

function evaluateMethod(place: Located, call: Node, reach: Reach, known: Known): StaticValue {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  if (call.type !== 'CallExpression' || callee.type !== 'MemberExpression') return unknown(call);
  const at = (tree: SyntaxTree, node: Node) => evaluate({ tree, node }, reach, known);
  const { path } = place.tree;
  switch (staticName(callee.property, callee.computed)) {
    // What compilers make of a template.
    case 'concat':
      return concatenate(
        call,
        path,
        [callee.object, ...call.arguments].map((value) => at(place.tree, value)),
      );
    case 'join': {
      const [separator] = call.arguments;
      const list = definitionOf({ tree: place.tree, node: callee.object }, reach);
      const glue: StaticValue = separator
        ? at(place.tree, separator)
        : { kind: 'text', text: ',', range: call.range, path };
      if (list?.node.type !== 'ArrayExpression') return madeText({ tree: place.tree, node: call }, reach);
      if (glue.kind !== 'text' || list.node.elements.length > longestJoin) return unknown(call);
      const parts = list.node.elements.map((element) => (element ? at(list.tree, element) : unknown(call)));
      return concatenate(
        call,
        path,
        parts.flatMap((part, index) => (index === 0 ? [part] : [glue, part])),
      );
    }
    case 'repeat':
    case 'replace':
    case 'replaceAll':
    case 'toLowerCase':
    case 'trim':
      return madeText({ tree: place.tree, node: call }, reach);
    default: {
      const definition = definitionOf({ tree: place.tree, node: call }, reach);
      return definition && definition.node !== call ? evaluate(definition, reach, known) : unknown(call);
    }
  }
}

/** Texts made by methods and tags, read as prompts are. */
function madeText(place: Located, reach: Reach): StaticValue {
  const parts = createReading(reach).text(spotAt(place.tree, place.node));
  const values = parts.map((part): StaticValue =>
    part.kind === 'static' ? { kind: 'text', text: part.text, ...part.place } : unknown(place.node),
  );
  return concatenate(place.node, place.tree.path, values);
}

/** Nobody writes an ID or a prompt in more pieces. */
const longestJoin = 1000;

/** Numbers before the first text are added up, not written one after the other. */
function added(terms: readonly StaticValue[]): readonly StaticValue[] {
  const first = terms.findIndex(({ kind }) => kind === 'text' || kind === 'template');
  if (first === 0 || first === 1) return terms;
  const [one] = terms;
  return one ? [unknownAt(one.range), ...terms.slice(first < 0 ? terms.length : first)] : [];
}

/** `8 * 1024` */
function product(node: Node, path: string, left: StaticValue, right: StaticValue): StaticValue {
  return left.kind === 'number' && right.kind === 'number'
    ? { kind: 'number', number: left.number * right.number, range: node.range, path }
    : unknown(node);
}

/** Characters; a text that repeats itself may grow beyond what a string can hold. */
const longestText = 1_000_000;

function concatenate(node: Node, path: string, values: readonly StaticValue[]): StaticValue {
  const parts: (string | null)[] = [];
  let length = 0;
  for (const value of values) {
    for (const part of partsOf(value)) {
      length += part?.length ?? 0;
      if (length > longestText) return unknown(node);
      append(parts, part);
    }
  }
  if (parts.every((part) => part !== null)) return { kind: 'text', text: parts.join(''), range: node.range, path };
  return parts.some((part) => part !== null) ? { kind: 'template', parts, range: node.range, path } : unknown(node);
}

function partsOf(value: StaticValue): readonly (string | null)[] {
  if (value.kind === 'text') return [value.text];
  if (value.kind === 'number') return [String(value.number)];
  return value.kind === 'template' ? value.parts : [null];
}

function append(parts: (string | null)[], part: string | null) {
  if (part === '') return;
  const last = parts.at(-1);
  if (typeof last === 'string' && part !== null) parts[parts.length - 1] = last + part;
  else if (part !== null || last !== null) parts.push(part);
}

function oneOf(node: Node, values: readonly StaticValue[]): StaticValue {
  const flat = values.flatMap((value) => (value.kind === 'oneOf' ? value.values : [value]));
  return flat.every((value) => value.kind === 'unknown')
    ? unknownOf(node.range, flat)
    : { kind: 'oneOf', values: flat, range: node.range };
}

function unknown(node: Node): StaticValue {
  return unknownAt(node.range);
}

function unknownAt(range: Range, environment: string | null = null): StaticValue {
  return environment === null ? { kind: 'unknown', range } : { kind: 'unknown', range, environment: [environment] };
}
