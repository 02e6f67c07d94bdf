import type { TSESTree } from '@typescript-eslint/types';
import type { ModelGate } from '../../facts.js';
import { bothOf, type ModelCondition } from '../../model-condition.js';
import { declaredWith } from '../modules/bindings.js';
import { saysFound } from '../gates/gate-atom.js';
import { globalName } from '../syntax/globals.js';
import { definitionOf, type Located } from '../values/objects.js';
import { returnedExpression } from '../values/returned-expression.js';
import { staticValue } from '../values/static-value.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { asked, type Asking, gate, isModel, other } from './asking.js';
import { givenTo } from './given-to.js';
import { isNothing } from './is-nothing.js';
import { isAboutVendor } from './is-about-vendor.js';
import { concernsModel } from './model-sources.js';
import type { Circumstance } from './runs-where.js';
import { keysWith, textsOf } from './written-tables.js';

const always: ModelCondition = { kind: 'all', of: [] };
const never: ModelCondition = { kind: 'any', of: [] };

/** Helpers that ask other helpers are read this far. */
const deepest = 6;

/** What circumstances say about the model of a call. */
export function conditionIn(circumstance: Circumstance, asking: Asking): ModelCondition {
  switch (circumstance.kind) {
    case 'all':
    case 'any':
      return { kind: circumstance.kind, of: circumstance.of.map((each) => conditionIn(each, asking)) };
    case 'test': {
      const condition = conditionOnModel(circumstance, asking);
      return circumstance.holds ? condition : { kind: 'not', of: condition };
    }
    case 'case': {
      const { tree, node, cases } = circumstance;
      const any: ModelCondition = {
        kind: 'any',
        of: cases.map((text) => equality({ tree, node }, { tree, node: text }, asking)),
      };
      return circumstance.holds ? any : { kind: 'not', of: any };
    }
  }
}

/** What an expression that is true or false asks about the model of a call. */
function conditionOnModel(place: Located, asking: Asking, depth = 0): ModelCondition {
  const { tree } = place;
  const node = unwrap(place.node);
  if (depth > deepest) return unread({ tree, node }, asking);
  const read = (inner: Node) => conditionOnModel({ tree, node: inner }, asking, depth + 1);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'boolean' ? (node.value ? always : never) : other;
    case 'UnaryExpression':
      return node.operator === '!' ? { kind: 'not', of: read(node.argument) } : unread({ tree, node }, asking);
    case 'LogicalExpression':
      if (node.operator === '??') break;
      return { kind: node.operator === '&&' ? 'all' : 'any', of: [read(node.left), read(node.right)] };
    case 'ConditionalExpression': {
      const test = read(node.test);
      const yes = bothOf(test, read(node.consequent));
      const no = bothOf({ kind: 'not', of: test }, read(node.alternate));
      return { kind: 'any', of: [yes ?? test, no ?? test] };
    }
    case 'BinaryExpression':
      return comparison({ tree, node }, asking);
    case 'Identifier': {
      const variable = tree.variableOf(node);
      const handed = variable && asking.given.get(variable);
      if (handed) return conditionOnModel(handed, { ...asking, given: handed.given }, depth + 1);
      const declared = variable && declaredWith(variable);
      // Whether there is an ID at all is no question about which.
      if (isModel({ tree, node }, asking)) return other;
      if (declared?.path.length === 0 && isTest(declared.value)) return read(declared.value);
      break;
    }
    case 'MemberExpression':
      return isModel({ tree, node }, asking) ? other : member({ tree, node }, asking);
    case 'CallExpression':
      return (isIndex(node) ? null : called({ tree, node }, asking, depth)) ?? unread({ tree, node }, asking);
    default:
      break;
  }
  return unread({ tree, node }, asking);
}

/** `const isNew = id.includes(…)`: a name for a test rather than for a value. */
function isTest(value: Node) {
  const { type } = unwrap(value);
  return type !== 'Identifier' && !type.includes('Function') && type !== 'ObjectExpression';
}

/** What asks about the model in a way nobody can answer, and what asks something else: whether it is Claude at all is true of every Claude. */
function unread(place: Located, { site, reach, given }: Asking): ModelCondition {
  const text = place.tree.text.slice(...place.node.range);
  if (isAboutVendor(text) || !concernsModel(place, site, reach, given)) return other;
  return asked;
}

/** `id === 'x'`, `id.indexOf('x') !== -1`, `id !== undefined` */
function comparison({ tree, node }: Located, asking: Asking): ModelCondition {
  if (node.type !== 'BinaryExpression') return other;
  const { operator, left, right } = node;
  const isFound = saysFound(tree, node);
  if (isFound !== null) {
    const found = called({ tree, node: unwrap(left) }, asking, 0);
    if (found) return isFound ? found : { kind: 'not', of: found };
  }
  if (!/^[!=]==?$/.test(operator)) return unread({ tree, node }, asking);
  const same = equality({ tree, node: left }, { tree, node: right }, asking, node);
  return operator.startsWith('!') ? { kind: 'not', of: same } : same;
}

