import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';

/** Every request that a document decides about: those of its own calls, and those that functions of other files send to the model it gives them. */
export function requestsOf({ modelCalls, passedCalls = [] }: Document): readonly ModelCall[] {
  return passedCalls.length === 0 ? modelCalls : [...modelCalls, ...passedCalls];
}
