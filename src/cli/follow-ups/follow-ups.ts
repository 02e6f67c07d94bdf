import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { Policy } from '../../policy/index.js';
import type { Change } from '../changes/change.js';
import { builtArns } from './built-arns.js';
import type { ProfileUse } from './iam-statements.js';
import { newGrants, newProfiles } from './model-uses.js';
import { modelFollowUps } from './model-follow-ups.js';
import { profileFollowUps } from './profile-follow-ups.js';
import type { FollowUp } from '../report/report.js';
import type { RuntimeDependency } from '../changes/runtime-dependency.js';
import { installFollowUps } from './install-follow-ups.js';
import { moveFollowUps } from './move-follow-ups.js';
import { nameFollowUps } from './name-follow-ups.js';

/** What was done, as far as it leaves something to do. */
export interface Migrated {
  readonly changes: readonly Change[];
  /** The documents of the changed files, before and after. */
  readonly documents: readonly { readonly before: Document; readonly after: Document }[];
  readonly dependencies: readonly RuntimeDependency[];
  readonly policy: Policy;
  /** The working directory. */
  readonly root: string;
}

/** What this migration leaves to a person; only what applies to it. */
export function followUps({ changes, documents, dependencies, policy, root }: Migrated): readonly FollowUp[] {
  const uses = documents.flatMap(({ before, after }) => newProfiles(before, after));
  const distinct = [...new Map(uses.map((use) => [JSON.stringify(use), use])).values()];
  const granted = documents.flatMap(({ before, after }) => newGrants(before, after));
  return [
    ...installFollowUps(dependencies, root),
    ...profileFollowUps(distinct, granted),
    ...builtArns(documents),
    ...modelFollowUps(newModels(distinct, documents, policy), documents, policy),
    ...moveFollowUps(documents, policy),
    ...nameFollowUps(documents),
    ...repairFollowUps(changes.flatMap(({ applied }) => applied)),
  ];
}

/** The models that are called now and were not called in these files before. */
function newModels(uses: readonly ProfileUse[], documents: Migrated['documents'], { catalog }: Policy) {
  const known = new Set(
    documents.flatMap(({ before }) =>
      before.modelReferences.map(({ name }) => catalog.findModel(name.base.toLowerCase())),
    ),
  );
  const models = new Set<CatalogModel>();
  for (const use of uses) {
    const model = catalog.findModel(use.model);
    if (model !== undefined && !known.has(model)) models.add(model);
  }
  return [...models];
}

function repairFollowUps(applied: Change['applied']): readonly FollowUp[] {
  return REPAIR_FOLLOW_UPS.filter(({ rules, repairs }) =>
    applied.some(
      ({ rule, repair }) =>
        rules.some((each) => rule === `bedrock-claude/${each}`) && (repairs === undefined || repairs.includes(repair)),
    ),
  ).map(({ id, title, detail }) => ({ id, title, detail }));
}

interface RepairFollowUp extends FollowUp {
  readonly rules: readonly string[];
  /** Absent: every repair of these rules. */
  readonly repairs?: readonly string[];
}

const REPAIR_FOLLOW_UPS: readonly RepairFollowUp[] = [
  {
    id: 'stopReasons',
    rules: ['handle-stop-reasons'],
    title: 'Stop reasons',
    detail:
      'Answers that were refused or cut off no longer pass as finished: decide what your users see then, and test it.',
  },
  {
    id: 'thinking',
    rules: ['valid-thinking-config'],
    repairs: ['useAdaptive'],
    title: 'Thinking',
    detail:
      'Without a budget the model decides how long it thinks, and what it thinks counts as output within max_tokens: compare usage, latency and answers, and set an effort where that matters.',
  },
  {
    id: 'instructions',
    rules: ['no-assistant-prefill', 'no-forced-tool-choice'],
    repairs: ['askForOpening', 'askForTool'],
    title: 'Instructions in place of a guarantee',
    detail:
      'What a prefilled answer or a forced tool choice made certain is asked for in words now: test that answers keep their shape, and handle the ones that do not.',
  },
  {
    id: 'promptCaching',
    rules: ['require-cache-point', 'no-dynamic-cache-prefix', 'valid-cache-points'],
    title: 'Prompt caching',
    detail:
      'Writing a prefix to the cache costs more than sending it, and pays from the second call within its time to live: watch cache reads and writes in the usage of your calls.',
  },
];
