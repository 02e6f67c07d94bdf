import { declaredWith } from '../modules/bindings.js';
import { memberOfClass } from '../values/class-members.js';
import { globalName } from '../syntax/globals.js';
import { libraryName } from '../modules/imported-from.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { Kind } from './value.js';
import type { Walk } from './walk.js';
import { isCallable } from '../syntax/functions.js';

/** What a function makes of bytes and of JSON; `null` for one that does not decode them, or of which the file says itself what it does. */
export function decodedKind(walk: Walk, callee: Node, kind: Kind): Kind | null {
  switch (kind) {
    case 'bytes':
    case 'json':
    case 'eventBytes':
    case 'eventJson': {
      const isEvent = kind.startsWith('event');
      if (parsesJson(walk.tree, callee)) return isEvent ? 'event' : 'answer';
      if (makesText(walk.tree, callee)) return isEvent ? 'eventJson' : 'json';
      return copiesBytes(walk, callee) ? kind : null;
    }
    case 'reason':
      return globalName(walk.tree, callee) === 'String' ? 'reason' : null;
    default:
      return null;
  }
}

/** `JSON.parse` of the language. */
export function parsesJson(tree: SyntaxTree, callee: Node): boolean {
  return globalName(tree, callee) === 'JSON.parse';
}

/** `new TextDecoder().decode`, `toUtf8`, `String`, `util.toString`. */
function makesText(tree: SyntaxTree, callee: Node) {
  const node = unwrap(callee);
  if (node.type === 'Identifier')
    return globalName(tree, node) === 'String' || (node.name === 'toUtf8' && !isMadeHere(tree, node));
  if (node.type !== 'MemberExpression') return false;
  const name = staticName(node.property, node.computed);
  const decodes =
    name === 'decode' || name === 'toUtf8' || (name === 'toString' && unwrap(node.object).type === 'Identifier');
  return decodes && !isMadeHere(tree, node) && !isMadeHere(tree, node.object);
}

/** `Buffer.from`, `Uint8Array.from`. */
function copiesBytes({ tree, reach }: Walk, callee: Node) {
  const name = globalName(tree, callee);
  if (name !== null) return name === 'Buffer.from' || name === 'Uint8Array.from';
  const library = libraryName({ tree, node: callee }, reach);
  return library !== null && /^(?:node:)?buffer$/.test(library.module) && library.path.join('.') === 'Buffer.from';
}

/** Whether the file itself says what an expression does: a function, an object with its methods, an object of a class of its own. */
function isMadeHere(tree: SyntaxTree, expression: Node): boolean {
  const value = definitionOf(tree, expression);
  const made = value?.type === 'NewExpression' ? definitionOf(tree, value.callee) : value;
  return isCallable(made) || /^(?:ObjectExpression|ClassDeclaration|ClassExpression)$/.test(made?.type ?? '');
}

/** What the name of an expression is declared with; `null` for one that this file does not declare. */
function definitionOf(tree: SyntaxTree, expression: Node): Node | null {
  const node = unwrap(expression);
  if (node.type === 'MemberExpression') return memberOfClass(tree, node);
  if (node.type !== 'Identifier') return node;
  const variable = tree.variableOf(node);
  const [definition, ...others] = variable?.defs ?? [];
  if (!variable || !definition || others.length > 0) return null;
  const value = declaredWith(variable)?.value;
  if (value) return unwrap(value);
  const declared = definition.node;
  const isOwn = declared.type === 'FunctionDeclaration' || declared.type === 'ClassDeclaration';
  // A parameter is declared with its function, too.
  return isOwn && declared.id === definition.name ? declared : null;
}
