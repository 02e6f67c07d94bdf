import { memberName, memberOfClass } from '../values/class-members.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { type Callable, isCallable, isWithin } from '../syntax/functions.js';

/** The function of this file that an expression names: `ask`, `this.ask`; a function written in place is itself. */
export function localFunction(tree: SyntaxTree, callee: Node): Callable | null {
  const node = unwrap(callee);
  if (isCallable(node)) return node;
  if (node.type === 'MemberExpression') {
    const value = node.object.type === 'ThisExpression' ? memberOfClass(tree, node) : null;
    return isCallable(value) ? value : null;
  }
  if (node.type !== 'Identifier') return null;
  const [definition, ...others] = tree.variableOf(node)?.defs ?? [];
  const declared = others.length === 0 ? definition?.node : undefined;
  // A parameter is declared with its function, too.
  if (declared?.type === 'FunctionDeclaration') return declared.id === definition?.name ? declared : null;
  const init = declared?.type === 'VariableDeclarator' && declared.init ? unwrap(declared.init) : null;
  return isCallable(init) ? init : null;
}

/** The calls of a function that this file shows. */
export function callsOf(tree: SyntaxTree, callable: Callable): readonly Node[] {
  const parent = tree.parentOf(callable);
  if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition') return callsOfMember(tree, parent);
  const name =
    callable.type === 'FunctionDeclaration'
      ? callable.id
      : parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
        ? parent.id
        : null;
  const variable = name ? tree.variableOf(name) : null;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const call = tree.parentOf(identifier);
    return call?.type === 'CallExpression' && call.callee === identifier ? [call] : [];
  });
}

function callsOfMember(tree: SyntaxTree, member: Node): readonly Node[] {
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return [];
  const name = memberName(member.key, member.computed);
  return name === null
    ? []
    : (callsByName(tree).get(name) ?? []).filter((call) => isWithin(call, tree.parentOf(member)));
}

const byName = new WeakMap<SyntaxTree, ReadonlyMap<string, readonly Node[]>>();

/** Calls of `this.name(…)`, by name. */
function callsByName(tree: SyntaxTree): ReadonlyMap<string, readonly Node[]> {
  const known = byName.get(tree);
  if (known) return known;
  const found = new Map<string, Node[]>();
  for (const call of tree.all('CallExpression')) {
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression') continue;
    const name = memberName(callee.property, callee.computed);
    if (name !== null) found.set(name, [...(found.get(name) ?? []), call]);
  }
  byName.set(tree, found);
  return found;
}

/** Whether code outside the file may call a function or read a variable: it is exported, or a member that is not private. */
export function isVisibleOutside(tree: SyntaxTree, callable: Callable): boolean {
  const parent = tree.parentOf(callable);
  if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition')
    return parent.accessibility !== 'private' && parent.key.type !== 'PrivateIdentifier';
  // A method of an object literal, or a function that is handed to other code.
  if (callable.type !== 'FunctionDeclaration' && parent?.type !== 'VariableDeclarator') return true;
  const name =
    callable.type === 'FunctionDeclaration' ? callable.id : parent?.type === 'VariableDeclarator' ? parent.id : null;
  if (!name) return true;
  for (let node: Node | null = callable; node; node = tree.parentOf(node)) {
    if (node.type.startsWith('Export')) return true;
    if (node !== callable && isCallable(node)) break;
  }
  // A function whose name is used otherwise than by calling it.
  return (tree.variableOf(name)?.references ?? []).some(({ identifier, init }) => {
    const use = tree.parentOf(identifier);
    return init !== true && !(use?.type === 'CallExpression' && use.callee === identifier);
  });
}

const watchers = /^(?:console|log|logger|logging|debug|winston|pino|tracer|span|metrics|telemetry)$/i;
const watching = /^(?:log|logger|logDebug|logInfo|logError|debug|info|warn|trace|print)$/i;

/** Whether a call only shows its arguments to people: `console.log`, `this.logger.info`, `log`. */
export function isLogging(callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return watching.test(node.name);
  if (node.type !== 'MemberExpression') return false;
  let owner = unwrap(node.object);
  while (owner.type === 'MemberExpression') {
    if (watchers.test(staticName(owner.property, owner.computed) ?? '')) return true;
    owner = unwrap(owner.object);
  }
  return owner.type === 'Identifier' && watchers.test(owner.name);
}
