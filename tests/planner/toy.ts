import { catalog } from '../../src/catalog/index.js';
import type { Document } from '../../src/documents/document.js';
import type { PlannedRule, RuleSet } from '../../src/planner/rule-set.js';
import { createPolicy } from '../../src/policy/create-policy.js';
import type { Finding, Repair } from '../../src/rules/finding.js';

export const policy = createPolicy({}, { asOf: '2026-11-22', catalog });

export function toyDocument(text: string, rest: Partial<Document> = {}): Document {
  return {
    path: 'a.ts',
    text,
    format: 'javascript',
    parseError: null,
    modelReferences: [],
    modelCalls: [],
    modelGates: [],
    stopReasonChecks: [],
    blockReads: [],
    toolInputChecks: [],
    samplingPairs: [],
    thinkingObjects: [],
    textCompletions: [],
    geographyBuilders: [],
    suppressions: [],
    regions: [],
    ...rest,
  };
}

/** A repair that replaces what the finding points at. */
export type ToyRepair = Omit<Repair, 'edits'> & { readonly text: string };

/** A rule that finds a word wherever it stands and offers to replace it. */
export function wordRule(
  name: string,
  word: string,
  repairs: readonly ToyRepair[] | string,
  rest: Partial<Finding> = {},
): PlannedRule {
  const offered =
    typeof repairs === 'string' ? [{ id: `to-${repairs}`, safety: 'safe' as const, text: repairs }] : repairs;
  return {
    name,
    *detect({ text }) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
        const range = [start, start + word.length] as const;
        yield {
          messageId: 'found',
          range,
          level: 'error',
          repairs: offered.map(({ text: replacement, ...repair }): Repair => ({
            ...repair,
            edits: [{ range, text: replacement }],
          })),
          ...rest,
        };
      }
    },
  };
}

export function setOf(...rules: readonly PlannedRule[]): RuleSet {
  return rules.map((rule) => ({ rule, options: {} }));
}
