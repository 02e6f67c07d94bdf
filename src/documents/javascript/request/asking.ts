import type { ModelGate } from '../../facts.js';
import type { ModelCondition } from '../../model-condition.js';
import { asksForModel } from '../gates/asks-for-model.js';
import type { Located, Reach } from '../values/objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node } from '../syntax/syntax-tree.js';
import { isAboutVendor } from './is-about-vendor.js';
import type { Given } from './model-sources.js';
import { withoutForm } from './without-form.js';

/** A call, and what the parameters of the helper at hand are given. */
export interface Asking {
  readonly site: CallSite;
  readonly reach: Reach;
  readonly given: Given;
}

/** Something else than the model is asked about. */
export const other: ModelCondition = { kind: 'other' };
/** The model is asked about, and nobody can tell what. */
export const asked: ModelCondition = { kind: 'asked' };

/** Whether an expression is the ID, but for the case of its letters. */
export function isModel({ tree, node: start }: Located, asking: Asking): boolean {
  const node = withoutForm(tree, start);
  const { site, reach, given } = asking;
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const handed = variable && given.get(variable);
  if (handed) return isModel(handed, { ...asking, given: handed.given });
  return asksForModel(tree, node, site, reach);
}

/** A test of the ID by parts or patterns of it. */
export function gate(
  kind: ModelGate['kind'],
  patterns: readonly string[],
  { range }: Node,
  flags?: string,
): ModelCondition {
  // True of every Claude.
  if (kind !== 'list' && patterns.every((each) => /claude|anthropic/i.test(each) && isAboutVendor(each))) return other;
  return { kind: 'gate', gate: { kind, patterns, range, geography: false, ...(flags !== undefined && { flags }) } };
}
