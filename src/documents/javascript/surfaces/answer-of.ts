import type { AnswerShape, CallSite } from './call-site.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import { callsOf } from './callers.js';
import { functionAround } from './returns.js';

/** Where the answer of a request comes, when it is sent from one place or several. */
export function answerOf(sends: readonly Node[], shape: AnswerShape): Pick<CallSite, 'answer' | 'otherAnswers'> {
  const [node, ...others] = sends;
  if (!node) return {};
  return { answer: { node, shape }, ...(others.length > 0 ? { otherAnswers: others } : {}) };
}

/** Steps from a command to the client that sends it: a variable, a helper, and its caller's variable. */
const maximumSteps = 4;

/** The calls `client.send(command)` that send a command, in the order they are written. */
export function sendsOf(tree: SyntaxTree, command: Node, steps = 0): readonly Node[] {
  if (steps > maximumSteps) return [];
  const node = outermost(tree, command);
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'CallExpression':
      return parent.arguments[0] === node && isSend(parent.callee) ? [parent] : [];
    case 'VariableDeclarator':
      return parent.init === node ? sendsOfVariable(tree, parent.id, steps + 1) : [];
    case 'AssignmentExpression':
      return parent.right === node ? sendsOfVariable(tree, parent.left, steps + 1) : [];
    case 'ReturnStatement': {
      const callable = functionAround(tree, parent);
      return callable ? sendsOfCalls(tree, callable, steps + 1) : [];
    }
    case 'ArrowFunctionExpression':
      return parent.body === node ? sendsOfCalls(tree, parent, steps + 1) : [];
    default:
      return [];
  }
}

function sendsOfVariable(tree: SyntaxTree, name: Node, steps: number): readonly Node[] {
  const variable = name.type === 'Identifier' ? tree.variableOf(name) : null;
  return (variable?.references ?? [])
    .filter((reference) => reference.isRead())
    .flatMap(({ identifier }) => sendsOf(tree, identifier, steps));
}

function sendsOfCalls(tree: SyntaxTree, callable: Node, steps: number): readonly Node[] {
  return (callsOf(tree, callable) ?? []).flatMap((call) => sendsOf(tree, call, steps));
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
