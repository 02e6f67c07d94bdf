import { isWritten } from '../answer/walk.js';
import type { Kind, Use } from '../answer/value.js';
import type { OtherReasons } from '../../stop-reason-check.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { Course } from './flow-after.js';
import { finishedIn, overwritten } from './finished-value.js';
import { isWithin } from '../syntax/functions.js';

export interface Effect {
  readonly others: OtherReasons;
  /** What they become, as written. */
  readonly becomes: string | null;
}

/** What becomes of the reasons that run through some statements, or through the branch of an expression. */
export function effectOf(tree: SyntaxTree, course: Course, uses: readonly Use[]): Effect {
  if (course.ends === 'throws' || course.nodes.some((node) => isRefusal(node))) return plain('throws');
  const inside = uses.filter(({ node }) => course.nodes.some((statement) => isWithin(node, statement)));
  const finished = finishedIn(tree, course.nodes);
  // A name that is given another word no longer stands for the reason.
  const isGone = overwritten(tree, course.nodes, finished);
  if (inside.some((use) => isForwarded(use) && !isGone(use.node))) return plain('forwarded');
  if (finished) return { others: 'success', becomes: tree.text.slice(...finished.range) };
  if (course.nodes.some((node) => isFailure(node))) return plain('handled');
  return plain(inside.some(isUsed) ? 'success' : 'ignored');
}

function plain(others: OtherReasons): Effect {
  return { others, becomes: null };
}

const wholes: ReadonlySet<Kind> = new Set<Kind>([
  'answer',
  'http',
  'json',
  'bytes',
  'event',
  'messageStop',
  'delta',
  'metadata',
  'reason',
  'streaming',
  'stream',
]);

/** The reason, or all of the answer, goes to code that may look at it. */
function isForwarded({ role, value }: Use): boolean {
  if (role === 'asserted') return true;
  if (isWritten(value) || !wholes.has(value.kind)) return false;
  return role === 'forwarded' || role === 'handedOn' || role === 'returned';
}

function isUsed({ role, value }: Use): boolean {
  return role === 'written' || (role === 'returned' && isWritten(value));
}

/** The program gives up: `process.exit(1)`, `reject(error)`, `return Promise.reject(…)`. */
function isRefusal(statement: Node): boolean {
  const call = callOf(statement);
  const name = call ? calleeName(call.callee) : null;
  return name !== null && /^(?:exit|reject|fail|abort|raise|assertNever|unreachable|exhaustive\w*)$/i.test(name);
}

/** The statement speaks of an error, or gives nothing back. */
function isFailure(statement: Node): boolean {
  if (statement.type === 'ReturnStatement') return isNothing(statement.argument);
  const call = callOf(statement);
  const name = call ? calleeName(call.callee) : null;
  return name !== null && /error|fail|warn|reject|throw|invariant|assert|incomplete|unexpected|unsupported/i.test(name);
}

function isNothing(argument: Node | null): boolean {
  if (argument === null) return false;
  const value = unwrap(argument);
  switch (value.type) {
    case 'Literal':
      return value.value === null || value.value === false || value.value === '' || isFailureWord(value.value);
    case 'Identifier':
      return value.name === 'undefined';
    case 'ArrayExpression':
      return value.elements.length === 0;
    case 'MemberExpression':
      return isFailureWord(staticName(value.property, value.computed));
    case 'ObjectExpression':
      return value.properties.some(
        (property) =>
          property.type === 'Property' &&
          /^(?:errors?|errorMessage|isError|failed|incomplete|truncated)$/.test(
            staticName(property.key, property.computed) ?? '',
          ),
      );
    default:
      return false;
  }
}

function isFailureWord(word: unknown): boolean {
  return (
    typeof word === 'string' && /unknown|error|fail|other|incomplete|unexpected|unspecified|abort|interrupt/i.test(word)
  );
}

function callOf(statement: Node) {
  const expression =
    statement.type === 'ExpressionStatement'
      ? unwrap(statement.expression)
      : statement.type === 'ReturnStatement' && statement.argument
        ? unwrap(statement.argument)
        : null;
  const inner = expression?.type === 'AwaitExpression' ? unwrap(expression.argument) : expression;
  return inner?.type === 'CallExpression' ? inner : null;
}

function calleeName(callee: Node): string | null {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? staticName(node.property, node.computed) : null;
}
