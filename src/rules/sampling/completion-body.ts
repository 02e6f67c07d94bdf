import type { ModelCall } from '../../documents/facts.js';

/**
 * Whether a request is one of text completions, which no model takes that is still served: nothing is taken out of it before
 * the whole is rewritten. Where branches send it or one with `messages`, it is the former for a model that is to be moved.
 */
export function sendsCompletion({ request }: ModelCall, isMoved: boolean): boolean {
  const { prompt, messages } = request?.settings ?? {};
  return prompt !== undefined && (isMoved || messages === undefined);
}
