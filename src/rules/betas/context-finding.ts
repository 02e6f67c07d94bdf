import type { Beta } from '../../catalog/request-words.js';
import { compareGenerations, isNumbered } from '../../catalog/generation.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import type { Policy } from '../../policy/policy.js';
import type { Finding } from '../finding.js';
import type { Refusal } from '../request/refusal-of.js';
import type { BetaFlag } from './beta-flags.js';

/**
 * What there is to say of a flag that asks for more context than the model has which the call is moved to. Whether requests are that long, nobody
 * sees in the code: the ID stays until a person says so.
 */
export function contextFinding(
  { name: flag, place }: BetaFlag,
  { limit, asks }: Beta,
  { model, constraints: { contextTokens }, basis, id, refusal }: Refusal,
  call: ModelCall,
  { path }: Document,
  policy: Policy,
): Finding<'contextTooSmall', never> | null {
  if (
    basis !== 'successor' ||
    limit !== 'contextTokens' ||
    asks === undefined ||
    contextTokens === null ||
    contextTokens >= asks
  )
    return null;
  const larger = largerModel(model, asks, policy);
  const choice = larger
    ? `${larger.name} takes as many: choose it with the target \`${larger.generation}\` where requests are that long, otherwise remove the flag`
    : 'Remove the flag where no request is that long';
  return {
    messageId: 'contextTooSmall',
    data: {
      beta: flag,
      name: model.name,
      id: id ?? '',
      asked: asks.toLocaleString('en'),
      tokens: contextTokens.toLocaleString('en'),
      advice: choice,
    },
    ...flagPlace(place, call, path),
    level: 'warning',
    repairs: [],
    unrepaired: `it asks for a context of ${asks.toLocaleString('en')} tokens, and ${model.name} takes ${contextTokens.toLocaleString('en')}: ${lowered(choice)}`,
    ...(refusal ? { refusal } : {}),
  };
}

/** A finding about a flag stands at the flag, or at the call where another file has it. */
export function flagPlace(place: Place, call: ModelCall, path: string): Pick<Finding, 'range' | 'related'> {
  if (place.path === path) return { range: place.range };
  return {
    range: call.range,
    related: [{ path: place.path, range: place.range, message: 'The flag stands here.' }],
  };
}

/** The oldest active model of a family whose context is enough, where the policy could aim at it. */
function largerModel({ family }: CatalogModel, asks: number, { catalog, asOf }: Policy): CatalogModel | null {
  const [first] = catalog.models
    .filter(
      (model) =>
        model.family === family &&
        isNumbered(model.generation) &&
        (model.limits.contextTokens ?? 0) >= asks &&
        (model.releasedOn === null || model.releasedOn <= asOf) &&
        catalog.lifecycleOn(model, asOf).state === 'active',
    )
    .toSorted((one, other) => compareGenerations(one.generation, other.generation));
  return first ?? null;
}

function lowered(text: string) {
  return text.startsWith('Remove') ? `remove${text.slice('Remove'.length)}` : text;
}
