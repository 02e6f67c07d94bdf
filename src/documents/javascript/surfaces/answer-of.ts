import { memberOfClass } from '../values/class-members.js';
import type { AnswerShape, CallSite } from './call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { callsOf } from '../values/callers.js';
import { functionAround } from '../syntax/functions.js';

/** Where the answer of a request comes, when it is sent from one place or several. */
export function answerOf(sends: readonly Node[], shape: AnswerShape): Pick<CallSite, 'answer' | 'otherAnswers'> {
  const [node, ...others] = sends;
  if (!node) return {};
  return { answer: { node, shape }, ...(others.length > 0 ? { otherAnswers: others } : {}) };
}

/** Steps from a command to the client that sends it: a variable, a helper, and its caller's variable. */
const maximumSteps = 4;

/** The calls `client.send(command)` that send a command, in the order they are written. */
export function sendsOf(tree: SyntaxTree, command: Node): readonly Node[] {
  const sends = new Set<Node>();
  const reached = new Set<Node>();
  let holders: readonly Node[] = [command];
  for (let step = 0; step <= maximumSteps && holders.length > 0; step++) {
    const next: Node[] = [];
    for (const holder of holders) {
      if (reached.has(holder)) continue;
      reached.add(holder);
      const node = outermost(tree, holder);
      const parent = tree.parentOf(node);
      if (parent?.type === 'CallExpression' && parent.arguments[0] === node && isSend(parent.callee)) sends.add(parent);
      else if (parent) next.push(...holdersBeyond(tree, node, parent));
    }
    holders = next;
  }
  return [...sends].toSorted((a, b) => a.range[0] - b.range[0]);
}

/** The expressions that hold a value one step further on. */
function holdersBeyond(tree: SyntaxTree, node: Node, parent: Node): readonly Node[] {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.init === node ? readsOf(tree, parent.id) : [];
    case 'AssignmentExpression':
      return parent.right === node ? readsOf(tree, parent.left) : [];
    case 'ReturnStatement': {
      const callable = functionAround(tree, parent);
      return callable ? (callsOf(tree, callable) ?? []) : [];
    }
    case 'ArrowFunctionExpression':
      return parent.body === node ? (callsOf(tree, parent) ?? []) : [];
    case 'CallExpression': {
      // `sendWithRetry(command)`, where the function is one of the file.
      const index = parent.arguments.findIndex((argument) => argument === node);
      const callable = index < 0 ? null : ownFunction(tree, unwrap(parent.callee));
      const parameter = callable && 'params' in callable ? callable.params[index] : undefined;
      return parameter ? readsOf(tree, parameter) : [];
    }
    default:
      return [];
  }
}

function readsOf(tree: SyntaxTree, name: Node): readonly Node[] {
  const variable = name.type === 'Identifier' ? tree.variableOf(name) : null;
  return (variable?.references ?? []).filter((reference) => reference.isRead()).map(({ identifier }) => identifier);
}

function ownFunction(tree: SyntaxTree, callee: Node): Node | null {
  if (callee.type === 'MemberExpression')
    return callee.object.type === 'ThisExpression' ? memberOfClass(tree, callee) : null;
  const variable = tree.variableOf(callee);
  const definition = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  if (definition?.type === 'FunctionDeclaration') return definition;
  return definition?.type === 'VariableDeclarator' ? definition.init : null;
}

function isSend(callee: Node) {
  const member = unwrap(callee);
  return member.type === 'MemberExpression' && staticName(member.property, member.computed) === 'send';
}

/** The expression with what does not change its value: assertions, `await`, and branches that choose between values. */
function outermost(tree: SyntaxTree, inner: Node): Node {
  let node = inner;
  for (;;) {
    const parent = tree.parentOf(node);
    switch (parent?.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'AwaitExpression':
        node = parent;
        continue;
      case 'ConditionalExpression':
        if (parent.test === node) return node;
        node = parent;
        continue;
      default:
        return node;
    }
  }
}
