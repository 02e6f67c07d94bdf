import type { Policy } from './policy.js';

/**
 * Why a target that names generations can no longer be migrated to, in words for a person; `null` while it can.
 * Lint only withholds repairs then: a date must not break a build. The command line says so and stops.
 */
export function pinnedTargetProblem(policy: Policy): string | null {
  const pins = typeof policy.target === 'string' ? [[null, policy.target] as const] : Object.entries(policy.target);
  for (const [family, generation] of pins) {
    if (generation === 'nearest' || generation === 'latest') continue;
    const models = policy.catalog.models.filter(
      (model) => model.generation === generation && (family === null || model.family === family),
    );
    const states = models.map((model) => ({ model, ...policy.catalog.lifecycleOn(model, policy.asOf) }));
    if (states.some(({ state }) => state === 'active')) continue;
    const facts = states.map(
      ({ model, legacyOn, endOfLifeOn }) =>
        `${model.name} has been Legacy since ${legacyOn ?? 'an unknown day'}, end of life ${endOfLifeOn ?? 'not announced'}`,
    );
    return `\`target\` "${generation}"${family === null ? '' : ` (${family})`} is not an active generation on ${policy.asOf}: ${facts.join('; ')}.`;
  }
  return null;
}
