import type { Use } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import { isCallable } from '../syntax/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import type { Course } from './flow-after.js';
import { statementsOf } from './flow-after.js';
import { reasonWord } from './reason-words.js';

/** `match(reason).with('tool_use', …).otherwise(…)` of ts-pattern. */
export interface ReasonMatch {
  readonly use: Use;
  /** The whole chain of calls. */
  readonly node: Node;
  readonly words: readonly { readonly value: string; readonly node: Node }[];
  /** What any other reason comes to: an expression, or statements. */
  readonly otherwise: Node | Course;
}

/** What a chain of patterns says of a reason; `null` where a pattern is no word, or the end of the chain is not seen. */
export function reasonMatch(tree: SyntaxTree, use: Use, reach: Reach): ReasonMatch | null {
  const words: { value: string; node: Node }[] = [];
  let node: Node = use.at;
  for (;;) {
    const member = tree.parentOf(node);
    const call = member ? tree.parentOf(member) : null;
    if (member?.type !== 'MemberExpression' || call?.type !== 'CallExpression' || call.callee !== member) return null;
    node = call;
    switch (staticName(member.property, member.computed)) {
      case 'returnType':
        continue;
      case 'with':
        for (const pattern of call.arguments.slice(0, -1)) {
          const value = reasonWord(tree, pattern, reach);
          if (value === null) return null;
          words.push({ value, node: pattern });
        }
        continue;
      case 'otherwise': {
        const [handler] = call.arguments;
        return isCallable(handler) ? { use, node, words, otherwise: resultOf(handler.body) } : null;
      }
      // A reason that no pattern takes is an exception.
      case 'exhaustive':
      case 'run':
        return { use, node, words, otherwise: { nodes: [], ends: 'throws' } };
      default:
        return null;
    }
  }
}

function resultOf(body: Node): Node | Course {
  if (body.type !== 'BlockStatement') return body;
  const nodes = statementsOf(body);
  const isThrown = nodes.some(({ type }) => type === 'ThrowStatement');
  return { nodes, ends: isThrown ? 'throws' : nodes.at(-1)?.type === 'ReturnStatement' ? 'returns' : 'runsOut' };
}
