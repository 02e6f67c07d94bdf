import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** Whether a file of TypeScript reads a property of some object by its name: one of several rows that lacks it would not compile. */
export function isReadByType(tree: SyntaxTree, name: string): boolean {
  return (
    /\.[cm]?tsx?$/.test(tree.path) &&
    tree.all('MemberExpression').some(({ property, computed }) => staticName(property, computed) === name)
  );
}
