import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { Kind, Origin, Role, Value } from './value.js';

/** What the steps of following one answer share. */
export interface Walk {
  readonly tree: SyntaxTree;
  readonly origin: Origin;
  readonly reach: Reach;
  /** Goes on from an expression that is a value. */
  flow(node: Node, value: Value): void;
  /** Goes on from a call that decodes a body, with what it gives. */
  decode(call: Node, value: Value): void;
  use(role: Role, value: Value, node: Node, at: Node): void;
}

/** The same value, seen as something else. */
export function as(value: Value, kind: Kind): Value {
  return { ...value, kind, isEvent: value.isEvent || kind === 'event' || kind === 'messageStop' || kind === 'delta' };
}

/** A value at the place where it first is. */
export function valueOf(kind: Kind, within: readonly string[] = []): Value {
  return as({ kind, within, isEvent: false, loop: null }, kind);
}

/** A value that the code puts under a name. */
export function inside(value: Value, name: string): Value {
  return { ...value, within: [name, ...value.within] };
}

const anyIndex = '*';

/** A value that every element of a list is which the code builds. */
export function listed(value: Value): Value {
  return inside(value, anyIndex);
}

/** An element of a list that the code has built; `null` for anything else. The elements of a list that is written out may be all sorts of things. */
export function builtElement(value: Value): Value | null {
  const [first = '', ...rest] = value.within;
  if (first === anyIndex) return { ...value, within: rest };
  return isIndex(first) ? { ...value, within: rest, isUncertain: true } : null;
}

/** The element at one place of such a list, which may be shorter. */
export function elementAt(value: Value, name: string): Value | null {
  const [first, ...rest] = value.within;
  return first === anyIndex && isIndex(name) ? { ...value, within: rest, isUncertain: true } : null;
}

function isIndex(name: string): boolean {
  return /^\d+$/.test(name);
}

/** What the model wrote, in any of its wrappings. */
const written: ReadonlySet<Kind> = new Set<Kind>(['output', 'message', 'content', 'block', 'text', 'tool']);

export function isWritten({ kind }: Value): boolean {
  return written.has(kind);
}

/** A body, or an event, that is not parsed yet. */
export const undecoded: ReadonlySet<Kind> = new Set<Kind>(['bytes', 'json', 'chunkBytes', 'eventBytes', 'eventJson']);

/** A value goes where this file does not see it. */
export function leave(walk: Walk, value: Value, node: Node, at: Node, role: Role): void {
  walk.use(isWritten(value) && role !== 'logged' ? 'written' : role, value, node, at);
}
