import type { Policy } from '../policy/policy.js';
import type { ClaudeRule } from './rule-meta.js';

/** Options by what was written of them: who asks twice for the same gets the same object. */
const merged = new WeakMap<object, object>();

/** The options of a rule in a run: what the policy says of it over its defaults. */
export function ruleOptions(
  { name, defaultOptions }: Pick<ClaudeRule, 'name' | 'defaultOptions'>,
  { rules }: Policy,
): object {
  const [defaults] = defaultOptions;
  const written = rules[name];
  if (written === undefined) return defaults;
  const known = merged.get(written);
  if (known !== undefined) return known;
  const options = { ...defaults, ...written };
  merged.set(written, options);
  return options;
}
