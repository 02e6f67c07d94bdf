import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import { codeStyleOf } from '../../edits/code-style.js';
import { insertProperty } from '../../edits/insert-property.js';
import type { TextEdit } from '../../edits/text-edit.js';

/** Where each API lets through what only Claude knows; `null` = in the request itself. */
const places: Readonly<Partial<Record<ModelCall['dialect'], string | null>>> = {
  converse: 'additionalModelRequestFields',
  messages: null,
  langChain: 'additionalModelRequestFields',
};

/** The edits that turn thinking off; otherwise the reason why there are none. */
export function withoutThinking(call: ModelCall, document: Document): readonly TextEdit[] | string {
  const { request, dialect } = call;
  const within = places[dialect];
  if (!request?.root || !request.isComplete || within === undefined) return "thinking can't be turned off by an edit";
  const { quote } = codeStyleOf(document.text);
  const off = `thinking: { type: ${quote}disabled${quote} }`;
  const outer =
    within === null ? null : request.root.fields.filter(({ path }) => path.length === 1 && path[0] === within);
  const [field, ...others] = outer ?? [];
  if (others.length > 0 || (field && !field.object)) return "thinking can't be turned off by an edit";
  const target = field?.object?.place ?? request.root.place;
  if (target.path !== document.path) return `the request is written in ${target.path}`;
  const property = within === null || field ? off : `${within}: { ${off} }`;
  return insertProperty(document.text, property, target.range) ?? "thinking can't be turned off by an edit";
}
