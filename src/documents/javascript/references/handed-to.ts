import type { CallSites } from '../calls/call-sites.js';
import { standsBehind } from '../composed/compositions.js';
import { flowOf } from './flow.js';
import { definitionOf, type Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';

/** The function that makes the name of a model of what it is given. */
export interface HandedTo {
  readonly name: string;
  /** The function is there to be read, and puts something before it. */
  readonly isSeen: boolean;
}

/** `modelId: regional('anthropic…')`, also by the name of a constant: what is called in the end is known to that function alone. */
export function handedTo(tree: SyntaxTree, text: Node, calls: CallSites, reach: Reach): HandedTo | null {
  const value = wrapped(tree, text);
  const holder = tree.parentOf(value);
  if (holder?.type !== 'VariableDeclarator' || holder.init !== value) return handedAt(tree, text, calls, reach);
  for (const { identifier, init } of tree.variableOf(holder.id)?.references ?? []) {
    const handed = init ? null : handedAt(tree, identifier, calls, reach);
    if (handed) return handed;
  }
  return null;
}

function handedAt(tree: SyntaxTree, text: Node, calls: CallSites, reach: Reach): HandedTo | null {
  const argument = wrapped(tree, text);
  const call = tree.parentOf(argument);
  if (call?.type !== 'CallExpression' || calls.slots.has(unwrap(text))) return null;
  const index = call.arguments.findIndex((each) => each === argument);
  if (index === -1) return null;
  const name = nameOf(call.callee);
  const made = definitionOf({ tree, node: unwrap(call.callee) }, reach);
  if (made && 'params' in made.node && Array.isArray(made.node.params)) {
    const [parameter] = made.node.params.slice(index, index + 1);
    return parameter && isComposed(made.tree, parameter, reach) ? { name, isSeen: true } : null;
  }
  return namesModel(tree, call, calls) ? { name, isSeen: false } : null;
}

function nameOf(callee: Node): string {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? (staticName(node.property, node.computed) ?? 'a function') : 'a function';
}

/** Whether a function puts something before a parameter: `${prefix}.${id}`, `prefix + id`, `[prefix, id].join('.')`. */
function isComposed(tree: SyntaxTree, parameter: Node, reach: Reach): boolean {
  const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const references = name.type === 'Identifier' ? tree.variableOf(name)?.references : undefined;
  return references?.some(({ identifier }) => standsBehind(tree, identifier, reach)) === true;
}

/** Whether what a call yields is used as a model: it fills the place of one, or is called one. */
function namesModel(tree: SyntaxTree, call: Node, calls: CallSites): boolean {
  if (flowOf(tree, call, calls)?.site) return true;
  const value = wrapped(tree, call);
  const holder = tree.parentOf(value);
  if (holder?.type === 'Property')
    return holder.value === value && modelWord.test(staticName(holder.key, holder.computed) ?? '');
  if (holder?.type === 'VariableDeclarator') return holder.id.type === 'Identifier' && modelWord.test(holder.id.name);
  return false;
}

const modelWord = /(?:model|profile)(?:_?(?:id|arn|name)s?)?s?$/i;
