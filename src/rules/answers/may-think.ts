import type { ModelConstraints } from '../../catalog/constraints.js';
import { textsOf } from '../../documents/static-value.js';
import type { RequestFacts, RequestField } from '../../documents/request.js';

/** Whether a model may think about a request before it answers: the request asks for it, or does not turn off what is on by itself. */
export function mayThink({ thinking }: ModelConstraints, request: RequestFacts | null): boolean {
  if (thinking.types.length === 0) return false;
  const fields = request?.settings.thinking ?? [];
  const isOn = thinking.whenOmitted === 'on';
  if (fields.length === 0) return isOn;
  const mayBeOmitted = fields.every(({ isCertain }) => !isCertain);
  return (isOn && mayBeOmitted) || fields.some((field) => asksForThinking(field, isOn, thinking.types));
}

/** What a model refuses must be taken out of the request, and then counts as left out. */
function asksForThinking(field: RequestField, isOn: boolean, types: readonly string[]): boolean {
  const kinds = kindsOf(field);
  if (kinds === null) return true;
  return kinds.some((kind) => (kind === 'disabled' ? isOn && !types.includes(kind) : true));
}

/** The values that `type` may have; `null` where they are not known. */
function kindsOf({ object }: RequestField): readonly string[] | null {
  const values = object?.fields.filter(({ path }) => path.at(-1) === 'type') ?? [];
  const texts = values.flatMap(({ value }) => textsOf(value).map(({ text }) => text));
  return texts.length > 0 ? texts : null;
}
