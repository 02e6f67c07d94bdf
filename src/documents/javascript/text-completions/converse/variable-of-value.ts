import type { Variable } from '@typescript-eslint/scope-manager';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { functionAround, isWithin } from '../../syntax/functions.js';

/** A value that is given a name once, where it is declared. */
export interface NamedValue {
  readonly variable: Variable;
  readonly id: Extract<Node, { type: 'Identifier' }>;
  readonly init: Node;
  /** The declaration, where it declares nothing else and nothing outside the file sees it. */
  readonly statement: Node | null;
  /** Where the name is used. */
  readonly reads: readonly Node[];
}

/** The declaration of a name that keeps its first value; `null` for any other. */
export function namedValue(tree: SyntaxTree, name: Node): NamedValue | null {
  const variable = tree.variableOf(name);
  const declarator = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  if (!variable || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null;
  const { id, init } = declarator;
  if (!init || variable.references.some((each) => each.isWrite() && each.init !== true)) return null;
  const declaration = tree.parentOf(declarator);
  if (declaration?.type !== 'VariableDeclaration') return null;
  const owner = tree.parentOf(declaration);
  if (owner?.type === 'ExportNamedDeclaration') return null;
  const isStatement = owner?.type === 'Program' || owner?.type === 'BlockStatement';
  return {
    variable,
    id,
    init,
    statement: isStatement && declaration.declarations.length === 1 ? declaration : null,
    reads: variable.references.filter((each) => each.init !== true).map(({ identifier }) => identifier),
  };
}

/** Whether a name means the same in the whole function around a place. */
export function meansTheSame(tree: SyntaxTree, name: Node, at: Node): boolean {
  if (name.type !== 'Identifier') return false;
  const variable = tree.variableOf(name);
  const around = functionAround(tree, at) ?? tree.program;
  return (
    variable !== null &&
    tree.all('Identifier').every((each) => {
      const other = each.name === name.name && isWithin(each, around) ? tree.variableOf(each) : null;
      return other === null || other === variable;
    })
  );
}

/** Whether nothing in the file has a name. */
export function isFree(tree: SyntaxTree, name: string): boolean {
  return !tree.all('Identifier').some((each) => each.name === name);
}
