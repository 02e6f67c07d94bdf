import type { ConstantLibrary } from './constant-library.js';
import { scanModelNames } from './scan-model-names.js';

/**
 * The constants for Claude models that a library's compiled code or declarations name, by member. Reads
 * `NAME = new Model("id"`, `NAME: "id"` and, in declarations, a comment with the ID before `static readonly NAME`. The texts
 * that a function takes are the keys of `"A name": "id"`.
 */
export function parseLibraryConstants(text: string, names?: ConstantLibrary['names']): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  for (const { idStart, idEnd } of scanModelNames(text)) {
    const member =
      names === 'arguments' ? keyOf(text, idStart) : (assignedTo(text, idStart) ?? documented(text, idEnd));
    if (member !== undefined && !constants.has(member)) constants.set(member, text.slice(idStart, idEnd));
  }
  return constants;
}

const before = /([A-Za-z_$][\w$]{0,80})\s{0,4}[=:]\s{0,20}(?:new\s{1,4}[\w$.]{1,80}\(\s{0,20})?["'`]$/;
const quotedKey = /["']([^"'\\\n]{1,80})["']\s{0,4}:\s{0,20}["'`]$/;
const after = /^["'`]?\.?[^"'`;]{0,400}\*\/\s{0,20}static readonly (\w{1,80})\b/;

function assignedTo(text: string, idStart: number) {
  return before.exec(text.slice(Math.max(0, idStart - 200), idStart))?.[1];
}

function keyOf(text: string, idStart: number) {
  return quotedKey.exec(text.slice(Math.max(0, idStart - 200), idStart))?.[1];
}

function documented(text: string, idEnd: number) {
  return after.exec(text.slice(idEnd, idEnd + 500))?.[1];
}
