import type { BuiltObject } from '../values/built-object.js';
import type { CallSite } from './call-site.js';
import { messagesRequest } from './request-shape.js';

/** What the bodies that a call may send say about it. A body for another provider has no `anthropic_version`, and no `max_tokens_to_sample`. */
export function messagesFacts(
  bodies: readonly (BuiltObject | null)[],
): Pick<CallSite, 'sampling' | 'provesClaude' | 'request' | 'sources' | 'isOpen'> {
  const known = bodies.filter((body) => body !== null);
  const claude = known.filter((body) => proofs.some((name) => body.valuesOf(name).length > 0));
  const [body] = claude.length > 0 ? claude : known;
  const isOnly = claude.length === 1 || bodies.length === 1;
  return {
    sampling: body?.owner ? { owner: body.owner, temperature: 'temperature', topP: 'top_p', topK: 'top_k' } : null,
    provesClaude: claude.length > 0 && claude.length === bodies.length,
    ...(body && isOnly
      ? { request: messagesRequest(body), sources: [{ form: 'messages', object: body }] }
      : { isOpen: true }),
  };
}

const proofs = ['anthropic_version', 'max_tokens_to_sample'];
