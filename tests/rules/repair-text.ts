import { catalog } from '../../src/catalog/index.js';
import type { FilePort } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/open.js';
import { planFile } from '../../src/planner/plan-file.js';
import { createPolicy } from '../../src/policy/index.js';
import noEndOfLifeModel from '../../src/rules/no-end-of-life-model.js';
import noLegacyModel from '../../src/rules/no-legacy-model.js';
import { asOf } from './run-rule.js';

export interface Repaired {
  readonly text: string;
  readonly applied: readonly string[];
  /** Why what is left is left. */
  readonly left: readonly string[];
}

/** What becomes of a file when somebody takes this repair, and only this one, of the rules that move models. */
export function repairText(
  repair: string,
  path: string,
  text: string,
  settings: Readonly<Record<string, unknown>> = {},
  files: FilePort | null = null,
): Repaired {
  const open = (source: string) => openDocument({ path, text: source, files });
  const plan = planFile({
    document: open(text),
    reopen: open,
    ruleSet: [noEndOfLifeModel, noLegacyModel].map((rule) => ({ rule, options: rule.defaultOptions[0] })),
    policy: createPolicy({ settings }, { asOf, catalog }),
    select: (_rule, _finding, { id }) => id === repair,
    answer: () => ({ holds: true }),
  });
  return {
    text: plan.text,
    applied: plan.applied.map((one) => one.repair),
    left: plan.leftAlone.map(({ why }) => why),
  };
}
