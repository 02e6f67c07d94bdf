import type { Document } from '../documents/document.js';
import type { Suppression } from '../documents/facts.js';
import { lineIndex } from '../edits/line-index.js';
import type { Policy } from '../policy/policy.js';
import type { Finding } from '../rules/finding.js';
import type { PlannedRule, RuleSet } from './rule-set.js';

/** A finding and the rule that made it. */
export interface RuleFinding {
  readonly rule: string;
  /** Place of the rule in its set: earlier rules win. */
  readonly order: number;
  readonly finding: Finding;
}

/** A rule failed on a document: our bug, never the user's. */
export class DetectionError extends Error {
  override readonly name = 'DetectionError';
  readonly path: string;
  readonly rule: string;

  constructor(path: string, rule: string, cause: unknown) {
    super(`rule ${rule} failed on ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.path = path;
    this.rule = rule;
  }
}

/**
 * Everything the rules find in a document and no comment suppresses, in the order of the text, then of the rules.
 *
 * @throws DetectionError when a rule throws.
 */
export function collectFindings(document: Document, ruleSet: RuleSet, policy: Policy): readonly RuleFinding[] {
  const findings = ruleSet.flatMap(({ rule, options }, order) =>
    detect(document, rule, options, policy).map((finding): RuleFinding => ({ rule: rule.name, order, finding })),
  );
  if (findings.length === 0) return findings;
  return withoutSuppressed(document, findings).sort(
    (a, b) => a.finding.range[0] - b.finding.range[0] || a.finding.range[1] - b.finding.range[1] || a.order - b.order,
  );
}

function detect(document: Document, rule: PlannedRule, options: unknown, policy: Policy): readonly Finding[] {
  const formats = rule.meta?.formats ?? 'all';
  if (formats !== 'all' && !formats.includes(document.format)) return [];
  try {
    return [...rule.detect(document, { policy, options })];
  } catch (error) {
    throw new DetectionError(document.path, rule.name, error);
  }
}

function withoutSuppressed({ text, suppressions }: Document, findings: RuleFinding[]) {
  if (suppressions.length === 0) return findings;
  const { lineOf } = lineIndex(text);
  return findings.filter(({ rule, finding }) => {
    const line = lineOf(finding.range[0]);
    return !suppressions.some(
      (suppression) => suppression.fromLine <= line && line < suppression.toLine && names(suppression, rule),
    );
  });
}

/** A bare `eslint-disable` is about ESLint's rules of that team; only our own comments can silence every rule of ours. */
function names({ source, rules }: Suppression, rule: string) {
  if (rules === null) return source === 'bedrock-claude';
  return rules.includes(rule) || rules.includes(`bedrock-claude/${rule}`);
}
