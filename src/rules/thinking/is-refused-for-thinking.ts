import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import type { Policy } from '../../policy/policy.js';
import { besideThinking } from './beside-thinking.js';

/**
 * Beside thinking and a temperature, a `top_p` is refused for two reasons. Where the temperature has to go as well, it is thinking that
 * refuses both, and nobody is told to keep one of them.
 */
export function isRefusedForThinking(topP: RequestField, call: ModelCall, document: Document, policy: Policy): boolean {
  const refused = [...besideThinking(call, document, policy)].map(({ field }) => field);
  const { temperature: temperatures = [] } = call.request?.settings ?? {};
  return refused.includes(topP) && temperatures.some((temperature) => refused.includes(temperature));
}
