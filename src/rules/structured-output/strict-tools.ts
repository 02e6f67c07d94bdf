import type { ModelCall } from '../../documents/facts.js';
import type { RequestField, RequestObject } from '../../documents/request.js';

/** The `strict: true` of the tools that a request offers, where its API sends them. */
export function strictTools({ request, dialect }: ModelCall): readonly RequestField[] {
  const elements = (request?.settings.tools ?? []).flatMap(({ elements }) => elements ?? []);
  return elements.flatMap(({ object }) => {
    if (!object) return [];
    const definition = named(object, 'toolSpec')?.object;
    // Other libraries than the vendor's own leave a property away that they don't know.
    const isSent = dialect === 'messages' || named(object, 'input_schema') !== null;
    const strict = definition ? named(definition, 'strict') : isSent ? named(object, 'strict') : null;
    return strict?.value.kind === 'boolean' && strict.value.boolean ? [strict] : [];
  });
}

function named({ fields }: RequestObject, name: string): RequestField | null {
  return fields.find(({ path }) => path.at(-1) === name) ?? null;
}
