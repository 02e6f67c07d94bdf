import type { ModelGate } from '../../facts.js';
import type { GateTest } from '../../gate-guard.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap, wrapped } from '../syntax/unwrap.js';
import type { GateAtom } from './gate-atom.js';

/** The largest expression that consists of gates about one ID. */
export interface GateCondition {
  readonly node: Node;
  readonly test: GateTest;
  readonly subject: Node;
  readonly mayBeAbsent: boolean;
}

export interface FoundAtom extends GateAtom {
  readonly gate: ModelGate;
}

/** Finds the condition that each gate of a file is a part of; `atoms` by their nodes, which are unwrapped. */
export function createConditions(
  tree: SyntaxTree,
  atoms: ReadonlyMap<Node, FoundAtom>,
): (atom: FoundAtom) => GateCondition {
  // A condition may be long, and is looked at from each of its gates.
  const known = new Map<Node, Tested | null>();

  return (atom) => {
    let node = atom.node;
    let tested = testedBy(node) ?? { test: { kind: 'gate', gate: atom.gate }, mayBeAbsent: atom.mayBeAbsent };
    for (let around = logicalAround(tree, node); around; around = logicalAround(tree, node)) {
      const wider = testedBy(around);
      if (!wider) break;
      [node, tested] = [wrapped(tree, around), wider];
    }
    return { node, subject: atom.subject, test: tested.test, mayBeAbsent: tested.mayBeAbsent };
  };

  function testedBy(start: Node): Tested | null {
    const node = unwrap(start);
    const memo = known.get(node);
    if (memo !== undefined) return memo;
    const tested = read(node);
    known.set(node, tested);
    return tested;
  }

  function read(node: Node): Tested | null {
    const atom = atoms.get(node);
    if (atom) {
      const gate: GateTest = { kind: 'gate', gate: atom.gate };
      const test: GateTest = atom.isNegative ? { kind: 'not', of: gate } : gate;
      return { test, mayBeAbsent: atom.mayBeAbsent, subject: tree.text.slice(...atom.subject.range) };
    }
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      const of = testedBy(node.argument);
      return of && { ...of, test: { kind: 'not', of: of.test } };
    }
    if (node.type !== 'LogicalExpression' || node.operator === '??') return null;
    const [left, right] = [testedBy(node.left), testedBy(node.right)];
    if (!left || !right || left.subject !== right.subject) return null;
    const kind = node.operator === '&&' ? 'all' : 'any';
    return { ...left, test: { kind, of: [left.test, right.test] }, mayBeAbsent: left.mayBeAbsent || right.mayBeAbsent };
  }
}

interface Tested {
  readonly test: GateTest;
  readonly mayBeAbsent: boolean;
  /** The ID that all its gates ask about, as written. */
  readonly subject?: string;
}

/** The `&&` or `||` that an expression is a side of, by itself or turned round. */
function logicalAround(tree: SyntaxTree, node: Node) {
  const parent = tree.parentOf(node);
  const around = parent?.type === 'UnaryExpression' ? tree.parentOf(wrapped(tree, parent)) : parent;
  return around?.type === 'LogicalExpression' ? around : null;
}
