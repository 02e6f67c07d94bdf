import type { Document } from '../../documents/document.js';
import type { RequestField } from '../../documents/request.js';
import { codeStyleOf } from '../../edits/code-style.js';
import type { TextEdit } from '../../edits/text-edit.js';
import type { WrittenThinking } from './written-thinking.js';

/** The edit after which a property has another name; an empty one where it has it, `null` where it can't be written. */
export function keyEdit(
  { path, property, written }: RequestField,
  name: string,
  { path: own, text }: Document,
): TextEdit | null {
  const [start] = property.range;
  if (path.at(-1) === name) return { range: [start, start], text: '' };
  if (property.path !== own || written.path !== own) return null;
  const old = path.at(-1) ?? '';
  const value = text.slice(...written.range);
  if (written.range[0] === start) return value === old ? { range: [start, start], text: `${name}: ` } : null;
  const [, quote] = /^(["']?)([\w$]+)\1\s*:\s*$/.exec(text.slice(start, written.range[0])) ?? [];
  if (quote === undefined) return null;
  const from = start + quote.length;
  return text.slice(from, from + old.length) === old ? { range: [from, from + old.length], text: name } : null;
}

/** The edit after which a thinking setting is of a type: in place of the type, or of a flag that stands for it. */
export function typeEdit({ type, flag }: WrittenThinking, wanted: string, document: Document): TextEdit | null {
  const field = type ?? flag;
  if (field?.property.path !== document.path || field.written.path !== document.path) return null;
  const { property, written, value } = field;
  if (!type || written.range[0] === property.range[0])
    return isPlainProperty(field, document)
      ? { range: property.range, text: memberText('type', wanted, document, keyQuote(field, document)) }
      : null;
  const isInside = value.kind === 'text' && value.range[0] >= written.range[0] && value.range[1] <= written.range[1];
  const range = isInside ? value.range : written.range;
  const quote = isInside ? document.text.charAt(range[0]) : codeStyleOf(document.text).quote;
  return /^["'`]$/.test(quote) ? { range, text: `${quote}${wanted}${quote}` } : null;
}

/** `name: 'value'` as the file writes texts. */
export function memberText(name: string, value: string, { text }: Document, around = ''): string {
  const { quote } = codeStyleOf(text);
  return `${around}${name}${around}: ${quote}${value}${quote}`;
}

function keyQuote({ property }: RequestField, { text }: Document) {
  const first = text.charAt(property.range[0]);
  return first === '"' || first === "'" ? first : '';
}

/** `name: value` or `name`, and no statement that sets it. */
function isPlainProperty({ property, written, path }: RequestField, { text }: Document) {
  const key = text.slice(property.range[0], written.range[0]);
  return written.range[0] === property.range[0]
    ? text.slice(...written.range) === path.at(-1)
    : /^(["']?)[\w$]+\1\s*:\s*$/.test(key);
}
