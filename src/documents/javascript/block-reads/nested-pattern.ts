import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** `{ content: [block] }`, in the declaration or the parameters that take a value apart. */
export interface NestedPattern {
  /** `content: [block]` */
  readonly property: Extract<Node, { type: 'Property' }>;
  readonly array: Extract<Node, { type: 'ArrayPattern' }>;
  /** The declarator, or the function. */
  readonly owner: Node;
  /** The whole pattern. */
  readonly outermost: Node;
}

/** The pattern in which an element is the first one of a list that is a property; `null` where it is something else. */
export function nestedPattern(tree: SyntaxTree, element: Node): NestedPattern | null {
  const array = tree.parentOf(element);
  if (array?.type !== 'ArrayPattern' || array.elements[0] !== element || array.typeAnnotation) return null;
  const property = tree.parentOf(array);
  if (property?.type !== 'Property' || property.value !== array || staticName(property.key, property.computed) === null)
    return null;
  let outermost: Node = property;
  let owner = tree.parentOf(outermost);
  while (owner?.type === 'ObjectPattern' || (owner?.type === 'Property' && owner.value === outermost)) {
    outermost = owner;
    owner = tree.parentOf(outermost);
  }
  const isDeclared = owner?.type === 'VariableDeclarator' ? owner.id === outermost : isParameter(owner, outermost);
  return owner && isDeclared ? { property, array, owner, outermost } : null;
}

function isParameter(owner: Node | null, pattern: Node) {
  switch (owner?.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return owner.params.some((each) => each === pattern);
    default:
      return false;
  }
}
