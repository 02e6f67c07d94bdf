import type { TextPart } from '../../prompt.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { composed, entering } from './compose.js';
import { runsAfter, runsBefore, surroundingsOf } from './order.js';
import { inside, placeOf, reached, type Reading, type Spot } from './spot.js';

/** A text that is put together in steps: `let text = 'a'; text += 'b';`. `null` where the order of the steps can't be told. */
export function builtText(use: Spot, reading: Reading): readonly TextPart[] | null {
  const { tree, node } = use;
  const variable = tree.variableOf(node);
  const name = variable?.identifiers[0];
  const definition = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  if (!variable || !name || definition?.type !== 'VariableDeclarator' || definition.id.type !== 'Identifier')
    return null;
  const writes = variable.references.flatMap((reference) =>
    reference.isWrite() && reference.init !== true ? [reference.identifier] : [],
  );
  const owner = surroundingsOf(tree, node).owner;
  if (writes.length === 0 || writes.length > mostSteps) return null;
  if ([definition, ...writes].some((step) => surroundingsOf(tree, step).owner !== owner)) return null;
  const initial = definition.init && reached(use, { tree, node: definition.init });
  if (definition.init && !initial) return null;
  let parts: readonly TextPart[] = initial ? reading.text(initial) : [];
  for (const write of writes) {
    if (runsAfter(tree, write, node, definition)) continue;
    const step = stepAt(tree, write);
    if (!step || write.range[0] > node.range[0]) return null;
    parts = runsBefore(tree, step.statement, node, definition)
      ? after(step.assignment, parts, name, use, reading)
      : mayBe(step.assignment, parts, use);
  }
  return parts;
}

/** Every step copies what was there before. */
const mostSteps = 1000;

interface Step {
  readonly assignment: Extract<Node, { type: 'AssignmentExpression' }>;
  readonly statement: Node;
}

function stepAt(tree: SyntaxTree, write: Node): Step | null {
  const assignment = tree.parentOf(write);
  const statement = assignment && tree.parentOf(assignment);
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== write) return null;
  if (assignment.operator !== '=' && assignment.operator !== '+=') return null;
  return statement?.type === 'ExpressionStatement' ? { assignment, statement } : null;
}

/** The text after a step that is always taken. The name stands for what it was before. */
function after(
  { operator, right }: Step['assignment'],
  before: readonly TextPart[],
  name: Node,
  use: Spot,
  reading: Reading,
): readonly TextPart[] {
  const value = inside(use, right);
  const bindings = new Map(use.scope.bindings).set(name, { kind: 'text', parts: before });
  const added = reading.text({ ...value, scope: { ...value.scope, bindings } });
  if (operator === '=') return added;
  return composed([before, entering(added, placeOf(value))], placeOf(use));
}

/** The text after a step that may be left out: what is added may be there, what is set anew can't be told. */
function mayBe({ operator, right }: Step['assignment'], before: readonly TextPart[], use: Spot): readonly TextPart[] {
  const hole: TextPart = { kind: 'unknown', place: placeOf(inside(use, right)) };
  if (operator === '+=') return [...before, hole];
  const first = startOf(unwrap(right));
  const target = use.tree.variableOf(use.node);
  return first && use.tree.variableOf(first) === target ? [...before, hole] : [hole];
}

/** The first term of `text + …` or `${text}…`. */
function startOf(node: Node): Node | null {
  let first = node;
  while (first.type === 'BinaryExpression' && first.operator === '+') first = unwrap(first.left);
  if (first.type === 'Identifier') return first;
  return first.type === 'TemplateLiteral' && first.quasis[0]?.value.raw === '' ? (first.expressions[0] ?? null) : null;
}
