import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

interface Surroundings {
  /** The function a node stands in, or `null` at the top of the module. */
  readonly owner: Node | null;
  /** The innermost loop around it in that function. */
  readonly loop: Node | null;
}

export function surroundingsOf(tree: SyntaxTree, start: Node): Surroundings {
  let loop: Node | null = null;
  let node = tree.parentOf(start);
  for (; node && !functions.has(node.type); node = tree.parentOf(node)) if (!loop && loops.has(node.type)) loop = node;
  return { owner: node, loop };
}

/** Whether a statement runs once before `use` whenever `use` runs: in a block around it, further up, in no loop that `declaration` is not in. */
export function runsBefore(tree: SyntaxTree, statement: Node, use: Node, declaration: Node): boolean {
  const block = tree.parentOf(statement);
  const step = surroundingsOf(tree, statement);
  return (
    block !== null &&
    block.range[0] <= use.range[0] &&
    use.range[1] <= block.range[1] &&
    statement.range[1] <= use.range[0] &&
    step.owner === surroundingsOf(tree, use).owner &&
    step.loop === surroundingsOf(tree, declaration).loop
  );
}

/** Whether a step can only run after `use`. */
export function runsAfter(tree: SyntaxTree, step: Node, use: Node, declaration: Node): boolean {
  const around = surroundingsOf(tree, use);
  return (
    step.range[0] > use.range[0] &&
    surroundingsOf(tree, step).owner === around.owner &&
    around.loop === surroundingsOf(tree, declaration).loop
  );
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const loops = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);

/** Whether a node runs once while its module is loaded or its object is made. */
export function runsOnce(tree: SyntaxTree, start: Node): boolean {
  for (let node = tree.parentOf(start), below = start; node; below = node, node = tree.parentOf(node)) {
    if (loops.has(node.type)) return false;
    if (node.type === 'PropertyDefinition') return node.value === below;
    if (!functions.has(node.type)) continue;
    const method = tree.parentOf(node);
    return method?.type === 'MethodDefinition' && method.kind === 'constructor';
  }
  return true;
}
