import { dig } from './dig.js';

const names =
  /^(?:Throttling|TooManyRequests|ServiceQuotaExceeded|ServiceUnavailable|ModelNotReady|ModelTimeout)Exception$|^TimeoutError$/;

/**
 * Whether an error says that this model, or this profile, cannot answer now: throttled, over quota, unavailable, not ready or too
 * slow. A request that is wrong stays wrong elsewhere.
 */
export function isExhausted(error: unknown): boolean {
  const status = dig(error, '$metadata', 'httpStatusCode');
  return status === 429 || status === 503 || names.test(String(dig(error, 'name')));
}
