import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import type { TextEdit } from '../../edits/text-edit.js';

/** Places in which an API is told the format; the AI SDK's own `output` is no such place: it asks for one where the model has it. */
const sent = /(?:^|\.)(?:output_config\.format|output_format|outputConfig\.textFormat)$/;

/** The formats that a request may ask its answer to have. */
export function outputFormats({ request }: ModelCall): readonly RequestField[] {
  return (request?.settings.outputFormat ?? []).filter(({ path }) => sent.test(path.join('.')));
}

export function isOldPlace({ path }: RequestField): boolean {
  return path.at(-1) === 'output_format';
}

/** Only a body that no type describes can take another name for certain: an SDK may be too old to know it. */
const untyped = /^(?:Converse|InvokeModel)/;

/** `output_format: x` → `output_config: { format: x }`; `null` where the request has other settings of that kind, or a type of its own. */
export function movedFormat(
  field: RequestField,
  { request, surface }: ModelCall,
  document: Document,
): readonly TextEdit[] | null {
  const { property, written } = field;
  const { text, path } = document;
  if (!untyped.test(surface) || property.path !== path || written.path !== path || !field.isCertain) return null;
  if ((request?.settings.effort ?? []).length > 0 || !request?.isComplete) return null;
  const key = text.slice(property.range[0], written.range[0]);
  const [whole, quote = ''] = /^(["']?)output_format\1\s*:\s*$/.exec(key) ?? [];
  const isShort = key === '' && text.slice(...property.range) === 'output_format';
  if (whole === undefined && !isShort) return null;
  const config = `${quote}output_config${quote}: { ${quote}format${quote}: `;
  return [
    { range: [property.range[0], written.range[0]], text: config },
    { range: [written.range[1], written.range[1]], text: ' }' },
  ];
}
