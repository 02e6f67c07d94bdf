import { decodeJson } from './decode-json.js';
import { dig } from './dig.js';

/** What a response says: the response itself, or the JSON in the bytes of an InvokeModel output. */
export function responseBody(response: unknown): unknown {
  const body = dig(response, 'body');
  if (!(body instanceof Uint8Array)) return response;
  try {
    return decodeJson(body);
  } catch {
    return undefined;
  }
}
