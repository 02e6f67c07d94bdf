import type { TSESTree } from '@typescript-eslint/types';
import type { ModelGate } from '../../facts.js';
import { isTamePattern } from '../../gate-opens.js';
import { definitionOf, type Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { isSame } from './asks-for-model.js';
import { mayBeModelId } from './taken-apart.js';

/**
 * What stands before the first dot, in other words: `id.slice(0, id.indexOf('.'))`, `id.match(/^([^.]+)/)![1]`, `id.replace(/\..*$/, '')`.
 *
 * @param pattern what the ID is asked for, written out.
 */
export function gateOfFirstPiece(
  tree: SyntaxTree,
  call: TSESTree.CallExpression,
  id: Node,
  method: string,
  pattern: Node,
  reach: Reach,
): ModelGate | null {
  const isFirst = /^(?:slice|substring|substr)$/.test(method)
    ? endsAtDot(tree, call, id, reach)
    : pattern.type === 'Literal' && 'regex' in pattern && leavesFirst(call, method, pattern.regex);
  return isFirst && mayBeModelId(tree, id, reach)
    ? { kind: 'split', patterns: ['.'], range: call.range, geography: false }
    : null;
}

/** `id.slice(0, id.indexOf('.'))` */
function endsAtDot(tree: SyntaxTree, { arguments: [start, written] }: TSESTree.CallExpression, id: Node, reach: Reach) {
  if (!written || start?.type !== 'Literal' || start.value !== 0) return false;
  const end = unwrap(written);
  const index = end.type === 'Identifier' ? (definitionOf({ tree, node: end }, reach)?.node ?? end) : end;
  if (index.type !== 'CallExpression' || index.callee.type !== 'MemberExpression') return false;
  const { object, property, computed } = index.callee;
  const [dot] = index.arguments;
  const isFound = /^(?:indexOf|lastIndexOf)$/.test(staticName(property, computed) ?? '');
  return (
    isFound && dot !== undefined && staticName(dot, true) === '.' && isSame({ tree, node: object }, { tree, node: id })
  );
}

const samples = ['anthropic.claude', 'us.anthropic.claude'];

/** Whether a pattern finds the first piece of an ID, whatever that is, or leaves it. */
function leavesFirst({ arguments: given }: TSESTree.CallExpression, method: string, { pattern, flags }: Regex) {
  const isReplacing = method === 'replace' && given[1] !== undefined && staticName(given[1], true) === '';
  if (!isTamePattern(pattern) || !(isReplacing || method === 'match' || method === 'exec')) return false;
  const regex = toRegExp(pattern, flags);
  return samples.every((sample) => {
    const found = regex?.exec(sample);
    if (!regex || !found) return false;
    const left = isReplacing ? sample.replace(regex, '') : (found[1] ?? found[0]);
    return left.replace(/\.$/, '') === sample.split('.', 1)[0];
  });
}

type Regex = TSESTree.RegExpLiteral['regex'];

/** `null` for what only another version of the language reads. */
function toRegExp(pattern: string, flags: string) {
  try {
    return new RegExp(pattern, flags.replaceAll(/[gy]/g, ''));
  } catch {
    return null;
  }
}
