import type { Node, SyntaxTree } from '../../syntax-tree.js';
import { staticName, unwrap } from '../../unwrap.js';

/** The longest expression around an undecoded body that still is that body, and the call in it that parses it. */
export interface Decoding {
  readonly outer: Node;
  /** `JSON.parse(…)`; `null` where the body is not parsed in the same expression. */
  readonly call: Node | null;
}

/** Follows an undecoded body outwards: through decoders, assertions and `JSON.parse`. */
export function decodingOf(tree: SyntaxTree, body: Node): Decoding {
  let [outer, call]: [Node, Node | null] = [body, null];
  for (;;) {
    const parent = tree.parentOf(outer);
    const next = parent && stepTo(tree, parent, outer, call !== null);
    if (!parent || !next) return { outer, call };
    if (next === 'parsed') call = parent;
    outer = next === 'called' ? (tree.parentOf(parent) ?? parent) : parent;
  }
}

function stepTo(tree: SyntaxTree, parent: Node, inner: Node, isParsed: boolean): 'same' | 'called' | 'parsed' | null {
  if (unwrap(parent) === unwrap(inner)) return 'same';
  switch (parent.type) {
    case 'AwaitExpression':
      return isParsed ? null : 'same';
    case 'LogicalExpression':
      return !isParsed && parent.left === inner && parent.operator !== '&&' && isEmpty(parent.right) ? 'same' : null;
    case 'MemberExpression': {
      if (isParsed || parent.object !== inner) return null;
      const name = staticName(parent.property, parent.computed);
      if (name === 'bytes') return 'same';
      const call = tree.parentOf(parent);
      const isCalled = call?.type === 'CallExpression' && call.callee === parent;
      return isCalled && /^(?:transformToString|transformToByteArray|toString|text|trim)$/.test(name ?? '')
        ? 'called'
        : null;
    }
    case 'CallExpression':
      return isParsed || parent.arguments[0] !== inner ? null : calledStep(tree, parent);
    default:
      return null;
  }
}

function calledStep(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>): 'same' | 'parsed' | null {
  if (/^JSON\s*\.\s*parse$/.test(tree.text.slice(...call.callee.range)))
    return call.arguments.length === 1 ? 'parsed' : null;
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : nameOf(callee);
  return name !== null && /^(?:decode|from|toString|toUtf8|String)$/.test(name) ? 'same' : null;
}

/** What stands in for a body that is not there. */
function isEmpty(value: Node): boolean {
  if (value.type === 'NewExpression') return value.arguments.length === 0;
  return value.type === 'Literal' || (value.type === 'ArrayExpression' && value.elements.length === 0);
}

function nameOf(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : null;
}
