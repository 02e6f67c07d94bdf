import { declaredWith } from '../modules/bindings.js';
import { globalName } from '../syntax/globals.js';
import { deeper, definitionOf, type Located, type Reach } from '../values/objects.js';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isRequiredMember } from './required-member.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** Whether a value may be `undefined` or `null` when it is read: then the property it is given to may not be sent. */
export function mayBeAbsent(place: Located, reach: Reach): boolean {
  const next = deeper(reach);
  if (!next) return true;
  const node = unwrap(place.node);
  const at = (inner: Node) => mayBeAbsent({ tree: place.tree, node: inner }, next);
  switch (node.type) {
    case 'Literal':
      return node.value === null && !('regex' in node);
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'TemplateLiteral':
    case 'NewExpression':
    case 'BinaryExpression':
    case 'UpdateExpression':
    case 'ArrowFunctionExpression':
      return false;
    case 'UnaryExpression':
      return node.operator === 'void';
    case 'ConditionalExpression':
      return (at(node.consequent) && !isAskedFor(place.tree, node)) || at(node.alternate);
    case 'LogicalExpression':
      return node.operator === '&&' || at(node.right);
    case 'AwaitExpression':
      return at(node.argument);
    case 'CallExpression':
      return !yieldsValue({ tree: place.tree, node }) && definedAsAbsent({ tree: place.tree, node }, next);
    case 'Identifier':
      return isAbsentName({ tree: place.tree, node }, next);
    case 'MemberExpression':
      return !isRequiredMember(place.tree, node) && definedAsAbsent({ tree: place.tree, node }, next);
    default:
      return definedAsAbsent({ tree: place.tree, node }, next);
  }
}

/** `typeof x === 'number' ? x : 0.7`, `x ? x : 0.7`, `x !== undefined ? x : 0.7` */
function isAskedFor(tree: SyntaxTree, { test, consequent }: TSESTree.ConditionalExpression) {
  const [asked, given] = [test, consequent].map((node) => tree.text.slice(...unwrap(node).range)) as [string, string];
  if (asked === given || asked === `typeof ${given} === 'number'` || asked === `typeof ${given} === "number"`)
    return true;
  return asked.startsWith(`${given} !=`) && /!==? (?:undefined|null)$/.test(asked);
}

const makers = /^(?:Number|String|parseInt|parseFloat|Boolean|Math\.\w+|JSON\.stringify|Object\.\w+|Array\.\w+)$/;

/** Methods of lists and texts, and makers of numbers and texts, always give something back. */
function yieldsValue({ tree, node }: Located) {
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  if (makers.test(globalName(tree, callee) ?? '')) return true;
  const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  return /^(?:map|filter|flatMap|concat|slice|trim|toString|split|join)$/.test(method ?? '');
}

function isAbsentName(place: Located, reach: Reach): boolean {
  const { tree, node } = place;
  const variable = tree.variableOf(node);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition || variable.defs.length !== 1) return true;
  const type: string = definition.type;
  if (type === 'Parameter') return isAbsentParameter(definition.name, place, reach);
  const pattern = tree.parentOf(definition.name);
  // `const { temperature = 0.7 } = options`
  if (pattern?.type === 'AssignmentPattern' && pattern.left === definition.name)
    return mayBeAbsent({ tree, node: pattern.right }, reach);
  // A name that is written to later holds what it is given there.
  if (definition.node.type === 'VariableDeclarator' && !declaredWith(variable)) return true;
  return definedAsAbsent(place, reach);
}

/** `(temperature: number)` and `(temperature = 0.5)` are always there. */
function isAbsentParameter(name: Node, { tree }: Located, reach: Reach): boolean {
  const parent = tree.parentOf(name);
  if (parent?.type === 'AssignmentPattern' && parent.left === name)
    return mayBeAbsent({ tree, node: parent.right }, reach);
  if (name.type !== 'Identifier' || name.optional || !name.typeAnnotation) return true;
  return /\b(?:undefined|null|any|unknown)\b/.test(tree.text.slice(...name.typeAnnotation.range));
}

function definedAsAbsent(place: Located, reach: Reach): boolean {
  const found = definitionOf(place, reach);
  return !found || found.node === place.node || mayBeAbsent(found, reach);
}
