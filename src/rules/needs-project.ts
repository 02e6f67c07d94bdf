import type { ProjectClaim, Repair } from './finding.js';

/** Whether a repair is right in some projects alone, so that it is not even suggested where none is seen. */
export function needsProject({ needs = [] }: Repair): boolean {
  return needs.some(({ kind }) => inSome.has(kind));
}

const inSome: ReadonlySet<ProjectClaim['kind']> = new Set(['sentMessages', 'sentAlong']);
