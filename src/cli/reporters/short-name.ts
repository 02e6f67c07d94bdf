/** `no-legacy-model` of `bedrock-claude/no-legacy-model`: a report is about nobody else's rules. */
export function shortName(rule: string): string {
  return rule.replace('bedrock-claude/', '');
}
