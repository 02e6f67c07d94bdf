import type { Use } from '../answer/value.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import type { CheckContext } from './check-context.js';
import { effectOf } from './effect-of.js';
import { courseOf } from './flow-after.js';
import { chainOf, othersOf } from './if-chain.js';

/** The blocks that were looked for choose between a tool and a final answer. */
export function choosesByBlocks(context: CheckContext, { at }: Use): boolean {
  const { tree } = context;
  let node = at;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    switch (parent.type) {
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'LogicalExpression':
      case 'UnaryExpression':
      case 'BinaryExpression':
      case 'MemberExpression':
        continue;
      case 'IfStatement':
        return parent.test === node && namesTool(tree.text.slice(...at.range)) && !givesUp(context, parent);
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ConditionalExpression':
        return parent.test === node && namesTool(tree.text.slice(...at.range));
      case 'VariableDeclarator':
        return (
          parent.id.type === 'Identifier' &&
          namesTool(tree.text.slice(...at.range)) &&
          (tree.variableOf(parent.id)?.references ?? []).some(({ identifier }) => isTested(tree, identifier))
        );
      default:
        return false;
    }
  }
  return false;
}

/** An answer without a tool is an error to this code. */
function givesUp({ tree, trace }: CheckContext, statement: Node): boolean {
  if (statement.type !== 'IfStatement') return false;
  const branches = [othersOf(tree, chainOf(tree, statement)), courseOf(tree, statement.consequent, statement)];
  return branches.some((course) => effectOf(tree, course, trace.uses).others === 'throws');
}

function namesTool(text: string) {
  return /tool_?use/i.test(text);
}

function isTested(tree: SyntaxTree, identifier: Node): boolean {
  let node = identifier;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression' || parent.type === 'WhileStatement')
      return parent.test === node;
    if (!/^(?:Unary|Binary|Member|Logical|Chain|TSNonNull)Expression$/.test(parent.type)) return false;
  }
  return false;
}
