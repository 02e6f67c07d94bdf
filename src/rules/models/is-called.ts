import type { ModelReference } from '../../documents/facts.js';

/** Whether a program may hand the text to Bedrock, rather than look it up, compare it or show it. */
export function isCalled({ position }: ModelReference): boolean {
  return position === 'request' || position === 'constant' || position === 'default';
}
