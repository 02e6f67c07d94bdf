import { asksAboutModel, bothOf, type ModelCondition } from '../../model-condition.js';
import { declaredWith } from '../modules/bindings.js';
import { definitionOf, type Located, type Reach } from '../values/objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import { assignedTo } from '../values/origins.js';
import { returnsOf } from '../values/returns.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { Asking } from './asking.js';
import { conditionIn } from './condition-on-model.js';
import { givenTo } from './given-to.js';
import { isNothing } from './is-nothing.js';
import { mayBeAbsent } from './may-be-absent.js';
import { concernsModel, type Given } from './model-sources.js';
import { type Circumstance, runsWhere } from './runs-where.js';

/** What the code asks about the model of a call before it sets a property; `undefined` where it asks nothing. */
export function sentWhere(setter: Located, site: CallSite, reach: Reach, given: Given): ModelCondition | undefined {
  if (!site.model) return undefined;
  const { tree, node } = setter;
  const asking: Asking = { site, reach, given };
  const set = aboutModel(runsWhere(tree, node), asking);
  return bothOf(set, keptWhere(tree, node, asking));
}

/** The same for a property that is set always, and to nothing for some models: `temperature: takesIt(id) ? 0.2 : undefined`. */
export function valueWhere(value: Located, site: CallSite, reach: Reach, given: Given): ModelCondition | undefined {
  if (!site.model) return undefined;
  const condition = presentWhere(value, { site, reach, given }, 0);
  return condition && asksAboutModel(condition) ? condition : undefined;
}

/** What a helper is given that a value is a call of. */
export function givenIn(value: Located, reach: Reach, given: Given): Given {
  const node = unwrap(value.node);
  const { tree } = value;
  if (node.type === 'Identifier') {
    const variable = tree.variableOf(node);
    const declared = variable && declaredWith(variable);
    const isCall = declared?.path.length === 0 && unwrap(declared.value).type === 'CallExpression';
    return isCall ? givenIn({ tree, node: declared.value }, reach, given) : given;
  }
  if (node.type !== 'CallExpression') return given;
  const target = definitionOf({ tree, node: node.callee }, reach);
  return target ? givenTo({ tree, node }, target, given) : given;
}

function aboutModel(circumstance: Circumstance | null, asking: Asking): ModelCondition | undefined {
  const condition = circumstance && conditionIn(circumstance, asking);
  return condition && asksAboutModel(condition) ? condition : undefined;
}

/** `if (!takesIt(id)) delete body.temperature` */
function keptWhere(tree: SyntaxTree, setter: Node, asking: Asking): ModelCondition | undefined {
  const deletions = tree.all('UnaryExpression').filter(({ operator }) => operator === 'delete');
  const [name, owner] = deletions.length > 0 ? ownerOf(tree, setter) : [null, null];
  if (name === null || owner === null) return undefined;
  let kept: ModelCondition | undefined;
  for (const { argument } of deletions) {
    const target = unwrap(argument);
    if (target.type !== 'MemberExpression' || staticName(target.property, target.computed) !== name) continue;
    if (tree.variableOf(baseOf(target)) !== owner) continue;
    const removed = aboutModel(runsWhere(tree, argument), asking);
    if (removed) kept = bothOf(kept, { kind: 'not', of: removed });
  }
  return kept;
}

/** What a property is called, and the variable whose object it gets into. */
function ownerOf(tree: SyntaxTree, setter: Node) {
  if (setter.type === 'AssignmentExpression') {
    const left = unwrap(setter.left);
    const name = left.type === 'MemberExpression' ? staticName(left.property, left.computed) : null;
    return [name, tree.variableOf(baseOf(left))] as const;
  }
  if (setter.type !== 'Property') return [null, null] as const;
  let node: Node | null = setter;
  while (node && node.type !== 'VariableDeclarator' && !node.type.endsWith('Statement')) node = tree.parentOf(node);
  const variable = node?.type === 'VariableDeclarator' ? tree.variableOf(node.id) : null;
  return [staticName(setter.key, setter.computed), variable] as const;
}

