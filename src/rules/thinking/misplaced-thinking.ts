import type { Document } from '../../documents/document.js';
import type { ModelCall, Surface } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import type { FieldFinding } from '../request/field-findings.js';
import { fieldPlace } from '../request/field-place.js';
import { mayBeClaude } from '../cache-points/point-call.js';

type Found = FieldFinding<'misplaced', 'moveThinking'>;

/** Where a surface takes what only Claude knows; what stands beside it is dropped without a word. */
const places: Readonly<Partial<Record<Surface, string>>> = {
  Converse: 'additionalModelRequestFields',
  ConverseStream: 'additionalModelRequestFields',
  LangChain: 'additionalModelRequestFields',
  Strands: 'additionalRequestFields',
};
const names = new Set(['thinking', 'reasoning_config']);

/** Thinking that stands where the API does not read it. */
export function* misplacedThinking(call: ModelCall, document: Document): Iterable<Found> {
  const place = places[call.surface];
  const root = call.request?.root;
  if (place === undefined || !root || !mayBeClaude(call)) return;
  for (const field of root.fields) {
    const parameter = field.path.at(-1) ?? '';
    if (!names.has(parameter) || !field.object || field.property.path !== document.path) continue;
    const isFree = root.isComplete && !root.fields.some(({ path }) => path.at(-1) === place);
    yield {
      field,
      finding: {
        ...fieldPlace(field, call, document),
        messageId: 'misplaced',
        data: { parameter, place },
        level: 'warning',
        ...(isFree && isProperty(field, document)
          ? {
              repairs: [
                { id: 'moveThinking', data: { place }, safety: 'review', edits: moved(field, place, document) },
              ],
            }
          : { repairs: [], unrepaired: `\`${place}\` is set too, or may be` }),
      },
    };
  }
}

function isProperty({ property, written }: RequestField, { text }: Document) {
  return /^(["']?)\w+\1\s*:\s*$/.test(text.slice(property.range[0], written.range[0]));
}

function moved({ property }: RequestField, place: string, { text }: Document) {
  return [{ range: property.range, text: `${place}: { ${text.slice(...property.range)} }` }];
}
