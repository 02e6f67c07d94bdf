import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isCallable } from '../syntax/functions.js';

/** What runs when no case is met: statements in order, and whether they end in an exception. */
export interface Course {
  readonly nodes: readonly Node[];
  readonly ends: 'throws' | 'returns' | 'repeats' | 'runsOut';
}

/** The statements of a branch and, unless it ends there, those after the statement it belongs to. */
export function courseOf(tree: SyntaxTree, branch: Node | null, owner: Node): Course {
  const nodes: Node[] = [];
  const first = branch === null ? 'falls' : run(statementsOf(branch), nodes);
  if (first !== 'falls' && first !== 'breaks') return { nodes, ends: first };
  return after(tree, owner, nodes, first === 'breaks');
}

type End = 'throws' | 'returns' | 'repeats' | 'breaks' | 'falls';

/** Collects statements up to the first that leaves for good. */
function run(statements: readonly Node[], nodes: Node[]): End {
  for (const statement of statements) {
    nodes.push(statement);
    switch (statement.type) {
      case 'ThrowStatement':
        return 'throws';
      case 'ReturnStatement':
        return 'returns';
      case 'ContinueStatement':
        return 'repeats';
      case 'BreakStatement':
        return 'breaks';
      case 'BlockStatement': {
        nodes.pop();
        const end = run(statement.body, nodes);
        if (end !== 'falls') return end;
        break;
      }
      default:
    }
  }
  return 'falls';
}

/** Goes on behind a statement, outwards to the end of the function. */
function after(tree: SyntaxTree, statement: Node, nodes: Node[], isBreak: boolean): Course {
  let leavesLoop = isBreak;
  let inner = statement;
  for (let outer = tree.parentOf(inner); outer; inner = outer, outer = tree.parentOf(inner)) {
    if (isCallable(outer) || outer.type === 'Program') {
      if (outer.type === 'Program') run(outer.body.slice(indexIn(outer.body, inner) + 1), nodes);
      return { nodes, ends: 'runsOut' };
    }
    if (isLoop(inner) || inner.type === 'SwitchStatement') leavesLoop = false;
    const siblings = leavesLoop ? [] : siblingsAfter(outer, inner);
    const end = run(siblings, nodes);
    if (end === 'breaks') leavesLoop = true;
    else if (end !== 'falls') return { nodes, ends: end };
  }
  return { nodes, ends: 'runsOut' };
}

export function isLoop(node: Node): boolean {
  return /^(?:While|DoWhile|For|ForOf|ForIn)Statement$/.test(node.type);
}

function siblingsAfter(outer: Node, inner: Node): readonly Node[] {
  if (outer.type === 'BlockStatement') return outer.body.slice(indexIn(outer.body, inner) + 1);
  // The cases below a case only follow when it falls through; what follows the switch comes next.
  if (outer.type === 'SwitchCase') return outer.consequent.slice(indexIn(outer.consequent, inner) + 1);
  return [];
}

function indexIn(list: readonly Node[], node: Node) {
  return list.findIndex((each) => each === node);
}

export function statementsOf(branch: Node): readonly Node[] {
  return branch.type === 'BlockStatement' ? branch.body : [branch];
}
