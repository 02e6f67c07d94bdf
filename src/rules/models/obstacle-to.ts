import type { CatalogModel } from '../../catalog/schema.js';
import type { ModelReference } from '../../documents/facts.js';
import { isForMessages } from '../request/sends-messages.js';
import { isCalled } from './is-called.js';

/**
 * Why a reference can't be moved by an edit of its text; `null` where nothing about the place itself is in the way.
 *
 * @param isRewritten the repair goes in together with what the successor asks of request and response
 */
export function obstacleTo(reference: ModelReference, model: CatalogModel, isRewritten = false): string | null {
  const { name, position, surface } = reference;
  if (reference.fixed !== null) return reference.fixed;
  if (reference.handedTo && !reference.composed) return whyHanded(reference.handedTo);
  if (position === 'assertion') return 'a test expects this text';
  if (position !== 'request' && position !== 'constant' && position !== 'default' && position !== 'table')
    return 'other code looks this text up or compares it';
  if (reference.endpoint === 'mantle') return 'the Messages endpoint of bedrock-mantle has IDs of its own';
  if (name.wildcard) return 'a wildcard';
  if (name.base === '') return 'an application inference profile: create one for the successor and name that here';
  if (name.arn && name.arn.resource !== 'inference-profile')
    return 'the successor has no on-demand foundation-model ARN: an inference-profile ARN names the account';
  if (takesTextCompletions(reference, model) && !isRewritten && !mayBeSentMessages(reference))
    return surface === null
      ? 'where its request is a text completion, that and what reads its answer must be rewritten with it'
      : 'its text-completion request and response must be rewritten with it';
  return null;
}

/** Whether the request of a model is a text completion, as far as the file says. */
export function takesTextCompletions({ surface }: ModelReference, { invocation }: CatalogModel): boolean {
  return invocation.body === 'textCompletions' && !isForMessages(surface);
}

/** A text that calls elsewhere may take: the project knows what they send. */
function mayBeSentMessages(reference: ModelReference) {
  return reference.surface === null && isCalled(reference);
}

function whyHanded({ name, isSeen }: NonNullable<ModelReference['handedTo']>) {
  return isSeen
    ? `\`${name}\` puts something before it, which fits a model without a geography`
    : `it is handed to \`${name}\`, and what is done with it there is not seen`;
}
