import { isScopePrefix, scopeWord } from '../../catalog/scope-words.js';
import type { ModelGate } from '../facts.js';
import type { Token } from './lexer.js';
import type { Syntax } from './syntax.js';
import { headerOf } from './code-place.js';
import { lex } from './lexer.js';

const mayGate = new RegExp(String.raw`claude|anthropic|["']${scopeWord}\.`, 'i');

/** Code of a scanned language that decides by parts of a model ID: `"claude-3" in model_id`, `.startswith("us.")`. */
export function findGates(text: string, syntax: Syntax): ModelGate[] {
  const splits = findSplits(text);
  if (!mayGate.test(text)) return splits;
  const tokens = lex(text, syntax).filter((token) => token.kind === 'string' && isFragment(text.slice(...token.range)));
  const gates = tokens.flatMap((token) => gateOf(text, token) ?? []);
  return [...joinLists(gates), ...splits];
}

/** `model_id.split(".")[0]`: the vendor of a bare ID, the geography of a profile. The first piece before a colon is the same for both. */
function findSplits(text: string): ModelGate[] {
  return [...text.matchAll(/model\w{0,40}\.split\(\s{0,9}["']([.:])["'](?:,\s{0,9}\d)?\)\s{0,9}\[(\d)\]/gi)].flatMap(
    ({ 0: found, 1: separator = '', 2: piece, index }) =>
      separator === ':' && piece === '0'
        ? []
        : [{ kind: 'split', patterns: [separator], range: [index, index + found.length], geography: false } as const],
  );
}

type Found = ModelGate & { readonly list: number | null };

// An equality with a name of one's own (`"claude-v2"`) tells no two IDs apart.
const namesId = /anthropic\.claude|^arn:/i;

function isFragment(value: string) {
  return (
    isScopePrefix(value) ||
    (value.length <= 120 && /claude|anthropic\.|^anthropic$/i.test(value) && !/[\s/]/.test(value))
  );
}

function gateOf(text: string, token: Token): Found | null {
  const kind = kindOf(text, token);
  if (!kind) return null;
  const pattern = text.slice(...token.range);
  if ((kind === 'equality' || kind === 'list') && !namesId.test(pattern) && !isScopePrefix(pattern)) return null;
  return {
    kind,
    patterns: [pattern],
    range: token.outer,
    geography: isScopePrefix(pattern),
    list: kind === 'list' || isInTuple(text, token) ? (token.bracket?.at ?? null) : null,
  };
}

function kindOf(text: string, token: Token): ModelGate['kind'] | null {
  const before = text
    .slice(Math.max(0, token.outer[0] - 120), token.outer[0])
    .replace(/(?<!\w)[rfbu]$/i, '')
    .trimEnd();
  const after = text.slice(token.outer[1], token.outer[1] + 40);
  const call = isInTuple(text, token) ? headerOf(text, token.bracket?.parent ?? null) : headerOf(text, token.bracket);
  if (/^\s*(?:not\s+)?in\b/.test(after)) return 'includes';
  if (/(?:starts_?with|has_?prefix)\??$/i.test(call)) return 'startsWith';
  if (/(?:ends_?with|has_?suffix)\??$/i.test(call)) return 'endsWith';
  if (
    /(?:re\.(?:match|search|fullmatch|compile)|regexp?\.\w+|Regex|Pattern\.compile|\.matches|MustCompile)$/.test(call)
  )
    return 'regex';
  if (/(?:contains|includes|include\?|index_?of|\.find|\.index|strpos|str_contains)$/i.test(call)) return 'includes';
  if (
    /[!=]==?$/.test(before) ||
    /^\s*[!=]==?/.test(after) ||
    /\b(?:case|when)$/.test(before) ||
    /equals(?:IgnoreCase)?$/.test(call)
  )
    return 'equality';
  return /\bin$/.test(call) && !/\bfor\b[^\n]{0,60}\bin$/.test(call) ? 'list' : null;
}

// `startswith(("us.", "eu."))`
function isInTuple(text: string, token: Token) {
  const { bracket } = token;
  return (
    bracket?.parent != null &&
    /^(?:\(|\[)$/.test(bracket.mark) &&
    text.slice(bracket.parent.at + 1, bracket.at).trim() === '' &&
    headerOf(text, bracket) !== ''
  );
}

/** The strings of one list are one gate. */
function joinLists(found: readonly Found[]): ModelGate[] {
  const gates: Found[] = [];
  for (const gate of found) {
    const last = gates.at(-1);
    if (last && gate.list !== null && last.list === gate.list)
      gates[gates.length - 1] = {
        ...last,
        patterns: [...last.patterns, ...gate.patterns],
        range: [last.range[0], gate.range[1]],
        geography: last.geography && gate.geography,
      };
    else gates.push(gate);
  }
  return gates.map(({ list: _, ...gate }) => gate);
}
