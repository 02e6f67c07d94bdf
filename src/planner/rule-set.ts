import type { Document, Format } from '../documents/document.js';
import type { DetectContext, Finding } from '../rules/finding.js';

/** What the planner needs of a rule; the plugin's rules have it all. */
export interface PlannedRule {
  readonly name: string;
  /** Formats the rule has anything to say about; absent = all. */
  readonly meta?: { readonly formats?: readonly Format[] | 'all' };
  detect(document: Document, context: DetectContext<unknown>): Iterable<Finding>;
}

/** Rules in the order in which their repairs win, with the options of this run. */
export type RuleSet = readonly { readonly rule: PlannedRule; readonly options: unknown }[];
