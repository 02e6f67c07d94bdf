import { commentInTheWay, removeProperty } from '../../../edits/remove-property.js';
import type { TextEdit } from '../../../edits/text-edit.js';
import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { changesState } from './changes-state.js';
import { emptiedChoice, partOfCommand, waitingEdit } from './emptied-whole.js';
import { isEffectFree } from './is-effect-free.js';
import { removedSetting } from './removed-setting.js';
import { statementOf } from './setting-statement.js';

/** Many calls may share a request. */
const known = new WeakMap<Node, TextEdit | null>();

/** The edit that takes out what sets a property, the property of a literal or the statement that assigns it, or an element of a list. */
export function removalOf(tree: SyntaxTree, setter: Node): TextEdit | null {
  const memo = known.get(setter);
  if (memo !== undefined) return memo;
  const removal = remove(tree, setter);
  known.set(setter, removal);
  return removal;
}

/** The comment, or the effect, because of which nothing is taken out, where it is one. */
export function keptBy(tree: SyntaxTree, setter: Node): { readonly keptBy?: string } {
  if (changesState(tree, valueOf(setter))) return { keptBy: 'its value changes something else as well' };
  const parent = tree.parentOf(setter);
  const isListed = setter.type === 'Property' || parent?.type === 'ArrayExpression';
  const comment = parent && isListed ? commentInTheWay(tree.text, setter.range, parent.range) : null;
  return comment === null ? {} : { keptBy: comment };
}

function remove(tree: SyntaxTree, setter: Node): TextEdit | null {
  const parent = tree.parentOf(setter);
  if (!parent || changesState(tree, valueOf(setter))) return null;
  if (setter.type === 'Property') {
    const edit = removedWhole(tree, parent) ?? removeProperty(tree.text, setter.range, parent.range);
    return edit && parent.type === 'ObjectExpression' ? waitingEdit(tree, parent, setter, edit) : edit;
  }
  if (parent.type === 'ArrayExpression') return removeProperty(tree.text, setter.range, parent.range);
  return setter.type === 'AssignmentExpression' ? removedStatement(tree, setter) : null;
}

function valueOf(setter: Node): Node {
  if (setter.type === 'Property') return setter.value;
  return setter.type === 'AssignmentExpression' ? setter.right : setter;
}

function removedStatement(tree: SyntaxTree, expression: Node) {
  const statement = statementOf(tree, expression);
  return statement && removedSetting(tree, statement);
}

/** What only brings the one property that an object literal has: `...(topK && { topK })`, `Object.assign(body, { topK })`. */
function removedWhole(tree: SyntaxTree, object: Node): TextEdit | null {
  if (object.type !== 'ObjectExpression' || object.properties.length !== 1) return null;
  if (tree.comments.some(({ range }) => object.range[0] <= range[0] && range[1] <= object.range[1])) return null;
  const part = partOfCommand(tree, object);
  const input = part && tree.parentOf(part);
  if (input) return removeProperty(tree.text, part.range, input.range);
  const choice = emptiedChoice(tree, object);
  if (choice) return choice;
  const carrier = carrierOf(tree, object);
  const around = carrier && tree.parentOf(carrier);
  if (carrier?.type === 'SpreadElement' && around?.type === 'ObjectExpression')
    return removeProperty(tree.text, carrier.range, around.range);
  if (around?.type !== 'CallExpression' || globalName(tree, around.callee) !== 'Object.assign') return null;
  if (around.arguments[0] === carrier) return null;
  return around.arguments.length === 2
    ? removedStatement(tree, around)
    : removeProperty(tree.text, carrier?.range ?? object.range, [around.callee.range[1], around.range[1]]);
}

/** The spread or the argument that an object is all of, on whichever conditions. */
function carrierOf(tree: SyntaxTree, object: Node): Node | null {
  let node = object;
  for (let parent = tree.parentOf(node); parent; parent = tree.parentOf(node)) {
    if (parent.type === 'SpreadElement') return parent;
    if (!isCondition(tree, parent, node)) return node;
    node = parent;
  }
  return null;
}

function isCondition(tree: SyntaxTree, parent: Node, value: Node): boolean {
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return true;
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.right === value && isEffectFree(tree, parent.left);
    case 'ConditionalExpression': {
      const other = parent.consequent === value ? parent.alternate : parent.consequent;
      return parent.test !== value && isEmpty(other) && isEffectFree(tree, parent.test);
    }
    default:
      return false;
  }
}

/** `{}`, `null`, `undefined` */
function isEmpty(node: Node) {
  if (node.type === 'ObjectExpression') return node.properties.length === 0;
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
}
