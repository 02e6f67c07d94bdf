import type { Position } from '../facts.js';
import type { Bracket, Token } from './lexer.js';
import { lineBefore } from './lines.js';

/** What a string literal of a scanned language does, judged by the code right around it. */
export function positionInCode(text: string, token: Token): Position {
  const [start, end] = token.outer;
  const before = text
    .slice(Math.max(0, start - lookBehind), start)
    .replace(/(?<![\w$])(?:[rfbuRFBU]{1,2}|[$@]{1,2})$/, '')
    .trimEnd();
  const after = text.slice(end, end + lookAhead);
  const header = headerOf(text, token.bracket);
  if (isAsserted(text, start)) return 'assertion';
  if (/\bLiteral$/.test(header)) return 'type';
  if (proseArgument.test(before) || proseCall.test(header)) return 'prose';
  if (isCompared(before, after, header)) return 'comparison';
  if (isKey(before, after, header)) return 'key';
  if (isDefault(text, before, header, token)) return 'default';
  return 'constant';
}

/** The text in front of an open bracket, as far as its call, declaration or block is named there. */
export function headerOf(text: string, bracket: Bracket | null): string {
  return bracket ? text.slice(Math.max(0, bracket.at - lookBehind), bracket.at).trimEnd() : '';
}

// Characters: enough for a call with its receiver, or the head of a block.
const lookBehind = 160;
const lookAhead = 80;

const proseArgument =
  /(?:^|[\s(,{"'])(?:help|description|desc|title|label|placeholder|doc|summary|caption|epilog|usage)["']?\s*[=:]$/i;
const proseCall =
  /(?:^|[^\w.])(?:print|println|printf|echo|puts|log|warn|raise|panic)$|(?:\b(?:logger|logging|log|console|Console|System\.out|System\.err|fmt)\.\w+|(?:Error|Exception)|\b(?:e?print|e?println|panic|format|info|warn|error|debug)!)$/;

function isAsserted(text: string, at: number) {
  return /(?:^|[^\w.])assert(?:\b|[A-Z_]\w*)|\bexpect\s*\(|\bshould\b\s*[.(]|XCTAssert|\.toEqual\(|\.toBe\(/.test(
    lineBefore(text, at, 400),
  );
}

function isCompared(before: string, after: string, header: string) {
  if (/(?:[!=]==?|\b(?:is|is not|not in|in|eq|ne)|\bcase|\bwhen)$/.test(before) && !/\bfor\s+\w+\s+in$/.test(before))
    return true;
  if (/^\s*(?:[!=]==?(?!=)|not in\b|in\b|->)/.test(after)) return true;
  if (/\b(?:not\s+)?in$/.test(header) && !/\bfor\b[^\n]{0,60}\bin$/.test(header)) return true;
  return comparer.test(header);
}

// Calls that compare their argument with what they are called on or given.
const comparer =
  /(?:starts_?with|ends_?with|hasprefix|hassuffix|equals|equalsignorecase|contains|includes|index_?of|\.find|\.matches|re\.(?:match|search|fullmatch))$/i;

function isKey(before: string, after: string, header: string) {
  if (/^\s*=>/.test(after)) return true;
  if (/^[ \t]*:(?![:=])/.test(after) && !before.endsWith('?')) return true;
  if (/[\w\])]\[$/.test(before) && /^\s*\]/.test(after)) return true;
  return (
    /(?:Map\.of|Map\.entry|\bentry|\.put|\.insert|\.set|\.add)$/.test(header) &&
    before.endsWith('(') &&
    /^\s*,/.test(after)
  );
}

function isDefault(text: string, before: string, header: string, token: Token) {
  if (/(?:\?\?|\|\||\bor|\?:|unwrap_or\(|unwrap_or_default\(|orElse\(|getOrElse\()$/.test(before)) return true;
  if (/(?:^|[\s(,{"'])default(?:_value|Value)?["']?\s*[=:]$/.test(before)) return true;
  if (/\bunwrap_or_else\(\s*\|[^|]{0,20}\|\s*$/.test(before)) return true;
  if (/\b(?:def|fn|func|function|fun)\s+[\w.]{1,80}$/.test(header)) return before.endsWith('=');
  const isLaterArgument =
    token.bracket !== null &&
    text.slice(Math.max(token.bracket.at + 1, token.outer[0] - 400), token.outer[0]).includes(',');
  return isLaterArgument && reader.test(header);
}

// Calls that take a name and what to use without it.
const reader =
  /(?:getenv|GetEnv|environ\.get|environ\.setdefault|env\.get|ENV\.fetch|GetEnvironmentVariable|getenv_default|getOrDefault|get_or_default|getProperty|GetValue|getattr|\.get|\.fetch|\.setdefault|\.pop|env|config|Env|try_get_context|tryGetContext|getString)$/;
