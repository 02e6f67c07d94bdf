import type { ModelConstraints } from '../../catalog/constraints.js';
import type { Beta } from '../../catalog/request-words.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import type { Policy } from '../../policy/policy.js';
import type { Finding } from '../finding.js';
import type { PlacedFinding } from '../request/placed-findings.js';
import type { Refusal } from '../request/refusal-of.js';
import { refusalOf } from '../request/refusal-of.js';
import { type BetaFlag, betaFlags } from './beta-flags.js';
import { contextFinding, flagPlace } from './context-finding.js';

type MessageId =
  'contextBetaEnded' | 'contextTooSmall' | 'betaObsolete' | 'betaObsoleteForSuccessor' | 'betaObsoleteForTarget';

/** Flags without a meaning for the model that the call reaches. */
export function* obsoleteBetas(
  call: ModelCall,
  document: Document,
  policy: Policy,
): Iterable<PlacedFinding<MessageId, 'removeBeta'>> {
  for (const flag of betaFlags(call)) {
    const refusal = refusalOf(
      call,
      policy,
      (constraints) => obsolete(flag.name, constraints, call, policy) !== undefined,
    );
    const beta = refusal && obsolete(flag.name, refusal.constraints, call, policy);
    if (!refusal || !beta) continue;
    const found = contextFinding(flag, beta, refusal, call, document, policy);
    yield { place: flag.place, finding: found ?? findingFor(flag, beta, refusal, call, document) };
  }
}

function obsolete(
  name: string,
  { obsoleteBetas: betas, thinking }: ModelConstraints,
  call: ModelCall,
  { asOf }: Policy,
) {
  const beta = betas.find((each) => each.name === name);
  if (!beta || (beta.on !== null && beta.on > asOf)) return undefined;
  // A model that takes no other type of thinking can't mean another.
  const isMeant = beta.onlyWithThinking === undefined || !thinking.types.includes('enabled') || asksForAdaptive(call);
  return isMeant ? beta : undefined;
}

function asksForAdaptive({ request }: ModelCall) {
  const types = (request?.settings.thinking ?? []).map(typeOf);
  return types.length > 0 && types.every((type) => type === 'adaptive');
}

function typeOf({ object }: RequestField) {
  const [type, ...others] = object?.fields.filter(({ path }) => path.at(-1) === 'type') ?? [];
  return type?.value.kind === 'text' && others.length === 0 ? type.value.text : null;
}

function findingFor(
  { name, place, field, removal }: BetaFlag,
  beta: Beta,
  { model, constraints, basis, id, isCertain, refusal }: Refusal,
  call: ModelCall,
  { path }: Document,
): Finding<MessageId, 'removeBeta'> {
  const isKnown = refusal?.takenBy !== undefined || (basis === 'successor' && !isCertain);
  const why = whyLeft(field, place.path, path) ?? (isKnown ? 'a model that is named knows it' : null);
  const edit = why === null ? removal : null;
  return {
    messageId: messageFor(beta, basis),
    data: {
      beta: name,
      name: model.name,
      id: id ?? '',
      on: beta.on ?? '',
      tokens: (constraints.contextTokens ?? 0).toLocaleString('en'),
      reason: beta.why === 'noEffect' ? 'it never had one there' : 'what it switched on is always on',
    },
    ...flagPlace(place, call, path),
    level: 'warning',
    repairs: edit ? [{ id: 'removeBeta', data: { beta: name }, safety: 'review', edits: [edit] }] : [],
    ...(edit ? {} : { unrepaired: why ?? 'it cannot be taken out without what is written around it' }),
  };
}

function messageFor({ limit }: Beta, basis: Refusal['basis']): MessageId {
  if (limit === 'contextTokens') return 'contextBetaEnded';
  if (basis === 'named') return 'betaObsolete';
  return basis === 'successor' ? 'betaObsoleteForSuccessor' : 'betaObsoleteForTarget';
}

function whyLeft({ isShared }: RequestField, place: string, path: string) {
  if (place !== path) return `it stands in ${place}`;
  return isShared ? 'other code may use the same list' : null;
}
