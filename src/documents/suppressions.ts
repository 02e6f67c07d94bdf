import type { Format } from './document.js';
import type { Suppression } from './facts.js';

/**
 * The comments of a text that silence rules: ESLint's own in JavaScript, `bedrock-claude-disable*` in every format.
 *
 * @example
 * // bedrock-claude-disable-next-line no-legacy-model -- kept for the archive
 */
export function suppressionsOf(text: string, format: Format): Suppression[] {
  if (!text.includes('-disable')) return [];
  const lastLine = countLines(text, 0, text.length) + 1;
  const found: Suppression[] = [];
  const open: Open[] = [];
  for (const directive of directivesIn(text, format)) {
    const { source, verb, rules, line, endLine } = directive;
    if (verb === 'disable-line') found.push({ source, rules, fromLine: line, toLine: endLine + 1 });
    else if (verb === 'disable-next-line') found.push({ source, rules, fromLine: endLine + 1, toLine: endLine + 2 });
    else if (verb === 'disable-file') found.push({ source, rules, fromLine: 1, toLine: lastLine + 1 });
    else if (verb === 'disable') open.push({ source, rules, fromLine: line });
    else found.push(...close(open, directive));
  }
  return [...found, ...open.map((each) => ({ ...each, toLine: lastLine + 1 }))].sort(
    (one, other) => one.fromLine - other.fromLine,
  );
}

type Source = Suppression['source'];
type Verb = 'disable' | 'disable-line' | 'disable-next-line' | 'disable-file' | 'enable';
interface Open {
  readonly source: Source;
  readonly rules: readonly string[] | null;
  readonly fromLine: number;
}
interface Directive {
  readonly source: Source;
  readonly verb: Verb;
  readonly rules: readonly string[] | null;
  readonly line: number;
  readonly endLine: number;
}

// The comment must begin with the directive, as ESLint has it; a sentence that mentions one is no directive.
const comment =
  /(\/\*|\/\/|<!--|--|#|;)[ \t*]*\b(eslint|bedrock-claude)-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/g;

function* directivesIn(text: string, format: Format): Generator<Directive> {
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(comment)) {
    const [, opener = '', sourceText, verbText] = match;
    const source: Source = sourceText === 'eslint' ? 'eslint' : 'bedrock-claude';
    const verb = toVerb(verbText);
    const bodyStart = match.index + match[0].length;
    line += countLines(text, counted, match.index);
    counted = match.index;
    if (!verb || (source === 'eslint' && !isEslintComment(format, opener, verb))) continue;
    const bodyEnd = endOfComment(text, bodyStart, opener);
    const rules = rulesIn(text.slice(bodyStart, bodyEnd), source);
    if (rules?.length === 0) continue;
    yield { source, verb, rules, line, endLine: line + countLines(text, match.index, bodyEnd) };
  }
}

// ESLint reads `eslint-disable` and `eslint-enable` in block comments only, and knows no `-file`.
function isEslintComment(format: Format, opener: string, verb: Verb) {
  if (format !== 'javascript' || verb === 'disable-file') return false;
  return opener === '/*' || (opener === '//' && verb.endsWith('-line'));
}

function toVerb(text: string | undefined): Verb | null {
  return text === 'disable' ||
    text === 'disable-line' ||
    text === 'disable-next-line' ||
    text === 'disable-file' ||
    text === 'enable'
    ? text
    : null;
}

function endOfComment(text: string, start: number, opener: string) {
  const closer = opener === '/*' ? '*/' : opener === '<!--' ? '-->' : '\n';
  const end = text.indexOf(closer, start);
  return end < 0 ? text.length : end;
}

/** `null` = every rule; an empty list = only rules of others. */
function rulesIn(body: string, source: Source) {
  const reason = /(?:^|\s)--(?:\s|$)/.exec(body);
  const list = reason ? body.slice(0, reason.index) : body;
  // Inside a notebook or a JSON string the line ends in an escaped line break and a quote; a one-line block may close by itself.
  const names = list
    .replace(/(?:\\n|["'`*/\s,])+$/, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return null;
  const ours = source === 'eslint' ? names.filter((name) => name.startsWith('bedrock-claude/')) : names;
  return ours.map((name) => name.replace(/^bedrock-claude\//, ''));
}

/** Ends what an `enable` names and returns it; an `enable` without names ends everything of its source. */
function close(open: Open[], { source, rules, line }: Directive) {
  const closed: Suppression[] = [];
  const still: Open[] = [];
  for (const each of open.splice(0)) {
    // A rule cannot be taken out of "every rule" without knowing all of them, so that stays closed until an `enable` without names.
    const ended =
      each.source !== source
        ? null
        : rules === null
          ? each.rules
          : (each.rules?.filter((rule) => rules.includes(rule)) ?? []);
    if (each.source !== source || ended?.length === 0) {
      still.push(each);
      continue;
    }
    closed.push({ source, rules: ended, fromLine: each.fromLine, toLine: line });
    const rest = ended === null ? [] : (each.rules ?? []).filter((rule) => !ended.includes(rule));
    if (rest.length > 0) still.push({ ...each, rules: rest });
  }
  open.push(...still);
  return closed;
}

function countLines(text: string, from: number, to: number) {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