function baseOf(member: Node): Node {
  let node = unwrap(member);
  while (node.type === 'MemberExpression') node = unwrap(node.object);
  return node;
}

const deepest = 4;

function presentWhere(place: Located, asking: Asking, depth: number): ModelCondition | undefined {
  const { tree } = place;
  const node = unwrap(place.node);
  if (depth > deepest) return undefined;
  switch (node.type) {
    case 'ConditionalExpression':
      // Whatever is asked, it is set.
      if (!mayBeAbsent({ tree, node }, asking.reach)) return undefined;
      return presentIn(tree, branchesOf(node), asking, depth);
    case 'LogicalExpression':
      return presentIn(tree, branchesOf(node), asking, depth);
    case 'Identifier': {
      const variable = tree.variableOf(node);
      const declared = variable && declaredWith(variable);
      if (declared)
        return declared.path.length === 0 ? presentWhere({ tree, node: declared.value }, asking, depth + 1) : undefined;
      const given = variable?.references.flatMap(({ identifier }) => assignedTo(tree, identifier) ?? []) ?? [];
      return given.length > 0 ? assignedWhere(tree, node, given, asking) : undefined;
    }
    case 'CallExpression':
      return yieldedWhere({ tree, node }, asking, depth);
    default:
      return undefined;
  }
}

function branchesOf(node: Node): readonly Node[] {
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  return node.type === 'LogicalExpression' && node.operator === '&&' ? [node.right] : [];
}

/** Some branches give a value and others none. */
function presentIn(
  tree: SyntaxTree,
  branches: readonly Node[],
  asking: Asking,
  depth: number,
): ModelCondition | undefined {
  const there = branches.filter((branch) => !isNothing(branch));
  if (there.length === 0) return undefined;
  const all = there.map((branch) =>
    bothOf(aboutModel(runsWhere(tree, branch), asking), presentWhere({ tree, node: branch }, asking, depth + 1)),
  );
  const known = all.filter((each) => each !== undefined);
  return known.length === all.length ? { kind: 'any', of: known } : undefined;
}

/** `let temperature = 0.2; if (isNew(id)) temperature = undefined;` */
function assignedWhere(
  tree: SyntaxTree,
  name: Node,
  later: readonly Node[],
  asking: Asking,
): ModelCondition | undefined {
  const definition = tree.variableOf(name)?.defs[0]?.node;
  const first = definition?.type === 'VariableDeclarator' ? definition.init : null;
  const isSet = first != null && !isNothing(first);
  const places = isSet ? later.filter(isNothing) : later.filter((node) => !isNothing(node));
  const all = places.map((node) => aboutModel(runsWhere(tree, node), asking));
  const known = all.filter((each) => each !== undefined);
  if (isSet) return known.length > 0 ? { kind: 'not', of: { kind: 'any', of: known } } : undefined;
  return known.length > 0 && known.length === all.length ? { kind: 'any', of: known } : undefined;
}

/** `temperatureFor(id)` */
function yieldedWhere(place: Located, asking: Asking, depth: number): ModelCondition | undefined {
  const { tree, node } = place;
  if (node.type !== 'CallExpression') return undefined;
  const { site, reach } = asking;
  const target = definitionOf({ tree, node: node.callee }, reach);
  const returned = target ? returnsOf(target.tree, target.node) : [];
  if (!target || returned.length === 0) {
    const isAsked = node.arguments.some((each) => concernsModel({ tree, node: each }, site, reach, asking.given));
    return isAsked ? { kind: 'asked' } : undefined;
  }
  const inner: Asking = { ...asking, given: givenTo({ tree, node }, target, asking.given) };
  return presentIn(target.tree, returned, inner, depth + 1);
}
