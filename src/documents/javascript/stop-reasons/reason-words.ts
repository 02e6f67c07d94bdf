import { libraryName } from '../modules/imported-from.js';
import { definitionOf, type Reach } from '../values/objects.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { lastName } from '../syntax/called-name.js';
import { unwrap } from '../syntax/unwrap.js';
import { isFinishedWord } from '../../../catalog/stop-reasons.js';

/** The stop reason an expression stands for: a text, or a constant of the SDK. */
export function reasonWord(tree: SyntaxTree, node: Node, reach: Reach): string | null {
  const inner = unwrap(node);
  const name = inner.type === 'MemberExpression' ? libraryName({ tree, node: inner }, reach) : null;
  if (name?.module === '@aws-sdk/client-bedrock-runtime' && name.path.at(-2) === 'StopReason')
    return name.path.at(-1)?.toLowerCase() ?? null;
  const value = staticValue({ tree, node: inner }, reach);
  return value.kind === 'text' ? value.text : null;
}

/** The texts of a list or a Set: `['end_turn', 'tool_use']`, `new Set([…])`. */
export function reasonList(tree: SyntaxTree, node: Node, reach: Reach): readonly string[] | null {
  const found = definitionOf({ tree, node }, reach);
  const inner = found && unwrap(found.node);
  if (!found || !inner) return null;
  if (inner.type === 'NewExpression')
    return inner.arguments[0] ? reasonList(found.tree, inner.arguments[0], reach) : null;
  if (inner.type !== 'ArrayExpression') return null;
  const words = inner.elements.map((element) => (element ? reasonWord(found.tree, element, reach) : null));
  return words.every((word) => word !== null) ? words : null;
}

/** Whether an expression is what a program calls a finished answer: `'stop'`, `FinishReason.Stop`. */
export function saysFinished(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Literal') return typeof inner.value === 'string' && isFinishedWord(inner.value);
  if (inner.type !== 'MemberExpression') return false;
  return /reason|status/i.test(lastName(inner.object)) && isFinishedWord(lastName(inner));
}
