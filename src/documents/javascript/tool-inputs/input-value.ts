import type { Node } from '../syntax/syntax-tree.js';

/**
 * What an expression holds of the input of a tool: all of it, one text in it, or its JSON; or it is an object that the code
 * built around one of these, and has it under a name, or a list of such values.
 */
export type InputValue = Input | Field | Json | Held | List;

export interface Input {
  readonly kind: 'input';
  /** The expression that is the input at first, read off an answer or parsed; `null` until it is read. */
  readonly source: Node | null;
  /** Where the compiler takes a read of its texts, they are strings or `any`. */
  readonly isTrimmable: boolean;
  /** A library has held it against its schema. */
  readonly isChecked?: boolean;
}

interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly source: Node | null;
  readonly isTrimmable: boolean;
  readonly isChecked?: boolean;
}

interface Json {
  readonly kind: 'json';
}

interface Held {
  readonly kind: 'held';
  readonly name: string;
  readonly value: InputValue;
}

interface List {
  readonly kind: 'list';
  readonly element: InputValue;
}

/** The same value, seen as a type that is written for it. */
export function typed(value: InputValue, type: Node | null | undefined): InputValue {
  if (!type) return value;
  switch (value.kind) {
    case 'json':
      return value;
    case 'held':
      return { ...value, value: typed(value.value, type) };
    case 'list':
      return { ...value, element: typed(value.element, type) };
    case 'input':
    case 'field':
      return { ...value, isTrimmable: type.type === 'TSAnyKeyword' };
  }
}

/** What is under a name of a value, read at a node; `null` where that is nothing of the input. */
export function memberOf(value: InputValue, name: string, at: Node): InputValue | null {
  if (value.kind === 'held') {
    const inner = value.name === name ? value.value : null;
    return inner?.kind === 'input' ? { ...inner, source: inner.source ?? at } : inner;
  }
  return value.kind === 'input' ? { ...value, kind: 'field', name } : null;
}

/** An object that has a value under a name. */
export function heldUnder(name: string, value: InputValue): InputValue {
  return { kind: 'held', name, value };
}

/** A list of such values. */
export function listOf(element: InputValue): InputValue {
  return { kind: 'list', element };
}
