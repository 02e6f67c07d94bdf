import { declaredWith, importedName } from '../modules/bindings.js';
import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** The variable of the environment that an expression reads: `process.env.NAME`, `env['NAME']`, `NAME` of `{ NAME } = process.env`; `null` for others. */
export function environmentName(tree: SyntaxTree, expression: Node): string | null {
  if (!mentionsEnvironment(tree)) return null;
  const node = unwrap(expression);
  if (node.type === 'MemberExpression')
    return isEnvironment(tree, node.object) ? staticName(node.property, node.computed) : null;
  if (node.type !== 'Identifier') return null;
  const variable = tree.variableOf(node);
  const declared = variable ? declaredWith(variable) : null;
  if (declared?.path.length === 1) return isEnvironment(tree, declared.value) ? (declared.path[0] ?? null) : null;
  const imported = importedName(tree, node);
  return imported?.path.length === 1 && constants.test(imported.module) ? (imported.path[0] ?? null) : null;
}

/** What SvelteKit makes of the environment. */
const constants = /^\$env\/static\/(?:private|public)$/;
const environments = /^(?:globalThis\.)?(?:process|import\.meta|Bun)\.env$/;
const modules = /^(?:(?:node:)?process:(?:default\.)?env|\$env\/dynamic\/(?:private|public):env)$/;

/** Whether an expression is the environment, or what a schema has made of it: `schema.parse(process.env)`. */
export function isEnvironment(tree: SyntaxTree, expression: Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > 2) return false;
  if (environments.test(globalName(tree, node) ?? '')) return true;
  const imported = importedName(tree, node);
  if (imported) return modules.test(`${imported.module}:${imported.path.join('.')}`);
  if (node.type === 'CallExpression') return isChecked(tree, node, depth);
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const declared = variable ? declaredWith(variable) : null;
  return declared?.path.length === 0 && isEnvironment(tree, declared.value, depth + 1);
}

/** Schemas of zod and its like keep the names that they check. */
function isChecked(
  tree: SyntaxTree,
  { callee, arguments: [first] }: Extract<Node, { type: 'CallExpression' }>,
  depth: number,
) {
  const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  return method === 'parse' && first !== undefined && isEnvironment(tree, first, depth + 1);
}

const mentioning = new WeakMap<SyntaxTree, boolean>();

/** Asked of every member that is read: most files have nothing to do with the environment. */
function mentionsEnvironment(tree: SyntaxTree) {
  const known = mentioning.get(tree) ?? /\benv\b/.test(tree.text);
  mentioning.set(tree, known);
  return known;
}
