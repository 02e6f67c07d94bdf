import { dig } from './dig.js';

/** Parts of the names of such errors: Bedrock's, and what the SDK calls its own timeouts and dropped connections. A model at its end of life is not found. */
const names = /NotFound|Throttling|ServiceQuota|Unavailable|InternalServer|NotReady|Timeout/;

/**
 * Whether an error says that this model, or this profile, cannot answer: throttled, over quota, out of service for now or for good,
 * not ready or too slow. A request that is wrong stays wrong elsewhere.
 */
export function isExhausted(error: unknown): boolean {
  const status = Number(dig(error, '$metadata', 'httpStatusCode'));
  return status === 429 || status >= 500 || names.test(String(dig(error, 'name')));
}
