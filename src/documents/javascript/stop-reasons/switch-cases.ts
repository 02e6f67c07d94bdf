import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { type Course, courseOf } from './flow-after.js';
import { reasonWord } from './reason-words.js';
import { comparedIn } from './switch-on-true.js';

type SwitchCase = Extract<Node, { type: 'SwitchCase' }>;

/** Labels that share their statements. */
export interface CaseGroup {
  readonly words: readonly string[];
  readonly cases: readonly SwitchCase[];
  readonly isDefault: boolean;
  readonly body: readonly Node[];
}

/** The groups of a switch, in order. */
export function switchCases(tree: SyntaxTree, statement: Node, reach: Reach): readonly CaseGroup[] {
  const groups: CaseGroup[] = [];
  let cases: SwitchCase[] = [];
  for (const each of statement.type === 'SwitchStatement' ? statement.cases : []) {
    cases.push(each);
    const isLast = statement.type === 'SwitchStatement' && statement.cases.at(-1) === each;
    if (each.consequent.length === 0 && !isLast) continue;
    groups.push({
      words: cases.flatMap(({ test }) => (test ? (wordOf(tree, test, reach) ?? []) : [])),
      cases,
      isDefault: cases.some(({ test }) => test === null),
      body: each.consequent,
    });
    cases = [];
  }
  return groups;
}

/** The word of a case, or the one that a case of `switch (true)` compares with. */
function wordOf(tree: SyntaxTree, test: Node, reach: Reach): string | null {
  const [left, right] = comparedIn(test) ?? [test];
  return reasonWord(tree, left, reach) ?? (right ? reasonWord(tree, right, reach) : null);
}

/** What runs for a value that no case names. */
export function defaultCourse(tree: SyntaxTree, statement: Node): Course {
  if (statement.type !== 'SwitchStatement') return { nodes: [], ends: 'runsOut' };
  const index = statement.cases.findIndex(({ test }) => test === null);
  if (index < 0) return courseOf(tree, null, statement);
  const nodes: Node[] = [];
  for (const { consequent } of statement.cases.slice(index)) {
    for (const node of consequent) {
      const inner = node.type === 'BlockStatement' ? node.body : [node];
      for (const each of inner) {
        nodes.push(each);
        if (each.type === 'ThrowStatement') return { nodes, ends: 'throws' };
        if (each.type === 'ReturnStatement') return { nodes, ends: 'returns' };
        if (each.type === 'ContinueStatement') return { nodes, ends: 'repeats' };
        if (each.type === 'BreakStatement') return behind(tree, statement, nodes);
      }
    }
  }
  return behind(tree, statement, nodes);
}

function behind(tree: SyntaxTree, statement: Node, nodes: readonly Node[]): Course {
  const course = courseOf(tree, null, statement);
  return { nodes: [...nodes, ...course.nodes], ends: course.ends };
}
