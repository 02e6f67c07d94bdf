import type { CatalogModel } from '../../catalog/schema.js';
import type { Policy } from '../../policy/policy.js';

/** What to use instead, and how long that is promised to last; a sentence without its full stop. */
export function adviseSuccessor(successor: CatalogModel | null, policy: Policy): string {
  if (!successor) return "No active model of its family fits the policy's target";
  const { endOfLifeNotBefore, endOfLifeOn, noticeMonths } = policy.catalog.lifecycleOn(successor, policy.asOf);
  const until = endOfLifeOn ?? endOfLifeNotBefore;
  if (noticeMonths !== null)
    return `Use ${successor.name} (active: it stays at least ${String(noticeMonths)} months from the day it becomes Legacy)`;
  if (until === null) return `Use ${successor.name}`;
  if (until <= policy.asOf)
    return `Use ${successor.name} (its guarantee ran to ${until}; it may become Legacy any day)`;
  return `Use ${successor.name} (end of life not before ${until})`;
}
