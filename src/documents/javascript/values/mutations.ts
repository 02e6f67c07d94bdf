import type { Variable } from '@typescript-eslint/scope-manager';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** A use of a name that changes the list or object behind it. */
export interface Mutation {
  /** `method`: `list.push(…)` · `member`: `object.name = …`, `object.name.push(…)`, `object.name++` */
  readonly kind: 'method' | 'member';
  /** Name of the method or member; `null` where it is computed. */
  readonly name: string | null;
  /** The call or the assignment. */
  readonly node: Node;
}

const methods = new Set([
  ...['push', 'unshift', 'splice', 'pop', 'shift', 'sort', 'reverse', 'fill', 'copyWithin'],
  ...['add', 'set', 'delete', 'clear'],
]);
const ofVariables = new WeakMap<Variable, readonly Mutation[]>();
const ofFields = new WeakMap<SyntaxTree, ReadonlySet<string>>();

/** Every change a file makes to what a name stands for, in the order in which they are written. */
export function mutationsOf(tree: SyntaxTree, variable: Variable): readonly Mutation[] {
  const memo = ofVariables.get(variable);
  if (memo) return memo;
  const found = variable.references.flatMap(({ identifier }) => mutationAt(tree, identifier) ?? []);
  ofVariables.set(variable, found);
  return found;
}

/** Whether `object.name` is written to somewhere after the object was made. */
export function isMemberWritten(tree: SyntaxTree, object: Node, name: string): boolean {
  const variable = tree.variableOf(unwrap(object));
  return (
    variable !== null &&
    mutationsOf(tree, variable).some(
      (mutation) => mutation.kind === 'member' && (mutation.name === name || mutation.name === null),
    )
  );
}

/** Whether a field is changed after it was set: `this.turns++`, `this.history.push(…)`. */
export function isFieldChanged(tree: SyntaxTree, name: string): boolean {
  const memo = ofFields.get(tree);
  if (memo) return memo.has(name);
  const changed = new Set<string>();
  for (const member of tree.all('MemberExpression')) {
    const field = member.object.type === 'ThisExpression' ? staticName(member.property, member.computed) : null;
    if (field !== null && (tree.parentOf(member)?.type === 'UpdateExpression' || mutationAt(tree, member)))
      changed.add(field);
  }
  ofFields.set(tree, changed);
  return changed.has(name);
}

function mutationAt(tree: SyntaxTree, owner: Node): Mutation | null {
  let node = owner;
  let first: string | null | undefined;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'MemberExpression' && parent.object === node) {
      const name = staticName(parent.property, parent.computed);
      const call = tree.parentOf(parent);
      if (call?.type === 'CallExpression' && call.callee === parent)
        return name !== null && methods.has(name) ? changed(first, name, call) : null;
      if (first === undefined) first = name;
    } else if (parent.type === 'AssignmentExpression' ? parent.left === node : parent.type === 'UpdateExpression') {
      return first === undefined ? null : { kind: 'member', name: first, node: parent };
    } else if (parent.type !== 'TSNonNullExpression' && parent.type !== 'TSAsExpression') return null;
  }
  return null;
}

function changed(member: string | null | undefined, method: string, call: Node): Mutation {
  return member === undefined
    ? { kind: 'method', name: method, node: call }
    : { kind: 'member', name: member, node: call };
}
