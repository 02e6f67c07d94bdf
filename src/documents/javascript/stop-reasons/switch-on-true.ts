import type { Use } from '../answer/value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

type Switch = Extract<Node, { type: 'SwitchStatement' }>;

/** `switch (true)` of which every case compares the reason: uses of the reason by the whole statement. */
export function switchesOnTrue(tree: SyntaxTree, uses: readonly Use[]): readonly Use[] {
  const byTest = new Map(uses.flatMap((use) => (use.role === 'compared' ? [[use.at, use] as const] : [])));
  const statements = new Set([...byTest.keys()].flatMap((test) => switchOf(tree, test) ?? []));
  return [...statements].flatMap((statement) => {
    const tests = statement.cases.flatMap(({ test }) => test ?? []);
    const [first] = tests.flatMap((test) => byTest.get(test) ?? []);
    return first && tests.every((test) => byTest.has(test) && comparedIn(test))
      ? [{ ...first, role: 'switched' as const, at: statement }]
      : [];
  });
}

/** The two sides of a comparison that holds for one reason. */
export function comparedIn(test: Node): readonly [Node, Node] | null {
  return test.type === 'BinaryExpression' && /^===?$/.test(test.operator) ? [test.left, test.right] : null;
}

function switchOf(tree: SyntaxTree, test: Node): Switch | null {
  const owner = tree.parentOf(test);
  const statement = owner?.type === 'SwitchCase' && owner.test === test ? tree.parentOf(owner) : null;
  return statement?.type === 'SwitchStatement' && isTrue(statement.discriminant) ? statement : null;
}

function isTrue(node: Node): boolean {
  return node.type === 'Literal' && node.value === true;
}
