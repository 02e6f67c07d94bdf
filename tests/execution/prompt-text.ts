import type { RecordedRequest } from '../loopback/start-bedrock.js';

/** Everything a request says to the model, in order and in one text, whichever way it is cut into blocks and turns are marked. */
export function promptText({ body }: RecordedRequest): string {
  return [body['tools'], body['toolConfig'], body['system'], body['messages']].map(textIn).join('');
}

/** Words of the request's form, which say nothing to the model, and the marks of caches. */
const form = new Set(['type', 'cachePoint', 'cache_control', 'ttl']);

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => (form.has(key) ? '' : textIn(inner)))
    .join('');
}
