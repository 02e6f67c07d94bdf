import type { ProfileUse } from './iam-statements.js';
import { iamStatements } from './iam-statements.js';
import { toProfileId } from './model-uses.js';
import { enumerate } from '../report/enumerate.js';
import type { FollowUp } from '../report/report.js';

/** What accounts must allow before code calls these profiles, beside what the migration itself has granted. */
export function profileFollowUps(uses: readonly ProfileUse[], granted: readonly ProfileUse[]): readonly FollowUp[] {
  const known = new Set(granted.map(toProfileId));
  const missing = uses.filter((use) => !known.has(toProfileId(use)));
  const global = uses.filter(({ scope }) => scope === 'global').map(toProfileId);
  const geographic = uses.filter(({ scope }) => scope !== 'global').map(toProfileId);
  return [
    ...(missing.length === 0 ? [] : [permissions(missing)]),
    ...(granted.length === 0 ? [] : [deployment(granted)]),
    ...(global.length === 0 ? [] : [controlPolicies(global)]),
    ...(geographic.length === 0 ? [] : [destinations(geographic)]),
  ];
}

function permissions(uses: readonly ProfileUse[]): FollowUp {
  return {
    id: 'iam',
    title: 'IAM: allow the profiles that the code now calls',
    detail: 'Put in your regions and account.',
    code: JSON.stringify({ Version: '2012-10-17', Statement: iamStatements(uses) }, null, 2),
  };
}

function deployment(granted: readonly ProfileUse[]): FollowUp {
  return {
    id: 'deployment',
    title: 'IAM: deploy the policies first',
    detail: `Policies of this project name ${enumerate([...new Set(granted.map(toProfileId))])} now: code that calls them fails until they are deployed.`,
  };
}

function controlPolicies(profiles: readonly string[]): FollowUp {
  return {
    id: 'scp',
    title: 'Service control policies',
    detail: `A policy that denies by aws:RequestedRegion must let "unspecified" through for ${enumerate(profiles)}: a global profile sends requests to any commercial region.`,
  };
}

/** One destination that is blocked breaks the requests of a geographic profile. */
function destinations(profiles: readonly string[]): FollowUp {
  return {
    id: 'destinations',
    title: 'Destination regions',
    detail: `IAM and service control policies must allow every region that ${enumerate(profiles)} may use: GetInferenceProfile, asked in your region, lists them.`,
  };
}
