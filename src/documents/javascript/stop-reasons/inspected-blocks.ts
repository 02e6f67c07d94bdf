import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { CheckContext } from './check-context.js';
import { effectOf } from './effect-of.js';
import { courseOf, isLoop, statementsOf } from './flow-after.js';
import { chainOf, othersOf } from './if-chain.js';
import { isCallable, isWithin } from '../syntax/functions.js';

/**
 * Where the blocks of an answer choose between a tool and a final answer. None where some code makes an answer without
 * a tool an error, or only handles each block as it comes.
 */
export function choiceByBlocks(context: CheckContext): Node | null {
  const { tree, trace } = context;
  let choice: Node | null = null;
  for (const { role, at } of trace.uses) {
    if (role !== 'inspected' || !/tool_?use/i.test(tree.text.slice(...at.range))) continue;
    const holders = holdersOf(tree, at);
    if (holders.some((holder) => givesUp(context, holder))) return null;
    if (holders.some((holder) => chooses(context, holder))) choice ??= at;
  }
  return choice;
}

/** The statements and expressions that a test decides, at once or through a variable. */
function holdersOf(tree: SyntaxTree, start: Node, hops = 0): readonly Node[] {
  let node = start;
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
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ConditionalExpression':
        return parent.test === node ? [parent] : [];
      case 'VariableDeclarator': {
        const references = parent.id.type === 'Identifier' ? (tree.variableOf(parent.id)?.references ?? []) : [];
        return hops > 0
          ? []
          : references.flatMap(({ identifier, init }) => (init ? [] : holdersOf(tree, identifier, hops + 1)));
      }
      default:
        return [];
    }
  }
  return [];
}

/** An answer without a tool, or one with it, is an error to this code. */
function givesUp({ tree, trace }: CheckContext, holder: Node): boolean {
  if (holder.type !== 'IfStatement') return false;
  const courses = [othersOf(tree, chainOf(tree, holder)), courseOf(tree, holder.consequent, holder)];
  // What comes behind a loop of calls is about the number of calls.
  const turns = turnsAround(tree, holder);
  return courses.some(
    (course) =>
      effectOf(tree, course, trace.uses).others === 'throws' &&
      !(turns && course.nodes.some((node) => !isWithin(node, turns))),
  );
}

/** The nearest loop that is not over the elements of something. */
function turnsAround(tree: SyntaxTree, holder: Node): Node | null {
  let node = tree.parentOf(holder);
  while (node && !isCallable(node) && !(isLoop(node) && !/^For(?:Of|In)/.test(node.type))) node = tree.parentOf(node);
  return isCallable(node) ? null : node;
}

/** A test of one block in a loop over all of them chooses only when it leaves the loop. */
function chooses({ tree }: CheckContext, holder: Node): boolean {
  if (holder.type !== 'IfStatement') return true;
  const body = tree.parentOf(holder);
  const loop = body?.type === 'BlockStatement' ? tree.parentOf(body) : body;
  if (!loop || !isLoop(loop) || loop.type !== 'ForOfStatement' || loop.await) return true;
  return statementsOf(holder.consequent).at(-1)?.type === 'ReturnStatement';
}
