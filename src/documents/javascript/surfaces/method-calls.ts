import { memberName } from '../values/class-members.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { classAround } from '../syntax/class-around.js';

/** A call of a method on an object that is made in the same file. */
export interface MethodCall {
  readonly method: string;
  readonly call: Node;
}

/** The calls of some methods on the object that an expression makes: at once, through its variable, or its field. */
export function methodCallsOn(tree: SyntaxTree, made: Node, methods: ReadonlySet<string>): readonly MethodCall[] {
  return holdersOf(tree, made).flatMap((holder) => {
    const member = tree.parentOf(holder);
    const method = member?.type === 'MemberExpression' && member.object === holder ? nameOf(member) : null;
    const call = member ? tree.parentOf(member) : null;
    if (method === null || !methods.has(method) || call?.type !== 'CallExpression' || call.callee !== member) return [];
    return [{ method, call }];
  });
}

/** Every expression that is the object itself. */
function holdersOf(tree: SyntaxTree, made: Node): readonly Node[] {
  const parent = tree.parentOf(made);
  if (parent?.type === 'VariableDeclarator' && parent.init === made)
    return (tree.variableOf(parent.id)?.references ?? [])
      .filter(({ init }) => !init)
      .map(({ identifier }) => identifier);
  const field =
    parent?.type === 'PropertyDefinition'
      ? memberName(parent.key, parent.computed)
      : parent?.type === 'AssignmentExpression' && isOwnField(parent.left)
        ? nameOf(parent.left)
        : null;
  if (field === null) return [made];
  const owner = classAround(tree, made);
  return tree
    .all('MemberExpression')
    .filter((member) => isOwnField(member) && nameOf(member) === field && classAround(tree, member) === owner);
}

function isOwnField(node: Node) {
  return node.type === 'MemberExpression' && unwrap(node.object).type === 'ThisExpression';
}

function nameOf(member: Node): string | null {
  return member.type === 'MemberExpression' ? memberName(member.property, member.computed) : null;
}
