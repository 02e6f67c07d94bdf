import { insertElement } from './insert-element.js';
import type { Range, TextEdit } from './text-edit.js';

/**
 * Adds a property at the end of an object literal, as its other properties are written.
 *
 * @param property its text, `name: value`.
 * @param object range of the literal, braces included.
 * @returns `null` when `object` is no plain object literal.
 */
export function insertProperty(text: string, property: string, object: Range): readonly TextEdit[] | null {
  if (text.charAt(object[0]) !== '{' || text.charAt(object[1] - 1) !== '}') return null;
  return insertElement(text, property, object, null);
}
