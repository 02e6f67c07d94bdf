import type { CatalogModel, Price, Scope } from '../../catalog/schema.js';
import type { ModelReference } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import { modelNamed } from './model-named.js';

/** `, $1/$5 per million tokens in/out instead of $0.25/$1.25`; empty when the price stays or is not known. */
export function describePrice(
  reference: ModelReference,
  to: CatalogModel,
  scope: Scope | null,
  policy: Policy,
): string {
  const next = priceOf(to, scope);
  if (!next) return '';
  const from = modelNamed(reference.name, policy);
  const now = from ? priceOf(from, reference.name.scope) : null;
  if (now?.input === next.input && now.output === next.output) return '';
  return `, ${show(next)} per million tokens in/out${now ? ` instead of ${show(now)}` : ''}`;
}

function priceOf(model: CatalogModel, scope: string | null): Price | null {
  const { global, regional } = model.price;
  return scope === 'global' ? (global ?? regional) : (regional ?? global);
}

function show({ input, output }: Price) {
  return `$${input}/$${output}`;
}
