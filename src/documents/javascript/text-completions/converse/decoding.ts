import { memberKind } from '../../answer/members.js';
import type { Trace } from '../../answer/value.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName, unwrap } from '../../syntax/unwrap.js';
import { worded } from '../answer-uses.js';

/** The longest expression around an undecoded body that still is that body, and the call in it that parses it. */
export interface Decoding {
  readonly outer: Node;
  /** `JSON.parse(…)`; `null` where the body is not parsed in the same expression. */
  readonly call: Node | null;
}

/** Follows an undecoded body outwards: through what its trace says decodes or parses it, and through assertions. */
export function decodingOf(tree: SyntaxTree, trace: Trace, body: Node): Decoding {
  let [outer, call]: [Node, Node | null] = [body, null];
  for (;;) {
    const parent = tree.parentOf(outer);
    if (!parent) return { outer, call };
    const next: Node | null = call ? assertion(parent, outer) : stepTo(tree, trace, parent, outer);
    if (!next) return { outer, call };
    const kind = trace.decodings.get(next);
    if (kind && worded.has(kind)) call = next;
    outer = next;
  }
}

/** The expression around the body that still is the body, or what it is parsed to; `null` where the code does something else with it. */
function stepTo(tree: SyntaxTree, { origin, decodings }: Trace, parent: Node, inner: Node): Node | null {
  switch (parent.type) {
    case 'AwaitExpression':
      return parent;
    case 'LogicalExpression':
      return parent.left === inner && parent.operator !== '&&' && isEmpty(parent.right) ? parent : null;
    case 'MemberExpression': {
      if (parent.object !== inner) return null;
      const call = tree.parentOf(parent);
      if (call?.type === 'CallExpression' && call.callee === parent) return decodings.has(call) ? call : null;
      const name = staticName(parent.property, parent.computed);
      return name !== null && memberKind(origin.dialect, 'chunkBytes', name) === 'eventBytes' ? parent : null;
    }
    case 'CallExpression': {
      const kind = parent.arguments[0] === inner ? decodings.get(parent) : undefined;
      // A second argument of `JSON.parse` makes other values of what it parses.
      return kind !== undefined && (!worded.has(kind) || parent.arguments.length === 1) ? parent : null;
    }
    default:
      return assertion(parent, inner);
  }
}

function assertion(parent: Node, inner: Node): Node | null {
  return unwrap(parent) === unwrap(inner) ? parent : null;
}

/** What stands in for a body that is not there. */
function isEmpty(value: Node): boolean {
  if (value.type === 'NewExpression') return value.arguments.length === 0;
  return value.type === 'Literal' || (value.type === 'ArrayExpression' && value.elements.length === 0);
}
