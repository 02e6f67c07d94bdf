import type { Node, SyntaxTree } from './syntax-tree.js';

/** The expression inside type assertions, non-null marks, parentheses and optional chains. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        inner = inner.expression;
        continue;
      default:
        return inner;
    }
  }
}

/** The node with the type assertions and the optional chain around it. */
export function wrapped(tree: SyntaxTree, start: Node): Node {
  let node = start;
  for (let parent = tree.parentOf(node); parent && unwrap(parent) === unwrap(start); parent = tree.parentOf(node))
    node = parent;
  return node;
}

/** The name of a property or member that is known without running the code, or `null`. */
export function staticName(key: Node, computed: boolean): string | null {
  if (!computed && key.type === 'Identifier') return key.name;
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number'))
    return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? null;
  return null;
}
