import type { Place, TextPart } from '../../prompt.js';
import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { runsOnce } from './order.js';

/** An expression, and what is known where it runs. */
export interface Spot extends Located {
  readonly scope: Scope;
}

export interface Scope {
  /** Name of a parameter or variable → what it stands for while a helper is looked through. */
  readonly bindings: ReadonlyMap<Node, Binding>;
  /** The expression runs once in a process, not at every call. */
  readonly isOnce: boolean;
  /** Steps into the code: what nests or refers deeper than anybody writes is not read. */
  readonly depth: number;
  /** The definitions that led here, the last first: who comes by one of them again goes round in a circle. */
  readonly trail: Trail | null;
}

interface Trail {
  readonly node: Node;
  readonly before: Trail | null;
}

export type Binding =
  { readonly kind: 'expression'; readonly spot: Spot } | { readonly kind: 'text'; readonly parts: readonly TextPart[] };

/** One question to the code, and how much of it may still be looked at. */
export interface Reading {
  readonly reach: Reach;
  readonly budget: Budget;
  /** The text that an expression makes, piece by piece. */
  text(spot: Spot): readonly TextPart[];
  /** The same for the expression behind a name, which others may ask for too. */
  named(spot: Spot): readonly TextPart[];
}

/** Expressions that may still be looked at: for one prompt, and for all prompts of a document. */
export interface Budget {
  left: number;
  readonly ofDocument: { left: number };
}

const deepest = 200;

/** Whether one more expression may be looked at. */
export function mayGoOn({ scope }: Spot, { budget }: Reading): boolean {
  budget.left--;
  budget.ofDocument.left--;
  return budget.left >= 0 && budget.ofDocument.left >= 0 && scope.depth < deepest;
}

/** The expression at the start of a question. */
export function spotAt(tree: SyntaxTree, node: Node): Spot {
  return { tree, node, scope: { bindings: new Map(), isOnce: runsOnce(tree, node), depth: 0, trail: null } };
}

/** An expression inside another one. */
export function inside({ tree, scope }: Spot, node: Node): Spot {
  return { tree, node, scope: { ...scope, depth: scope.depth + 1 } };
}

/** An expression that another one refers to; `null` where that goes round in a circle. */
export function reached({ scope }: Spot, { tree, node }: Located): Spot | null {
  for (let step = scope.trail; step; step = step.before) if (step.node === node) return null;
  const isOnce = scope.isOnce || runsOnce(tree, node);
  return { tree, node, scope: { ...scope, isOnce, depth: scope.depth + 1, trail: { node, before: scope.trail } } };
}

export function placeOf({ tree, node }: Located): Place {
  return { range: node.range, path: tree.path };
}

/** An expression as written. */
export function sourceOf({ tree, node }: Located): string {
  return tree.text.slice(...node.range);
}
