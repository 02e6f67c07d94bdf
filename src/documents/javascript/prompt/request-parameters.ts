import type { Definition } from '@typescript-eslint/scope-manager';
import { pickedPath } from '../modules/bindings.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** What fills a parameter in: Lambda, a web framework, or AppSync, Koa and Hono. */
export type RequestSource = 'event' | 'request' | 'context';

export interface ParameterNames {
  /** The name of the parameter, and the members that lead from it to a value. */
  readonly path: readonly string[];
  readonly source?: RequestSource;
}

/** How a parameter, or what is taken out of it, is called; and whether a web framework or Lambda fills it in. */
export function requestParameter(tree: SyntaxTree, definition: Definition): ParameterNames | null {
  const owner = definition.node;
  const parameters: readonly Node[] = 'params' in owner && Array.isArray(owner.params) ? owner.params : [];
  const index = parameters.findIndex(
    ({ range }) => range[0] <= definition.name.range[0] && definition.name.range[1] <= range[1],
  );
  const parameter = parameters[index];
  if (!parameter || definition.name.type !== 'Identifier') return null;
  const picked = pickedPath(parameter, definition.name);
  if (!picked) return null;
  const outer = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const name = outer.type === 'Identifier' ? outer.name : '';
  if (index === 0 && isHandler(tree, owner)) return { path: ['event', ...picked], source: 'event' };
  if (/^(?:req|request)$/.test(name)) return { path: [name, ...picked], source: 'request' };
  if (/^(?:ctx|context|c)$/.test(name)) return { path: [name, ...picked], source: 'context' };
  return { path: outer.type === 'Identifier' ? [name, ...picked] : picked };
}

/** A function that goes by the name Lambda looks for, through what wraps it. */
function isHandler(tree: SyntaxTree, owner: Node): boolean {
  if (owner.type === 'FunctionDeclaration') return owner.id?.name === 'handler';
  let node = owner;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' && parent.id.name === 'handler';
    if (parent.type === 'AssignmentExpression')
      return (
        parent.left.type === 'MemberExpression' && staticName(parent.left.property, parent.left.computed) === 'handler'
      );
    if (parent.type !== 'CallExpression' || parent.callee === node) return false;
  }
  return false;
}
