import { declaredWith } from '../modules/bindings.js';
import { isExported, usesOf } from '../prompt/name-uses.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

/** What a resolver of AppSync is made of: `request(ctx)` gives what is sent, and the answer comes to `response(ctx)`. */
export interface Resolver {
  readonly request: Node;
  /** The parameter that holds the answer under `result`; `null` where nothing is read of it. */
  readonly context: Node | null;
}

const known = new WeakMap<SyntaxTree, Resolver | null>();

/** The resolver that a module is; `null` for any other module. */
export function resolverOf(tree: SyntaxTree): Resolver | null {
  const memo = known.get(tree);
  if (memo !== undefined) return memo;
  const resolver = findResolver(tree);
  known.set(tree, resolver);
  return resolver;
}

function findResolver(tree: SyntaxTree): Resolver | null {
  if (!tree.text.includes('resourcePath')) return null;
  const [request, response] = [exportedFunction(tree, 'request'), exportedFunction(tree, 'response')];
  if (!request || !response) return null;
  const context = 'params' in response ? (response.params[0] ?? null) : null;
  return { request, context };
}

/** A function that a module exports by its own name, and that nothing in the module calls. */
function exportedFunction(tree: SyntaxTree, name: string): Node | null {
  for (const declared of [...tree.all('FunctionDeclaration'), ...tree.all('VariableDeclarator')]) {
    if (declared.id?.type !== 'Identifier' || declared.id.name !== name) continue;
    const variable = tree.variableOf(declared.id);
    if (!variable || !isExported(tree, variable) || isCalled(tree, usesOf(variable))) continue;
    if (declared.type === 'FunctionDeclaration') return declared;
    const value = declaredWith(variable)?.value;
    const made = value ? unwrap(value) : null;
    if (made?.type === 'ArrowFunctionExpression' || made?.type === 'FunctionExpression') return made;
  }
  return null;
}

function isCalled(tree: SyntaxTree, uses: readonly Node[]) {
  return uses.some((use) => tree.parentOf(use)?.type === 'CallExpression');
}
