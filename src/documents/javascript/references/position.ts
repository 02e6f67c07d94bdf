import type { Position } from '../../facts.js';
import { importedName } from '../modules/bindings.js';
import { globalName } from '../syntax/globals.js';
import { isBoundary, isForPolicy, isInPolicy, isPolicyKey } from '../arns/policies.js';
import { isQueried } from '../tables/queries.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { tableUse } from '../tables/tables.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { isWithin } from '../syntax/functions.js';

const comparisons = new Set([
  'includes',
  'startsWith',
  'endsWith',
  'indexOf',
  'match',
  'search',
  'equals',
  'localeCompare',
  'replace',
  'split',
]);
const lookups = new Set(['has', 'get', 'delete', 'set']);
const assertions = /^(?:to[A-Z]\w*|equal|equals|deepEqual|strictEqual|deepStrictEqual|notEqual|is|eql)$/;
const proseAttributes = /^(?:placeholder|title|alt|label|aria-[a-z]+|children|description|helperText|hint|tooltip)$/;
const proseKeys = /^(?:description|title|help|helpText|hint|placeholder|tooltip|comment|notes?|example|examples)$/i;

/** What the syntax around an ID says about its use, when the ID is all of a text. */
export function positionOf(tree: SyntaxTree, start: Node): Position {
  return (
    structural(tree, start) ??
    (isInPolicy(tree, start) || (isArn(tree, start) && isForPolicy(tree, start)) ? 'policy' : null) ??
    (isQueried(tree, start) ? 'comparison' : null) ??
    tableUse(tree, start) ??
    enclosing(tree, start) ??
    'constant'
  );
}

/** Whether an assertion compares something with an object, or with what the object is a part of. */
export function isExpected(tree: SyntaxTree, object: Node): boolean {
  let node = object;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'CallExpression' && parent.callee !== node) {
      if (isAsserting(tree, parent)) return true;
    } else if (!/^(?:Property|SpreadElement|(?:Object|Array|Await|New|TS\w+)Expression)$/.test(parent.type))
      return false;
  }
  return false;
}

/** An ARN in a variable may be there for grants alone. */
function isArn({ text }: SyntaxTree, { range }: Node): boolean {
  return text.startsWith('arn', range[0] + 1);
}

/** The first construct around the text that decides. */
function structural(tree: SyntaxTree, start: Node): Position | null {
  let node = start;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    const position = decided(tree, parent, node);
    if (position) return position;
    if (!isTransparent(parent)) return null;
  }
  return null;
}

function decided(tree: SyntaxTree, parent: Node, node: Node): Position | null {
  switch (parent.type) {
    case 'TSLiteralType':
    case 'TSTemplateLiteralType':
      return 'type';
    case 'SwitchCase':
      return parent.test === node ? 'comparison' : null;
    case 'BinaryExpression':
      if (parent.operator === 'in') return 'key';
      return /^[!=]==?$/.test(parent.operator) ? 'comparison' : null;
    case 'Property':
    case 'PropertyDefinition':
    case 'TSPropertySignature':
    case 'MethodDefinition':
      if (parent.key === node) return 'key';
      return parent.type === 'Property' ? positionOfValue(parent) : null;
    case 'MemberExpression':
      return parent.computed && parent.property === node ? 'key' : null;
    case 'AssignmentPattern':
      return parent.right === node ? 'default' : null;
    case 'LogicalExpression':
      return parent.operator !== '&&' && parent.right === node ? 'default' : null;
    case 'CallExpression':
      return positionOfArgument(tree, parent, node);
    case 'NewExpression':
      return parent.callee.type === 'Identifier' && parent.callee.name.endsWith('Error') ? 'prose' : null;
    case 'JSXText':
    case 'JSXElement':
    case 'JSXFragment':
      return 'prose';
    case 'JSXAttribute':
      return positionInAttribute(tree, parent);
    default:
      return null;
  }
}

function positionOfValue(property: Node): Position | null {
  if (property.type !== 'Property') return null;
  const name = staticName(property.key, property.computed) ?? '';
  if (name === 'default' || name === 'defaultValue') return 'default';
  if (isPolicyKey(name)) return 'policy';
  return proseKeys.test(name) ? 'prose' : null;
}

function positionOfArgument(tree: SyntaxTree, call: Node, argument: Node): Position | null {
  if (call.type !== 'CallExpression' || call.callee === argument) return null;
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return null;
  if (globalName(tree, callee.object) === 'console') return 'prose';
  const method = staticName(callee.property, callee.computed) ?? '';
  if (method === 'default' || method === 'catch') return 'default';
  if (method === 'literal' || method === 'enum') return 'type';
  if (comparisons.has(method)) return 'comparison';
  if (lookups.has(method) && call.arguments[0] === argument) return 'key';
  return isAsserting(tree, call) ? 'assertion' : null;
}

/** `expect(…).toEqual(…)`, `assert.deepEqual(…)`. */
function isAsserting(tree: SyntaxTree, call: Node): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  if (callee.type !== 'MemberExpression') return false;
  return assertions.test(staticName(callee.property, callee.computed) ?? '') && isAssertion(tree, callee.object);
}

function isAssertion(tree: SyntaxTree, owner: Node): boolean {
  let node = unwrap(owner);
  while (node.type === 'MemberExpression') node = unwrap(node.object);
  if (node.type === 'CallExpression')
    return node.callee.type === 'Identifier' && /^(?:expect|assert|should)$/.test(node.callee.name);
  if (node.type !== 'Identifier') return false;
  return node.name === 'assert' || node.name === 't' || importedName(tree, node)?.module.includes('assert') === true;
}

function positionInAttribute(tree: SyntaxTree, attribute: Node): Position | null {
  if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return null;
  if (proseAttributes.test(attribute.name.name)) return 'prose';
  const element = tree.parentOf(attribute);
  const isOption =
    element?.type === 'JSXOpeningElement' &&
    element.name.type === 'JSXIdentifier' &&
    /option|item|radio/i.test(element.name.name);
  return isOption ? 'table' : null;
}

/** Objects further out that give the place its meaning: fallback lists, maps. */
function enclosing(tree: SyntaxTree, start: Node): Position | null {
  for (let node: Node | null = tree.parentOf(start); node && !isBoundary(node); node = tree.parentOf(node)) {
    if (node.type === 'LogicalExpression' && node.operator !== '&&' && isWithin(start, node.right)) return 'default';
    if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Map')
      return 'table';
  }
  return null;
}

function isTransparent(node: Node): boolean {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TemplateLiteral':
    case 'ConditionalExpression':
    case 'JSXExpressionContainer':
    case 'ChainExpression':
      return true;
    case 'LogicalExpression':
      return true;
    case 'BinaryExpression':
      return node.operator === '+';
    default:
      return false;
  }
}
