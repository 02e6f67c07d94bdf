import type { Select } from '../planner/migration.js';
import type { ClaudeRule } from '../rules/rule-meta.js';

/** Why a repair that a person turned down did not go in. */
const DECLINED = 'declined';

/** Whether a person turned down this repair of this rule in this file. */
export type IsDeclined = (path: string, rule: string, repair: string) => boolean;

/**
 * The rules without the repairs that a person turned down. Planned anew with these, whatever must go together with a declined
 * repair stays behind as well.
 */
export function withoutDeclined(
  rules: readonly ClaudeRule[],
  select: Select,
  isDeclined: IsDeclined,
): readonly ClaudeRule[] {
  return rules.map((rule) => ({
    ...rule,
    *detect(document, context) {
      for (const finding of rule.detect(document, context)) {
        const repairs = finding.repairs.filter(
          (repair) => !(select(rule.name, finding, repair) && isDeclined(document.path, rule.name, repair.id)),
        );
        if (repairs.length === finding.repairs.length) yield finding;
        else yield { ...finding, repairs, unrepaired: DECLINED };
      }
    },
  }));
}
