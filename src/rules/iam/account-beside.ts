/**
 * How code that writes the region of an ARN this way writes its account: `${this.region}` → `${this.account}`. Where it
 * doesn't say, `*`: an inference profile of another account is no use to anybody.
 *
 * @param text the whole file
 */
export function accountBeside(region: string, text: string): string {
  if (region === '${AWS::Region}') return '${AWS::AccountId}';
  if (region === '${aws:region}') return '${aws:accountId}';
  const [, owner = '', member = ''] = /^\$\{([\w.()]{1,60})\.(region|REGION)\}$/.exec(region) ?? [];
  if (/(?:^|\.)Aws$/.test(owner) && member === 'REGION') return `\${${owner}.ACCOUNT_ID}`;
  const isStack = /(?:^|\.)Stack\.of\(this\)$/.test(owner) || text.includes(`${owner}.account}`);
  const isOwn = owner === 'this' && /\bclass\s+\w+\s+extends\s+[\w.]*Stack\b/.test(text);
  return owner !== '' && member === 'region' && (isStack || isOwn) ? `\${${owner}.account}` : '*';
}
