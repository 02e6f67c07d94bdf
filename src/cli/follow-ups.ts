import type { Document } from '../documents/document.js';
import type { ModelReference, Position } from '../documents/facts.js';
import type { ProfileUse } from './iam-statements.js';
import { iamStatements } from './iam-statements.js';

/** What a migration asks of a person, because no edit can do it. */
export interface FollowUp {
  readonly title: string;
  readonly detail: string;
}

/** Where a profile that is named may be called. */
const CALLED: readonly Position[] = ['request', 'constant', 'default', 'table'];

/** The profiles that code may call after and did not name before, in the order of their first use. */
export function newProfiles(before: Document, after: Document): readonly ProfileUse[] {
  const known = new Set(profilesOf(before.modelReferences).map(toId));
  return profilesOf(after.modelReferences).filter((use) => !known.has(toId(use)));
}

/** The follow-ups of a migration that made code call these profiles and repaired what these rules found. */
export function followUps(uses: readonly ProfileUse[], rules: readonly string[]): readonly FollowUp[] {
  const distinct = [...new Map(uses.map((use) => [toId(use), use])).values()];
  return [
    ...(distinct.length === 0 ? [] : profileFollowUps(distinct)),
    ...RULE_FOLLOW_UPS.filter((followUp) => followUp.rules.some((rule) => rules.includes(rule))),
  ].map(({ title, detail }) => ({ title, detail }));
}

const RULE_FOLLOW_UPS: readonly (FollowUp & { readonly rules: readonly string[] })[] = [
  {
    rules: ['handle-stop-reasons'],
    title: 'Stop reasons',
    detail:
      'Answers that were refused or cut off no longer pass as finished: decide what your users see then, and test it.',
  },
  {
    rules: ['require-cache-point', 'no-dynamic-cache-prefix', 'valid-cache-points'],
    title: 'Prompt caching',
    detail:
      'Writing a prefix to the cache costs more than sending it, and pays from the second call within its time to live: watch cache reads and writes in the usage of your calls.',
  },
];

function profileFollowUps(uses: readonly ProfileUse[]): readonly FollowUp[] {
  const names = uses.map(toId).join(', ');
  return [
    {
      title: 'IAM: allow the profiles that the code now calls',
      detail: `Put in your regions and account; a service control policy that denies by aws:RequestedRegion must let "unspecified" through for global profiles.\n${JSON.stringify({ Version: '2012-10-17', Statement: iamStatements(uses) }, null, 2)}`,
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

function profilesOf(references: readonly ModelReference[]): readonly ProfileUse[] {
  const uses = new Map<string, ProfileUse>();
  for (const { name, position } of references) {
    if (!CALLED.includes(position) || name.scope === null || name.base === '' || name.wildcard) continue;
    const use = { scope: name.scope.toLowerCase(), model: name.base.toLowerCase() };
    uses.set(toId(use), use);
  }
  return [...uses.values()];
}

function toId({ scope, model }: ProfileUse) {
  return `${scope}.${model}`;
}
