import type { Finding, Repair } from '../rules/finding.js';

/** A named set of rules and of those `review` repairs that running it accepts. */
export interface Migration {
  readonly name: string;
  readonly rules: readonly string[];
  readonly repairs: readonly string[];
  /** Policy options that naming the migration sets. */
  readonly options?: Readonly<Record<string, string>>;
}

/** Decides whether a settled repair goes in. */
export type Select = (rule: string, finding: Finding, repair: Repair) => boolean;

/** Takes what is safe and what the migration names. */
export function selectFor({ rules, repairs }: Migration): Select {
  return (rule, _finding, repair) => rules.includes(rule) && (repair.safety === 'safe' || repairs.includes(repair.id));
}
