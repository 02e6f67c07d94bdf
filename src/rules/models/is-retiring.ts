import type { LifecycleOn } from '../../catalog/catalog.js';
import { addDays } from '../../catalog/day.js';
import type { Policy } from '../../policy/policy.js';

/** Whether the end of a model is announced for the days that a team wants to be warned of. */
export function isRetiring({ endOfLifeOn }: LifecycleOn, { asOf, warnWithinDays }: Policy): boolean {
  return endOfLifeOn !== null && endOfLifeOn <= addDays(asOf, warnWithinDays);
}
