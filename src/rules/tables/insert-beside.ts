import type { Document } from '../../documents/document.js';
import type { Entry } from '../../documents/entry.js';
import { codeStyleOf } from '../../edits/code-style.js';
import { insertElement } from '../../edits/insert-element.js';
import { lineEndAt, lineEndOf, lineStartAt } from '../../edits/line-bounds.js';
import type { TextEdit } from '../../edits/text-edit.js';

/** Puts entries behind another one, written as it is; `null` where that can't be done with certainty. */
export function insertBeside(
  { text, format }: Document,
  entry: Entry,
  added: readonly string[],
): readonly TextEdit[] | null {
  if (entry.form === 'dashes') return behindDash(text, entry, added);
  if (entry.form === 'lines') return behindLine(text, entry, added);
  if (entry.form === 'alternatives') return behindAlternative(text, entry, added);
  if (entry.form === 'alone') return format === 'yaml' ? asBlockList(text, entry, added) : asList(text, entry, added);
  if (format === 'javascript') return insertElement(text, added, entry.container, entry.range);
  return behindElement(text, entry, added);
}

/** JSON, flow lists of YAML, lists of HCL: a comment behind the element would change sides. */
function behindElement(text: string, { range: [start, end] }: Entry, added: readonly string[]) {
  const lineStart = lineStartAt(text, start);
  const indent = text.slice(lineStart, start);
  const rest = text.slice(end, lineEndAt(text, end));
  if (/^\s*,?\s*(?:#|\/\/|\/\*)/.test(rest)) return null;
  const between = indent.trim() === '' ? `,${lineEndOf(text)}${indent}` : ', ';
  return [{ range: [end, end] as const, text: added.map((element) => between + element).join('') }];
}

function behindDash(text: string, { range: [start, end] }: Entry, added: readonly string[]) {
  const lead = text.slice(lineStartAt(text, start), start);
  const rest = text.slice(end, lineEndAt(text, end));
  if (!/^[ \t]*-[ \t]+$/.test(lead) || !/^[ \t]*(?:#.*)?$/.test(rest)) return null;
  const at = end + rest.length;
  return [{ range: [at, at] as const, text: added.map((item) => lineEndOf(text) + lead + item).join('') }];
}

/** A pair on lines of its own; the first one of a row in a list stands behind the dash. */
function behindLine(text: string, { range: [start, end] }: Entry, added: readonly string[]) {
  const lead = text.slice(lineStartAt(text, start), start);
  const rest = /^[ \t]*(,?)[ \t]*(?:(?:#|\/\/).*)?$/.exec(text.slice(end, lineEndAt(text, end)));
  if (!/^[ \t]*(?:-[ \t]+)?$/.test(lead) || !rest) return null;
  const [all, comma = ''] = rest;
  const line = lineEndOf(text) + lead.replace('-', ' ');
  const at = end + all.length;
  return [{ range: [at, at] as const, text: added.map((pair) => line + pair + comma).join('') }];
}

/** `| 'a'` on a line of its own, or one of several on a line; a comment stays with the member that it stands behind. */
function behindAlternative(text: string, { range: [start, end] }: Entry, added: readonly string[]) {
  const lead = text.slice(lineStartAt(text, start), start);
  const rest = text.slice(end, lineEndAt(text, end));
  const hasLine = /^[ \t]*\|[ \t]*$/.test(lead);
  const isNoted = /^[ \t]*(?:\/\/|\/\*[^*]*\*\/[ \t]*$)/.test(rest);
  if (isNoted ? !hasLine : /\/[/*]/.test(rest)) return null;
  const at = isNoted ? end + rest.length : end;
  const before = hasLine ? lineEndOf(text) + lead : ' | ';
  return [{ range: [at, at] as const, text: added.map((member) => before + member).join('') }];
}

/** `Resource: x` becomes a list under its key. */
function asBlockList(text: string, { range: [start, end] }: Entry, added: readonly string[]) {
  const lead = text.slice(lineStartAt(text, start), start);
  const rest = text.slice(end, lineEndAt(text, end));
  const key = /^([ \t]*(?:-[ \t]+)?)[\w"']+:([ \t]+)$/.exec(lead);
  if (!key || !/^[ \t]*(?:#.*)?$/.test(rest)) return null;
  const [, before = '', space = ''] = key;
  const line = `${lineEndOf(text)}${' '.repeat(before.length + 2)}- `;
  const at = end + rest.length;
  return [
    { range: [start - space.length, start] as const, text: line },
    { range: [at, at] as const, text: added.map((item) => line + item).join('') },
  ];
}

/** `"Resource": "x"` becomes a list with a line for each. */
function asList(text: string, { range: [start, end] }: Entry, added: readonly string[]) {
  const outer = /^[ \t]*/.exec(text.slice(lineStartAt(text, start), start))?.[0] ?? '';
  const line = `${lineEndOf(text)}${outer}`;
  const inner = line + codeStyleOf(text).indent;
  return [
    { range: [start, start] as const, text: `[${inner}` },
    { range: [end, end] as const, text: `${added.map((element) => `,${inner}${element}`).join('')}${line}]` },
  ];
}
