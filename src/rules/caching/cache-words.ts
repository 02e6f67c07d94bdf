import type { CatalogModel } from '../../catalog/schema.js';
import type { Prompt } from '../../documents/prompt.js';
import type { Policy } from '../../policy/policy.js';
import type { CallModels } from './cache-models.js';
import type { PrefixEnd } from './cache-prefix.js';
import type { TokenBand } from '../token-estimate/token-band.js';

const sections = { tools: 'the tool list', system: 'the system prompt', messages: 'the beginning of the messages' };

/** `the tool list and the system prompt up to what may change in it`: what stands before a place in a prompt. */
export function describePart(prompt: Prompt | null, { at, hole }: PrefixEnd): string {
  const last = sections[at.block.role === 'system' ? 'system' : at.name];
  const before = (['tools', 'system'] as const).filter(
    (name) =>
      name !== at.name && (prompt?.[name]?.blocks.length ?? 0) > 0 && (at.name === 'messages' || name === 'tools'),
  );
  const names = [...before.map((name) => sections[name]), last];
  return names.join(' and ') + (hole === null ? '' : ' up to what may change in it');
}

/** `about 3,200 to 4,100 tokens`: a band in numbers that don't claim to be exact. */
export function describeTokens({ low, high }: TokenBand): string {
  const least = rounded(low);
  return Number.isFinite(high) ? `about ${least} to ${rounded(high)} tokens` : `${least} tokens or more`;
}

/** `Claude Sonnet 4.5 caches`, as the beginning of a sentence's end. */
export function describeModels({ models, isNamed }: CallModels): string {
  if (!isNamed) return 'every active Claude caches';
  const names = models.map(({ name }) => name);
  return names.length === 1
    ? `${names[0] ?? ''} caches`
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} cache`;
}

/** `: reading costs 0.1 and writing 1.25 times the price of input`; empty where that is not known. */
export function priceOfCaching(models: readonly CatalogModel[]): string {
  const [read, write] = [rangeOfFactors(models, 'cacheRead'), rangeOfFactors(models, 'cacheWrite5m')];
  return read === '' || write === ''
    ? ''
    : `: writing it costs ${write} times the price of input, reading it ${read} times`;
}

/** Names of active models that cache a prompt of so many tokens, of the families of `models` where there are any; empty where there is none. */
export function modelsThatCache(tokens: number, models: readonly CatalogModel[], { catalog, asOf }: Policy): string {
  const able = catalog.models.filter(
    (model) =>
      (model.promptCaching.minTokens ?? Number.POSITIVE_INFINITY) <= tokens &&
      model.invocation.access !== 'gated' &&
      model.invocation.profiles.length > 0 &&
      catalog.lifecycleOn(model, asOf).state === 'active',
  );
  const relatives = able.filter(({ family }) => models.some((model) => model.family === family));
  const names = (relatives.length > 0 ? relatives : able).map(({ name }) => name);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function rangeOfFactors(models: readonly CatalogModel[], kind: 'cacheRead' | 'cacheWrite5m') {
  const factors = models.map(({ price }) => {
    const paid = price.global ?? price.regional;
    const cached = paid?.[kind];
    return paid && cached != null ? Math.round((cached / paid.input) * 1000) / 1000 : null;
  });
  const known = factors.filter((each) => each !== null);
  if (known.length === 0 || known.length < factors.length) return '';
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return least === most ? String(least) : `${String(least)} to ${String(most)}`;
}

/** Two digits are all that an estimate is good for. */
function rounded(tokens: number) {
  return Number(tokens.toPrecision(2)).toLocaleString('en-US');
}
