import type { Variable } from '@typescript-eslint/scope-manager';
import { memberName } from './class-members.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { classAround } from '../syntax/class-around.js';

/** More callers than this, and a function is a library of its own. */
const maximumCallers = 8;

/** What the callers of a function pass for a parameter, when all of them are in this file; `null` otherwise. */
export function argumentsFor(tree: SyntaxTree, parameter: Variable): readonly Node[] | null {
  const definition = parameter.defs.length === 1 ? parameter.defs[0] : undefined;
  if (definition?.type !== 'Parameter' || !('params' in definition.node)) return null;
  const index = definition.node.params.findIndex((each) => nameOf(each) === definition.name);
  const calls = index < 0 ? null : callsOf(tree, definition.node);
  if (!calls || calls.length === 0 || calls.length > maximumCallers) return null;
  const found: Node[] = [];
  for (const call of calls) {
    const leading = call.type === 'CallExpression' ? call.arguments.slice(0, index + 1) : [];
    const argument = leading[index];
    if (!argument || leading.some(({ type }) => type === 'SpreadElement')) return null;
    found.push(argument);
  }
  return found;
}

function nameOf(parameter: Node): Node {
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
}

/** Every call of a function that nothing outside the file can call; `null` where one may be unseen. */
export function callsOf(tree: SyntaxTree, callable: Node): readonly Node[] | null {
  const parent = tree.parentOf(callable);
  if (parent?.type === 'MethodDefinition') return callsOfMethod(tree, parent);
  if (parent?.type === 'PropertyDefinition') return callsOfMethod(tree, parent);
  const name = callable.type === 'FunctionDeclaration' ? callable.id : parent ? declaredName(parent, callable) : null;
  const variable = name ? tree.variableOf(name) : null;
  if (!name || variable?.defs.length !== 1 || isExported(tree, name)) return null;
  const calls: Node[] = [];
  for (const { identifier, init } of variable.references) {
    if (init) continue;
    const call = tree.parentOf(identifier);
    if (call?.type !== 'CallExpression' || call.callee !== identifier) return null;
    calls.push(call);
  }
  return calls;
}

function declaredName(parent: Node, callable: Node): Node | null {
  return parent.type === 'VariableDeclarator' && parent.init === callable && parent.id.type === 'Identifier'
    ? parent.id
    : null;
}

function isExported(tree: SyntaxTree, name: Node) {
  let node: Node | null = name;
  while (node && node.type !== 'VariableDeclaration' && node.type !== 'FunctionDeclaration') node = tree.parentOf(node);
  return node ? tree.parentOf(node)?.type.startsWith('Export') === true : false;
}

/** A method is called from within its class alone when it is private. */
function callsOfMethod(tree: SyntaxTree, method: Node): readonly Node[] | null {
  if (method.type !== 'MethodDefinition' && method.type !== 'PropertyDefinition') return null;
  const name = memberName(method.key, method.computed);
  if (name === null || method.static || (method.accessibility !== 'private' && !name.startsWith('#'))) return null;
  const owner = tree.parentOf(method);
  const calls: Node[] = [];
  for (const member of tree.all('MemberExpression')) {
    if (memberName(member.property, member.computed) !== name || classAround(tree, member) !== owner) continue;
    const call = tree.parentOf(member);
    if (member.object.type !== 'ThisExpression' || call?.type !== 'CallExpression' || call.callee !== member)
      return null;
    calls.push(call);
  }
  return calls;
}
