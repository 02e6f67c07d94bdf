import type { Range } from '../../edits/text-edit.js';
import type { Entry, EntryField } from '../entry.js';
import type { Position } from '../facts.js';
import { setApart, setsApart } from '../sets-apart.js';
import type { Bracket, Token } from './lexer.js';

/** What a string of HCL stands among: the texts or rows of a list, or the keys of a map. */
export function terraformTableEntry(text: string, token: Token, position: Position): Entry | null {
  const { bracket } = token;
  if (token.kind !== 'string' || !bracket) return null;
  if (position === 'key') return bracket.mark === '{' ? pairOf(text, token, bracket) : null;
  if (bracket.mark === '[') return entryOf(text, token.outer, bracket, [], listObstacle(text, bracket));
  const list = bracket.mark === '{' && bracket.parent?.mark === '[' ? bracket.parent : null;
  const end = list ? endOf(text, bracket.at) : null;
  if (!list || end === null || !isElement(text, list, bracket) || heredoc.test(text.slice(bracket.at, end)))
    return null;
  return entryOf(text, [bracket.at, end], list, fieldsIn(text, [bracket.at + 1, end - 1]), null);
}

function pairOf(text: string, token: Token, map: Bracket): Entry | null {
  const sign = /^[ \t]*[=:][ \t]*/.exec(text.slice(token.outer[1], token.outer[1] + 200));
  if (!sign) return null;
  const start = token.outer[1] + sign[0].length;
  const end = valueEnd(text, start);
  if (end <= start || heredoc.test(text.slice(start, end))) return null;
  const isBlock = text.charAt(start) === '{';
  const fields = isBlock ? fieldsIn(text, [start + 1, end - 1]) : [fieldAt(text, '', [start, end])];
  const entry = entryOf(text, [token.outer[0], end], map, fields, null);
  return { ...entry, form: text.slice(map.at, token.outer[0]).includes('\n') ? 'lines' : 'brackets' };
}

function entryOf(
  text: string,
  range: Range,
  list: Bracket,
  fields: readonly EntryField[],
  obstacle: string | null,
): Entry {
  const name = /"?([\w.-]{1,80})"?\s*[=:]\s*$/.exec(text.slice(Math.max(0, list.at - 120), list.at))?.[1] ?? '';
  return {
    range,
    container: [list.at, list.at + 1],
    form: 'brackets',
    fields,
    obstacle: obstacle ?? (setsApart(name) ? setApart : null),
  };
}

/** Text that goes on below, to a word of its own. */
const heredoc = /<<-?[ \t]*[A-Za-z_]/;

function listObstacle(text: string, { at, parent }: Bracket) {
  if (parent?.mark === '[') return 'it is one of the values of a row';
  // The names of one list belong to the values of another, by their places.
  return /\bzipmap\([^()]{0,2000}$/.test(text.slice(Math.max(0, at - 2000), at)) ? 'another list goes with it' : null;
}

/** An object of a list, rather than what is between the braces of a template or a `for` in it. */
function isElement(text: string, list: Bracket, row: Bracket) {
  return /[[,]\s*(?:(?:#|\/\/)[^\n]*\s*)*$/.test(text.slice(list.at, row.at));
}

const marks = /"(?:[^"\\\n]|\\.)*"|(?:#|\/\/)[^\n]*|[{}[\]()]|[,\n]/g;

/** Behind the brace that closes the one at `open`. */
function endOf(text: string, open: number): number | null {
  let depth = 0;
  for (const { mark, at } of marksFrom(text, open)) {
    if ('{[('.includes(mark)) depth += 1;
    if ('}])'.includes(mark)) depth -= 1;
    if (depth === 0 && '}])'.includes(mark)) return at + 1;
  }
  return null;
}

/** Behind a value: where its line, or what it stands in, ends. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (const { mark, at } of marksFrom(text, start)) {
    const isOver = depth === 0 && (/^[,\n}\])]$/.test(mark) || /^(?:#|\/\/)/.test(mark));
    if (isOver) return start + text.slice(start, at).trimEnd().length;
    if ('{[('.includes(mark)) depth += 1;
    if ('}])'.includes(mark)) depth -= 1;
  }
  return start;
}

function* marksFrom(text: string, start: number) {
  const each = new RegExp(marks);
  each.lastIndex = start;
  for (let found = each.exec(text); found; found = each.exec(text)) yield { mark: found[0], at: found.index };
}

/** `name = value` for each line of an object. */
function fieldsIn(text: string, [start, end]: Range): readonly EntryField[] {
  const fields: EntryField[] = [];
  const name = /[\s,]*(?:(?:#|\/\/)[^\n]*\s*)*"?([\w-]{1,80})"?[ \t]*[=:][ \t]*/y;
  for (let at = start; at < end;) {
    name.lastIndex = at;
    const found = name.exec(text);
    if (!found) break;
    const value = at + found[0].length;
    const stop = valueEnd(text, value);
    if (stop <= value || stop > end) break;
    fields.push(fieldAt(text, found[1] ?? '', [value, stop]));
    at = stop;
  }
  return fields;
}

function fieldAt(text: string, name: string, range: Range): EntryField {
  return { name, range, kind: /^"[^"\n]*"$/.test(text.slice(...range)) ? 'text' : 'other' };
}
