import type { Document } from '../../documents/document.js';
import type { ModelCall, ModelReference, Surface } from '../../documents/facts.js';
import { isNamedIn } from './asked-otherwise.js';
import { requestsOf } from './requests-of.js';

/** Whether every call that an ID flows to sends it a request of the Messages API, and nothing else uses the ID. */
export function sendsMessages(reference: ModelReference, document: Document): boolean {
  if (reference.surface === null) return false;
  const calls = requestsOf(document).filter(({ model }) => isNamedIn(model, reference, document));
  return calls.length > 0 && calls.every(isMessages);
}

/** Whether a call sends messages, so that its request is no text completion. */
export function takesMessages(call: ModelCall): boolean {
  return isForMessages(call.surface) || isMessages(call);
}

/** Whether what goes through a surface is messages, whichever the model. */
export function isForMessages(surface: Surface | null): boolean {
  return surface !== null && messagesOnly.has(surface);
}

/** The AI SDK and Strands speak to Converse. */
const messagesOnly: ReadonlySet<Surface> = new Set<Surface>(['Converse', 'ConverseStream', 'AiSdk', 'Strands']);

function isMessages({ request }: ModelCall) {
  return (
    request?.dialect === 'messages' &&
    request.settings.messages !== undefined &&
    request.settings.prompt === undefined &&
    request.settings.maxTokensToSample === undefined
  );
}
