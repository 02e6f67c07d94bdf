import type { Document } from '../documents/document.js';
import { lineIndex } from '../edits/line-index.js';
import type { Range } from '../edits/text-edit.js';

/**
 * Whether a `bedrock-claude-disable` comment silences `rule` where `range` starts.
 * ESLint's own comments are left to ESLint, whose report of unused ones must stay true.
 */
export function isSuppressed(document: Document, rule: string, [start]: Range): boolean {
  const own = document.suppressions.filter(
    ({ source, rules }) => source === 'bedrock-claude' && namesRule(rules, rule),
  );
  if (own.length === 0) return false;
  const line = lineIndex(document.text).lineOf(start);
  return own.some(({ fromLine, toLine }) => fromLine <= line && line < toLine);
}

function namesRule(rules: readonly string[] | null, rule: string) {
  return rules === null || rules.includes(rule);
}
