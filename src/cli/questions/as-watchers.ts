import type { ClaudeRule } from '../../rules/rule-meta.js';

/**
 * Rules that a run leaves out, as far as they know of requests that a model refuses: an ID waits for these too. Nothing of what
 * they would repair goes in.
 */
export function asWatchers(rules: readonly ClaudeRule[]): readonly ClaudeRule[] {
  return rules.map((rule) => ({
    ...rule,
    *detect(document, context) {
      for (const finding of rule.detect(document, context))
        if (finding.refusal !== undefined)
          yield { ...finding, repairs: [], unrepaired: `the rule ${rule.name} is left out of this run` };
    },
  }));
}
