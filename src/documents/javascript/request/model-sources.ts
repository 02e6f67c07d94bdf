import type { Variable } from '@typescript-eslint/scope-manager';
import { declaredWith } from '../modules/bindings.js';
import { isSame } from '../gates/asks-for-model.js';
import { definitionOf, type Located, type Reach } from '../values/objects.js';
import { argumentsFor } from '../values/callers.js';
import type { CallSite } from '../surfaces/call-site.js';
import { assignedTo } from '../values/origins.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { isCallable } from '../syntax/functions.js';

/** What the parameters of a helper are given where it is called. */
export type Given = ReadonlyMap<Variable, GivenValue>;

export interface GivenValue extends Located {
  /** What the names in the value stand for. */
  readonly given: Given;
}

/** More names than this have no one meaning. */
const mostNames = 60;
/** Steps from a condition to the model. */
const deepest = 5;

const known = new WeakMap<CallSite, readonly Located[]>();

/** The names and members that the model of a call is, and that it is computed from. */
function modelSources(site: CallSite): readonly Located[] {
  const memo = known.get(site);
  if (memo) return memo;
  const found: Located[] = [];
  for (const { tree, node } of [...(site.model ? [site.model] : []), ...(site.otherModels ?? [])])
    collect(tree, node, found);
  known.set(site, found);
  return found;
}

function collect(tree: SyntaxTree, start: Node, found: Located[]) {
  const node = unwrap(start);
  if (found.length >= mostNames) return;
  for (const each of partsOf({ tree, node }, found)) collect(tree, each, found);
}

/** What an expression is computed from; names and members are noted on the way. */
function partsOf({ tree, node }: Located, found: Located[]): readonly Node[] {
  switch (node.type) {
    case 'Identifier':
      if (found.some((each) => each.node === node || isSame(each, { tree, node }))) return [];
      found.push({ tree, node });
      return valuesOf(tree, node);
    case 'MemberExpression':
      found.push({ tree, node });
      return node.computed ? [node.property] : [];
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [node.left, node.right];
    case 'TemplateLiteral':
      return node.expressions;
    case 'AwaitExpression':
    case 'UnaryExpression':
    case 'SpreadElement':
      return [node.argument];
    case 'CallExpression':
      return [...node.arguments, ...(node.callee.type === 'MemberExpression' ? [node.callee.object] : [])];
    default:
      return [];
  }
}

/** What a name is declared with, given later or handed by callers. */
function valuesOf(tree: SyntaxTree, name: Node): readonly Node[] {
  const variable = tree.variableOf(name);
  if (!variable) return [];
  const declared = declaredWith(variable);
  if (declared) return declared.path.length === 0 && !isCallable(declared.value) ? [declared.value] : [];
  const given = argumentsFor(tree, variable) ?? [];
  const later = variable.references.flatMap(({ identifier }) => assignedTo(tree, identifier) ?? []);
  return [...given, ...later];
}

/** Words that a column of a table of models has for what they can do. */
const abilities =
  /support|capab|(?:allow|accept|reject|refus|omit|strip|deprecat)|^(?:no|can|takes|needs|without)(?=[A-Z_])/i;

/** Whether an expression has to do with the model of a call: names it, or something computed from it, or what a table says beside it. */
export function concernsModel(place: Located, site: CallSite, reach: Reach, given: Given, depth = 0): boolean {
  const sources = modelSources(site);
  if (depth > deepest) return false;
  const { tree } = place;
  const again = (node: Node) => concernsModel({ tree, node }, site, reach, given, depth + 1);
  return namesIn(tree, place.node).some((node) => {
    if (sources.some((source) => isSame(source, { tree, node }) || isBeside(source, { tree, node }))) return true;
    if (node.type === 'MemberExpression') return isOwnHelper(tree, node, site, reach, given, depth);
    const variable = tree.variableOf(node);
    if (!variable) return false;
    const handed = given.get(variable);
    if (handed) return concernsModel(handed, site, reach, handed.given, depth + 1);
    const declared = declaredWith(variable)?.value;
    if (declared) return again(declared);
    const [definition] = variable.defs;
    if (definition?.type === 'FunctionName') return again(definition.node);
    // A parameter of a helper in another file, which is reached from here alone.
    if (definition?.type === 'Parameter' && tree !== site.model?.tree)
      return node.type === 'Identifier' && /model|^id$/i.test(node.name);
    return valuesOf(tree, node).some(again);
  });
}

/** `this.isAdaptive()` */
function isOwnHelper(tree: SyntaxTree, node: Node, site: CallSite, reach: Reach, given: Given, depth: number) {
  if (node.type !== 'MemberExpression' || unwrap(node.object).type !== 'ThisExpression') return false;
  const found = definitionOf({ tree, node }, reach);
  return found?.tree === tree && found.node !== node && concernsModel(found, site, reach, given, depth + 1);
}

/** `model.supportsTemperature` where the ID is `model.id`. */
function isBeside(source: Located, { tree, node }: Located) {
  const other = source.node;
  if (node.type !== 'MemberExpression' || other.type !== 'MemberExpression') return false;
  const name = staticName(node.property, node.computed);
  return (
    name !== null &&
    abilities.test(name) &&
    isSame({ tree: source.tree, node: other.object }, { tree, node: node.object })
  );
}

const names = new WeakMap<Node, readonly Node[]>();

/** The names that an expression reads, and the members, outer ones first. */
function namesIn(tree: SyntaxTree, within: Node): readonly Node[] {
  const memo = names.get(within);
  if (memo) return memo;
  const found: Node[] = [];
  const isWithin = ({ range }: Node) => within.range[0] <= range[0] && range[1] <= within.range[1];
  for (const node of tree.all('MemberExpression')) if (isWithin(node)) found.push(node);
  for (const node of tree.all('Identifier')) {
    // Some parsers know the globals of an environment.
    if (!isWithin(node) || (tree.variableOf(node)?.defs.length ?? 0) === 0) continue;
    found.push(node);
  }
  const kept = found.length > mostNames ? [] : found;
  names.set(within, kept);
  return kept;
}