function equality(one: Located, another: Located, asking: Asking, whole: Node = another.node): ModelCondition {
  for (const [id, text] of [
    [one, another],
    [another, one],
  ] as const) {
    if (!isModel(id, asking)) continue;
    const value = staticValue(text, asking.reach);
    if (isNothing(text.node) || (value.kind === 'text' && value.text === '')) return other;
    return value.kind === 'text' ? gate('list', [value.text], whole) : asked;
  }
  const isVendor = [one, another].some(({ tree, node }) => isAboutVendor(tree.text.slice(...node.range)));
  if (isVendor) return other;
  const { site, reach, given } = asking;
  return concernsModel(one, site, reach, given) || concernsModel(another, site, reach, given) ? asked : other;
}

/** `id.indexOf('x')` by itself is true of what is not found. */
function isIndex({ callee }: TSESTree.CallExpression) {
  const method = unwrap(callee);
  return method.type === 'MemberExpression' && staticName(method.property, method.computed) === 'indexOf';
}

/** A test of the ID by a method, or by a helper; `null` where it is neither. */
function called({ tree, node }: Located, asking: Asking, depth: number): ModelCondition | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const [argument] = node.arguments;
  if (argument && globalName(tree, callee) === 'Boolean')
    return conditionOnModel({ tree, node: argument }, asking, depth + 1);
  const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  if (callee.type === 'MemberExpression' && method !== null && argument) {
    const found = byMethod({ tree, node: callee.object }, method, { tree, node: argument }, node, asking);
    if (found) return found;
  }
  return byHelper({ tree, node }, asking, depth);
}

const inText = new Map<string, ModelGate['kind']>([
  ['includes', 'includes'],
  ['indexOf', 'includes'],
  ['startsWith', 'startsWith'],
  ['endsWith', 'endsWith'],
]);

function byMethod(
  owner: Located,
  method: string,
  argument: Located,
  call: Node,
  asking: Asking,
): ModelCondition | null {
  const kind = inText.get(method);
  if (isModel(owner, asking)) {
    if (method === 'match') return byPattern(argument, call, asking);
    const value = kind ? staticValue(argument, asking.reach) : null;
    return kind && value?.kind === 'text' ? gate(kind, [value.text], call) : asked;
  }
  if (isModel(argument, asking)) {
    if (method === 'test' || method === 'exec') return byPattern(owner, call, asking);
    const texts = /^(?:includes|has|indexOf)$/.test(method) ? textsOf(owner, asking.reach) : null;
    return texts ? gate('list', texts, call) : asked;
  }
  return method === 'some' ? bySome(owner, argument, call, asking) : null;
}

function byPattern(place: Located, call: Node, { reach }: Asking): ModelCondition {
  const pattern = definitionOf(place, reach)?.node;
  if (pattern?.type !== 'Literal' || !('regex' in pattern)) return asked;
  return gate('regex', [pattern.regex.pattern], call, pattern.regex.flags);
}

/** `LIST.some((part) => id.includes(part))` */
function bySome(list: Located, callback: Located, call: Node, asking: Asking): ModelCondition | null {
  const test = unwrap(callback.node);
  if (test.type !== 'ArrowFunctionExpression') return null;
  const body = unwrap(test.body);
  const [parameter] = test.params;
  if (body.type !== 'CallExpression' || parameter?.type !== 'Identifier') return null;
  const callee = unwrap(body.callee);
  const [argument] = body.arguments;
  if (callee.type !== 'MemberExpression' || argument?.type !== 'Identifier' || argument.name !== parameter.name)
    return null;
  const kind = inText.get(staticName(callee.property, callee.computed) ?? '');
  const texts = textsOf(list, asking.reach);
  return kind && texts && isModel({ tree: callback.tree, node: callee.object }, asking)
    ? gate(kind, texts, call)
    : null;
}

/** A helper that comes down to one expression, with what it is given. */
function byHelper({ tree, node }: Located, asking: Asking, depth: number): ModelCondition | null {
  if (node.type !== 'CallExpression') return null;
  const target = definitionOf({ tree, node: node.callee }, asking.reach);
  const returned = target && returnedExpression(target.node);
  if (!target || !returned) return null;
  const given = givenTo({ tree, node }, target, asking.given);
  return conditionOnModel({ tree: target.tree, node: returned }, { ...asking, given }, depth + 1);
}

/** `TAKES_TEMPERATURE[id]`, `MODELS[id].takesTemperature`, `model.takesTemperature` */
function member({ tree, node }: Located, asking: Asking): ModelCondition {
  const path: string[] = [];
  for (let at = node; at.type === 'MemberExpression'; at = unwrap(at.object)) {
    if (at.computed && isModel({ tree, node: at.property }, asking)) {
      const keys = keysWith({ tree, node: at.object }, path, asking.reach);
      return keys ? gate('list', keys, node) : asked;
    }
    const name = staticName(at.property, at.computed);
    if (name === null) break;
    path.unshift(name);
  }
  return unread({ tree, node }, asking);
}
