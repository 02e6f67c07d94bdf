import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import { insertProperty } from '../../edits/insert-property.js';
import type { Policy } from '../../policy/policy.js';
import type { Finding } from '../finding.js';
import { refusalOf } from '../request/refusal-of.js';

type Found = Finding<'missing', 'addMaxTokens'>;

/** Requests of the Messages API that surely say nothing of how many tokens the answer may take: one finding for each, however many calls send it. */
export function missingLimits(document: Document, wanted: number | null, policy: Policy): readonly Found[] {
  const byRequest = new Map<string, Found>();
  for (const call of document.modelCalls) {
    const found = missingLimit(call, wanted, document, policy);
    const place = call.request?.root?.place ?? { path: document.path, range: call.range };
    const key = `${place.path}:${String(place.range[0])}`;
    if (found && byRequest.get(key)?.level !== 'error') byRequest.set(key, found);
  }
  return [...byRequest.values()];
}

function missingLimit(call: ModelCall, wanted: number | null, document: Document, policy: Policy): Found | null {
  const { request } = call;
  if (call.isCounting || request?.dialect !== 'messages' || !request.isComplete || !request.root) return null;
  const { maxTokens, maxTokensToSample, prompt, messages } = request.settings;
  if (maxTokens || maxTokensToSample || prompt || !messages) return null;
  const refusal = refusalOf(call, policy, ({ body }) => body === 'messages');
  if (!refusal) return null;
  const { place } = request.root;
  const edits =
    wanted !== null && place.path === document.path
      ? insertProperty(document.text, `max_tokens: ${String(wanted)}`, place.range)
      : null;
  return {
    messageId: 'missing',
    range: call.range,
    level: refusal.isCertain && refusal.basis === 'named' ? 'error' : 'warning',
    ...(edits
      ? { repairs: [{ id: 'addMaxTokens', data: { tokens: String(wanted) }, safety: 'review', edits }] }
      : { repairs: [], unrepaired: 'a person chooses how long the answer may be' }),
    ...(refusal.refusal && { refusal: refusal.refusal }),
  };
}
