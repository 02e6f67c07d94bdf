import type { ModelConstraints } from '../../catalog/constraints.js';
import { sparesOutputToolFrom } from '../../catalog/sdk-lines.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import type { Policy } from '../../policy/policy.js';
import type { Finding } from '../finding.js';
import { fieldPlace } from '../request/field-place.js';
import { refusalOf } from '../request/refusal-of.js';
import { whenSent } from '../request/when-sent.js';
import { forcesTool } from './library-tool-choice.js';

export type OutputMessage = 'outputForced' | 'outputForcedForSuccessor' | 'outputMayBeForced';

/** What there is to say of structured output that a library asks for with a tool which it forces. */
export function outputFinding(
  field: RequestField,
  call: ModelCall,
  document: Document,
  policy: Policy,
  refuses: (constraints: ModelConstraints) => boolean,
): Finding<OutputMessage, never> | null {
  const refused = refusalOf(
    whenSent(call, field),
    policy,
    (constraints) => refuses(constraints) && forcesTool(call, field, constraints.model) !== false,
  );
  // The library goes by the ID: where nobody names a model, there is nothing to say.
  if (!refused || refused.basis === 'target') return null;
  const { model, id, basis, isCertain, refusal } = refused;
  const isKnown = forcesTool(call, field, model) === true;
  const library = call.library?.name ?? '';
  const since = sparesOutputToolFrom(library, model.id);
  const { unrepaired, ...place } = fieldPlace(field, call, document);
  const isSure = isKnown && isCertain && field.isCertain && basis === 'named';
  return {
    ...place,
    messageId: !isKnown ? 'outputMayBeForced' : basis === 'named' ? 'outputForced' : 'outputForcedForSuccessor',
    data: { name: model.name, id: id ?? '', library, advice: adviseVersion(library, since) },
    level: isSure ? 'error' : isKnown || basis === 'successor' ? 'warning' : 'note',
    repairs: [],
    unrepaired: unrepaired ?? whyLeft(library, since, isKnown),
    ...(refusal ? { refusal: isKnown ? refusal : { ...refusal, isDoubted: true } } : {}),
  };
}

function adviseVersion(library: string, since: string | null) {
  const version = since === null ? '' : `Use ${library} ${since} or later, which forces none on this model, or ask`;
  return `${version === '' ? 'Ask' : version} for the JSON in the prompt and parse the answer`;
}

function whyLeft(library: string, since: string | null, isKnown: boolean) {
  const newer = since === null ? '' : `, from ${since} on it forces none`;
  return isKnown
    ? `${library} asks for structured output with a forced tool call${newer}`
    : `${library} may ask for structured output with a forced tool call${newer}, and which version is installed is not known`;
}
