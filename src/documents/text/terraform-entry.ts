import type { Entry } from '../entry.js';
import type { Bracket, Token } from './lexer.js';
import { statementObstacle } from '../statement-obstacle.js';

/** The resource of a policy that a string of HCL is, alone or in a list; `null` where it is neither. */
export function terraformEntry(text: string, token: Token): Entry | null {
  if (token.kind !== 'string' || !token.bracket) return null;
  const { bracket, outer } = token;
  const isListed = bracket.mark === '[' && /[[,][\s]*$/.test(withoutComments(text.slice(bracket.at, outer[0])));
  const statement = isListed ? bracket.parent : bracket;
  const name = keyBefore(text, isListed ? bracket.at : outer[0]);
  if (statement?.mark !== '{' || !/^(?:not_?)?resources?$/i.test(name)) return null;
  // `resources` of a policy document is a list; `Resource` in `jsonencode` may be a text.
  if (!isListed && name !== 'Resource') return null;
  return {
    range: outer,
    container: isListed ? [bracket.at, bracket.at + 1] : outer,
    form: isListed ? 'brackets' : 'alone',
    fields: [],
    obstacle: obstacleOf(text, statement, name),
  };
}

function keyBefore(text: string, at: number) {
  return /"?(\w{1,40})"?\s*[=:]\s*$/.exec(text.slice(Math.max(0, at - 80), at))?.[1] ?? '';
}

function obstacleOf(text: string, statement: Bracket, name: string) {
  const body = withoutComments(blockAt(text, statement.at));
  const said = (key: string) =>
    new RegExp(`(?:^|[\\s{,"])${key}"?\\s*[=:]\\s*(\\[[^\\]]*\\]|[^\\n,}]*)`, 'i').exec(body)?.[1];
  return statementObstacle({
    resources: name,
    effect: said('effect') ?? null,
    actions: said('actions?') ?? null,
    condition: /\bcondition\b/i.test(body) ? 'condition' : null,
  });
}

/** From an opening brace to the one that closes it, strings read over. */
export function blockAt(text: string, open: number) {
  let depth = 0;
  const marks = /"(?:[^"\\\n]|\\.)*"|[{}]/g;
  marks.lastIndex = open;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    if (found[0] === '{') depth += 1;
    if (found[0] === '}') depth -= 1;
    if (depth === 0) return text.slice(open, found.index + 1);
  }
  return text.slice(open);
}

function withoutComments(text: string) {
  return text.replace(/(^|[\s,[{])(?:#|\/\/)[^\n]*/g, '$1');
}
