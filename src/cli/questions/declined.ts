import type { Select } from '../../planner/migration.js';
import type { Repair } from '../../rules/finding.js';
import type { ClaudeRule } from '../../rules/rule-meta.js';
import type { PlannedFile } from '../run/plan-project.js';

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
        const isChosen = (repair: Repair) => select(rule.name, finding, repair);
        const chosen = finding.repairs.find(isChosen);
        if (chosen === undefined || !isDeclined(document.path, rule.name, chosen.id)) yield finding;
        // The next best was not what the person was asked about.
        else yield { ...finding, repairs: finding.repairs.filter((each) => !isChosen(each)), unrepaired: DECLINED };
      }
    },
  }));
}

/** Whether a person turned a repair down, or was never asked about it because another one stood in its place. */
export function declinedOrUnseen(planned: readonly PlannedFile[], isDeclined: IsDeclined): IsDeclined {
  const seen = new Map(
    planned.map(({ document, plan }) => [
      document.path,
      new Set(plan.applied.map(({ rule, repair }) => `${rule}/${repair}`)),
    ]),
  );
  return (path, rule, repair) => isDeclined(path, rule, repair) || seen.get(path)?.has(`${rule}/${repair}`) !== true;
}
