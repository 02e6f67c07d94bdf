import type { TSESTree } from '@typescript-eslint/types';
import type { ModelGate } from '../../facts.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';

/** A gate as an expression that is true or false. */
export interface GateAtom {
  readonly node: Node;
  /** It is true where the gate is shut: `id.indexOf('x') === -1`. */
  readonly isNegative: boolean;
  /** The expression that yields the ID, without what changes its letters. */
  readonly subject: Node;
  /** `id?.includes('x')`: there may be no ID. */
  readonly mayBeAbsent: boolean;
}

/** The expression around the call of a gate that says yes or no; `null` where the gate yields something else. */
export function gateAtom(tree: SyntaxTree, { kind, geography, form }: ModelGate, call: Node): GateAtom | null {
  if (call.type !== 'CallExpression' || kind === 'split' || kind === 'equality' || geography || form) return null;
  const callee = unwrap(call.callee);
  const [argument, another] = call.arguments;
  if (callee.type !== 'MemberExpression' || !argument || another || argument.type === 'SpreadElement') return null;
  const method = staticName(callee.property, callee.computed) ?? '';
  // What a named list says, other code may read as well.
  if (kind === 'list' && (method !== 'includes' || unwrap(callee.object).type !== 'ArrayExpression')) return null;
  const isAsked = kind === 'list' || method === 'test' || method === 'exec';
  const subject = withoutCase(isAsked ? argument : callee.object);
  const found = { subject, mayBeAbsent: !isAsked && isOptional(callee) };
  const node = wrapped(tree, call);
  if (method === 'includes' || method === 'startsWith' || method === 'endsWith' || method === 'test')
    return { node, isNegative: false, ...found };
  const compared = comparison(tree, node);
  if (method === 'indexOf') return compared && { ...compared, ...found };
  return method === 'match' || method === 'exec' ? { node, isNegative: false, ...found } : null;
}

/** What stands around an index. */
function comparison(tree: SyntaxTree, node: Node) {
  const parent = tree.parentOf(node);
  const isFound = parent?.type === 'BinaryExpression' && parent.left === node ? saysFound(tree, parent) : null;
  return parent && isFound !== null ? { node: parent, isNegative: !isFound } : null;
}

/** Whether a comparison is true where the index on its left is one (`>= 0`), or where there is none (`=== -1`); `null` for any other. */
export function saysFound(tree: SyntaxTree, { operator, right }: TSESTree.BinaryExpression): boolean | null {
  const said = `${operator} ${tree.text.slice(...right.range).replace(/\s/g, '')}`;
  if (/^(?:>= 0|> -1|!==? -1)$/.test(said)) return true;
  return /^(?:< 0|===? -1)$/.test(said) ? false : null;
}

/** What is asked, without what changes its letters: IDs have small ones alone. */
export function withoutCase(node: Node): Node {
  const inner = unwrap(node);
  if (inner.type !== 'CallExpression' || inner.arguments.length > 0) return inner;
  const callee = unwrap(inner.callee);
  if (callee.type !== 'MemberExpression') return inner;
  const name = staticName(callee.property, callee.computed);
  return name === 'toLowerCase' || name === 'toString' ? unwrap(callee.object) : inner;
}

function isOptional(callee: Node): boolean {
  if (callee.type !== 'MemberExpression') return false;
  if (callee.optional) return true;
  const inner = unwrap(callee.object);
  return inner.type === 'CallExpression' && isOptional(unwrap(inner.callee));
}
