import type { ProfileUse } from './iam-statements.js';
import { iamStatements } from './iam-statements.js';
import { toProfileId } from './model-uses.js';
import { enumerate } from './enumerate.js';
import type { FollowUp } from './report.js';

/** What accounts must allow before code calls these profiles. */
export function profileFollowUps(uses: readonly ProfileUse[]): readonly FollowUp[] {
  if (uses.length === 0) return [];
  const global = uses.filter(({ scope }) => scope === 'global').map(toProfileId);
  return [
    {
      id: 'iam',
      title: 'IAM: allow the profiles that the code now calls',
      detail: 'Put in your regions and account.',
      code: JSON.stringify({ Version: '2012-10-17', Statement: iamStatements(uses) }, null, 2),
    },
    ...(global.length === 0 ? [] : [controlPolicies(global)]),
    ...destinations(uses),
  ];
}

function controlPolicies(profiles: readonly string[]): FollowUp {
  return {
    id: 'scp',
    title: 'Service control policies',
    detail: `A policy that denies by aws:RequestedRegion must let "unspecified" through for ${enumerate(profiles)}: a global profile sends requests to any commercial region.`,
  };
}

/** One destination that is blocked breaks the requests of a geographic profile. */
function destinations(uses: readonly ProfileUse[]): readonly FollowUp[] {
  const geographic = uses.filter(({ scope }) => scope !== 'global').map(toProfileId);
  if (geographic.length === 0) return [];
  return [
    {
      id: 'destinations',
      title: 'Destination regions',
      detail: `IAM and service control policies must allow every region that ${enumerate(geographic)} may use: GetInferenceProfile, asked in your region, lists them.`,
    },
  ];
}
