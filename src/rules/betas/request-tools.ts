import type { ToolVersion } from '../../catalog/request-words.js';
import { findTool } from '../../catalog/request-words.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import type { RequestField } from '../../documents/request.js';

/** A tool in a request whose input Anthropic defines. */
export interface RequestTool {
  readonly version: ToolVersion;
  /** The whole element of the list. */
  readonly place: Place;
  readonly type: RequestField;
  /** `null` where it is not written, or in more than one place. */
  readonly name: RequestField | null;
  readonly field: RequestField;
}

export function requestTools({ request }: ModelCall): readonly RequestTool[] {
  return (request?.settings.tools ?? []).flatMap((field) =>
    (field.elements ?? []).flatMap(({ place, object }): readonly RequestTool[] => {
      const type = only(object?.fields ?? [], 'type');
      const version = type?.value.kind === 'text' ? findTool(type.value.text) : undefined;
      return type && version ? [{ version, place, type, name: only(object?.fields ?? [], 'name'), field }] : [];
    }),
  );
}

function only(fields: readonly RequestField[], name: string): RequestField | null {
  const [first, another] = fields.filter(({ path }) => path.at(-1) === name);
  return first && !another ? first : null;
}
