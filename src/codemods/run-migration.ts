import { isAbsolute, relative, sep } from 'node:path';
import { openDocument } from '../documents/open.js';
import type { FilePort } from '../documents/document.js';
import { selectFor } from '../planner/migration.js';
import type { Migration } from '../planner/migration.js';
import { planFile } from '../planner/plan-file.js';
import type { FilePlan } from '../planner/plan-file.js';
import type { RuleSet } from '../planner/rule-set.js';
import type { Policy } from '../policy/index.js';
import { rules } from '../rules/index.generated.js';
import { refusedPlaces } from '../rules/request/refused-places.js';
import type { ClaudeRule } from '../rules/rule-meta.js';
import { ruleOptions } from '../rules/rule-options.js';

/** Where a file stands and what its team wants. */
export interface MigrationContext {
  readonly directory: string;
  readonly policy: Policy;
  readonly files: FilePort;
}

/** Plans a migration of one file, without a project to ask: what depends on other files is left alone. */
export function runMigration(
  path: string,
  source: string,
  migration: Migration,
  { directory, policy, files }: MigrationContext,
): FilePlan {
  const name = nameFrom(directory, path);
  const reopen = (text: string) => openDocument({ path: name, text, files, settings: policy });
  return planFile({
    document: reopen(source),
    reopen,
    ruleSet: ruleSetOf(migration, policy),
    policy,
    select: selectFor(migration),
    answer: unseen,
    hold: ({ refusal }) => {
      const elsewhere =
        refusal?.when === 'moved' ? refusedPlaces(refusal, 'moved').find((each) => each.path !== name) : undefined;
      return elsewhere ? `its model is named in ${elsewhere.path}: only \`bedrock-claude migrate\` moves both` : null;
    },
  });
}

function nameFrom(directory: string, path: string) {
  const name = relative(directory, path);
  return (name.startsWith('..') || isAbsolute(name) ? path : name).replaceAll(sep, '/');
}

function ruleSetOf({ name, rules: wanted }: Migration, policy: Policy): RuleSet {
  const known: Readonly<Record<string, ClaudeRule>> = rules;
  return wanted.map((wantedRule) => {
    const rule = known[wantedRule];
    if (rule === undefined)
      throw new Error(`The migration ${name} names the rule ${wantedRule}, which does not exist.`);
    return { rule, options: ruleOptions(rule, policy) };
  });
}

/**
 * No single file can say what the others look up or compare. A migration accepts doubtful repairs, but not for want of an
 * answer: the command line, which sees the project, might have learnt that other code forbids them.
 */
function unseen() {
  return { holds: false, why: 'other files may depend on this text, which only `bedrock-claude migrate` can see' };
}
