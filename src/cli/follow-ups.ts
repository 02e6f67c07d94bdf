import { scanModelNames } from '../catalog/index.js';
import type { ProfileUse } from './iam-statements.js';
import { iamStatements } from './iam-statements.js';

/** What a migration asks of a person, because no edit can do it. */
export interface FollowUp {
  readonly title: string;
  readonly detail: string;
}

/** The profiles that `after` names and `before` did not, in the order of their first use. */
export function newProfiles(before: string, after: string): readonly ProfileUse[] {
  const known = new Set(profilesIn(before).map(toId));
  return profilesIn(after).filter((use) => !known.has(toId(use)));
}

/** The follow-ups of a migration that made code call these profiles. */
export function followUps(uses: readonly ProfileUse[]): readonly FollowUp[] {
  const distinct = [...new Map(uses.map((use) => [toId(use), use])).values()];
  if (distinct.length === 0) return [];
  const names = distinct.map(toId).join(', ');
  return [
    {
      title: 'IAM: allow the profiles that the code now calls',
      detail: `Put in your regions and account; a service control policy that denies by aws:RequestedRegion must let "unspecified" through for global profiles.\n${JSON.stringify({ Version: '2012-10-17', Statement: iamStatements(distinct) }, null, 2)}`,
    },
    {
      title: 'Access and quota',
      detail: `Each profile has quotas of its own: compare Service Quotas (Amazon Bedrock) with your traffic, and make sure the account may use ${names}.`,
    },
    {
      title: 'Evaluation',
      detail:
        'Another generation answers differently and may cost differently: run your evaluation and check prices (bedrock-claude models) before you deploy.',
    },
  ];
}

function profilesIn(text: string): readonly ProfileUse[] {
  const uses = new Map<string, ProfileUse>();
  for (const { name } of scanModelNames(text)) {
    if (name.scope === null || name.base === '' || name.wildcard) continue;
    const use = { scope: name.scope.toLowerCase(), model: name.base.toLowerCase() };
    uses.set(toId(use), use);
  }
  return [...uses.values()];
}

function toId({ scope, model }: ProfileUse) {
  return `${scope}.${model}`;
}
