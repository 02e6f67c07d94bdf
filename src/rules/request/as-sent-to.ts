import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import { answerFor } from '../../documents/model-condition.js';
import type { Place } from '../../documents/prompt.js';
import type { RequestField, RequestObject } from '../../documents/request.js';
import { areBeside } from './are-beside.js';

/**
 * A call as it is when its model is the one with this ID. What branches set for some models alone, it sends for sure where their questions are
 * answered for the ID, and so it does what stands in its only body for Claude.
 */
export function asSentTo(id: string, call: ModelCall, document: Document): ModelCall {
  const { request } = call;
  const model = { kind: 'text', text: id, range: call.model.range, path: null } as const;
  if (!request) return { ...call, model };
  const [version, another] = request.settings.apiVersion ?? [];
  const isInBody = ({ property }: RequestField) =>
    version !== undefined && another === undefined && areBeside(version.property, property, document);
  const sure = (field: RequestField) => sureField(id, field, isInBody(field), document);
  const settings = Object.fromEntries(
    Object.entries(request.settings).map(([name, fields]) => [name, fields.map(sure)]),
  );
  return { ...call, model, request: { ...request, settings } };
}

/** @param isGiven the object that it is written in is sent, and it is there with it */
function sureField(id: string, field: RequestField, isGiven: boolean, document: Document): RequestField {
  const { hasValue, object, onlyWhere } = field;
  if (field.isCertain || !hasValue) return field;
  const isSent = isGiven || (onlyWhere !== undefined && answerFor(onlyWhere, id) === 'yes');
  if (!isSent) return field;
  return { ...field, isCertain: true, object: object && sureObject(id, object, document) };
}

function sureObject(id: string, object: RequestObject, document: Document): RequestObject {
  const { path, range } = object.place;
  const opening: Place = { path, range: [range[0], range[0] + 1] };
  const isGiven = ({ property }: RequestField) => areBeside(opening, property, document);
  return { ...object, fields: object.fields.map((field) => sureField(id, field, isGiven(field), document)) };
}
