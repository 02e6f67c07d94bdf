import type { Variable } from '@typescript-eslint/scope-manager';
import type { CallSites } from '../calls/call-sites.js';
import { isCallable } from '../syntax/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';

/** Steps from an entry outwards to what is named: a row of a list in a map. */
const mostLevels = 3;

/**
 * Whether an entry of a list, a map or an enum is what a call of this file names as its model, or may: `Model.Fast`,
 * `for (const modelId of CHAIN)`, `MODELS[name]`.
 */
export function isRequestedEntry(tree: SyntaxTree, entry: Node, calls: CallSites): boolean {
  if (calls.slots.size === 0) return false;
  let node = wrapped(tree, entry);
  const names: string[] = [];
  for (let level = 0; level < mostLevels; level += 1) {
    const parent = tree.parentOf(node);
    if (parent?.type === 'TSEnumMember') {
      const declaration = enumAround(tree, parent);
      const variable = declaration?.type === 'TSEnumDeclaration' ? tree.variableOf(declaration.id) : null;
      const name = memberName(parent);
      return variable !== null && name !== null && isReadAt(tree, variable, [name], calls);
    }
    if (parent?.type === 'Property' && parent.value === node) {
      const name = staticName(parent.key, parent.computed);
      const object = tree.parentOf(parent);
      if (name === null || object?.type !== 'ObjectExpression') return false;
      names.unshift(name);
      node = wrapped(tree, object);
    } else if (parent?.type === 'ArrayExpression') {
      const index = parent.elements.findIndex((element) => element === node);
      return isIteratedTo(tree, wrapped(tree, parent), String(index), names, calls);
    } else break;
  }
  const holder = tree.parentOf(node);
  if (names.length === 0 || holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return false;
  const variable = tree.variableOf(holder.id);
  return variable !== null && isReadAt(tree, variable, names, calls);
}

function enumAround(tree: SyntaxTree, member: Node): Node | null {
  let node = tree.parentOf(member);
  while (node && node.type !== 'TSEnumDeclaration') node = tree.parentOf(node);
  return node;
}

function memberName(member: Node): string | null {
  return member.type === 'TSEnumMember' ? staticName(member.id, false) : null;
}

/** `MODELS.fast.id` in the place of a model. */
function isReadAt(tree: SyntaxTree, variable: Variable, names: readonly string[], calls: CallSites): boolean {
  return variable.references.some(({ identifier }) => fills(tree, memberAt(tree, identifier, names), calls));
}

function memberAt(tree: SyntaxTree, start: Node, names: readonly string[]): Node | null {
  let node = start;
  for (const name of names) {
    const member = tree.parentOf(wrapped(tree, node));
    if (member?.type !== 'MemberExpression' || unwrap(member.object) !== unwrap(node)) return null;
    const read = staticName(member.property, member.computed);
    if (read === null ? !member.computed : read !== name) return null;
    node = member;
  }
  return node;
}

function fills(tree: SyntaxTree, value: Node | null, calls: CallSites): boolean {
  if (!value) return false;
  if (calls.slots.has(unwrap(value))) return true;
  const parent = tree.parentOf(wrapped(tree, value));
  switch (parent?.type) {
    case 'LogicalExpression':
      return fills(tree, parent, calls);
    case 'ConditionalExpression':
      return unwrap(parent.test) !== unwrap(value) && fills(tree, parent, calls);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && namesModel(tree, parent.id, [], calls);
    default:
      return false;
  }
}

/** A list whose elements a call takes one after the other, or one by its number. */
function isIteratedTo(
  tree: SyntaxTree,
  list: Node,
  index: string,
  names: readonly string[],
  calls: CallSites,
): boolean {
  const holder = tree.parentOf(list);
  const variable =
    holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? tree.variableOf(holder.id) : null;
  const uses = variable ? variable.references.filter(({ init }) => !init).map(({ identifier }) => identifier) : [list];
  return uses.some((use) => isElementRequested(tree, wrapped(tree, use), index, names, calls));
}

function isElementRequested(
  tree: SyntaxTree,
  list: Node,
  index: string,
  names: readonly string[],
  calls: CallSites,
): boolean {
  const user = tree.parentOf(list);
  if (user?.type === 'ForOfStatement' && user.right === list) {
    const declared = user.left.type === 'VariableDeclaration' ? user.left.declarations[0].id : user.left;
    return namesModel(tree, declared, names, calls);
  }
  if (user?.type !== 'MemberExpression' || user.object !== list) return false;
  const name = staticName(user.property, user.computed);
  if (user.computed && (name === null || name === index)) return fills(tree, memberAt(tree, user, names), calls);
  const call = tree.parentOf(user);
  if (call?.type !== 'CallExpression' || call.callee !== user) return false;
  if (name === 'at' || name === 'shift' || name === 'pop') return fills(tree, memberAt(tree, call, names), calls);
  if (name === 'entries' || name === 'values') return false;
  const [callback] = call.arguments;
  if (!each.test(name ?? '') || !callback) return false;
  const body = unwrap(callback);
  if (body.type !== 'ArrowFunctionExpression' && body.type !== 'FunctionExpression') return false;
  const [element] = body.params;
  return element !== undefined && namesModel(tree, element, names, calls);
}

const each = /^(?:map|flatMap|forEach)$/;

/** `ask(model.id)`, a function of the file that calls the model it is given. */
function isHandedToCall(tree: SyntaxTree, argument: Node, calls: CallSites): boolean {
  const call = tree.parentOf(argument);
  if (call?.type !== 'CallExpression') return false;
  const variable = call.callee.type === 'Identifier' ? tree.variableOf(call.callee) : null;
  const [definition, another] = variable?.defs ?? [];
  const made = definition?.node.type === 'VariableDeclarator' ? definition.node.init : definition?.node;
  if (another || !isCallable(made)) return false;
  const parameter = made.params[call.arguments.findIndex((each) => each === argument)];
  const references = parameter?.type === 'Identifier' ? (tree.variableOf(parameter)?.references ?? []) : [];
  return references.some(({ identifier }) => calls.slots.has(identifier));
}

/** Whether a name that an element is given, or a part of it, fills the place of a model. */
function namesModel(tree: SyntaxTree, pattern: Node, names: readonly string[], calls: CallSites): boolean {
  if (pattern.type === 'Identifier') {
    const references = tree.variableOf(pattern)?.references ?? [];
    return references.some(({ identifier }) => {
      const read = memberAt(tree, identifier, names);
      return read !== null && (calls.slots.has(unwrap(read)) || isHandedToCall(tree, read, calls));
    });
  }
  const [name, ...rest] = names;
  if (pattern.type !== 'ObjectPattern' || name === undefined) return false;
  return pattern.properties.some(
    (property) =>
      property.type === 'Property' &&
      staticName(property.key, property.computed) === name &&
      namesModel(tree, property.value, rest, calls),
  );
}
