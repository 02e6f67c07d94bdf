import type { Migration, Select } from '../../planner/migration.js';
import { selectFor } from '../../planner/migration.js';
import type { Policy } from '../../policy/index.js';

/**
 * The repairs that a run applies: what is safe, what one of its migrations names and what the policy promotes.
 * `only` narrows that to rules and repairs; a repair named there goes in even when nothing else asks for it.
 */
export function selectRepairs(migrations: readonly Migration[], { promote }: Policy, only: readonly string[]): Select {
  const selects = migrations.map(selectFor);
  return (rule, finding, repair) => {
    if (only.includes(repair.id)) return true;
    if (only.length > 0 && !only.includes(rule)) return false;
    if (repair.safety === 'safe' || promote.includes(repair.id)) return true;
    return selects.some((select) => select(rule, finding, repair));
  };
}
