import type { Bracket, Token } from './lexer.js';
import { headerOf } from './code-place.js';
import { listsModels } from './names-model.js';

/** Which strings stand in a list, set or map that names several models. */
export interface CodeTables {
  holds(token: Token): boolean;
}

/** `ids` holds the ID of every string that is a Claude ID and nothing else. */
export function findCodeTables(text: string, ids: ReadonlyMap<Token, string>): CodeTables {
  const inBracket = groupBy(ids.keys(), (token) => token.bracket);
  const inOuter = groupBy(ids.keys(), (token) => token.bracket?.parent ?? null);
  const distinct = (tokens: readonly Token[]) => new Set(tokens.map((token) => ids.get(token))).size;

  return {
    holds(token) {
      const { bracket } = token;
      if (!bracket || isStatement(text, token)) return false;
      const siblings = inBracket.get(bracket) ?? [];
      const label = labelOf(text, token);
      if (label === null) return distinct(siblings) >= 2 && isCollection(text, bracket);
      const labels = siblings.map((other) => labelOf(text, other) ?? '');
      if (distinct(siblings) >= 2 && (listsModels(label, labels) || labels.every((other) => regionLabel.test(other))))
        return bracket.mark !== '(' || isCollection(text, bracket);
      return isRow(bracket, inOuter, distinct);
    },
  };
}

// `[{ "id": A, "name": … }, { "id": B, … }]`
function isRow(
  row: Bracket,
  inOuter: ReadonlyMap<Bracket, readonly Token[]>,
  distinct: (tokens: readonly Token[]) => number,
) {
  if (row.parent?.mark !== '[') return false;
  const rows = (inOuter.get(row.parent) ?? []).filter((token) => token.bracket?.mark === row.mark);
  return new Set(rows.map((token) => token.bracket)).size >= 2 && distinct(rows) >= 2;
}

const regionLabel = /^["']?[a-z]{2}(?:-gov)?-[a-z]{4,12}-\d/;

// In braces that are a body: `const string Haiku = "…";`
function isStatement(text: string, token: Token) {
  return /^[ \t]*;/.test(text.slice(token.outer[1], token.outer[1] + 20));
}

// `(` makes a collection in a Python tuple and in `listOf(`, `Arrays.asList(`, `dict(`; elsewhere it holds arguments.
function isCollection(text: string, bracket: Bracket) {
  if (bracket.mark !== '(') return true;
  const header = headerOf(text, bracket);
  return (
    !/[\w)\]]$/.test(header) ||
    /(?:\b(?:in|return|of|set|list|tuple|dict|array)|listOf|setOf|mapOf|arrayOf|asList|frozenset|Literal|Enum)$/.test(
      header,
    )
  );
}

/** What a value is labelled with (`"haiku": "…"`, `HAIKU = "…"`), or `null` for an item of a list. */
function labelOf(text: string, token: Token) {
  const before = text.slice(Math.max(0, token.outer[0] - 120), token.outer[0]);
  return /(["']?[\w.@/-]{1,80}["']?)\s{0,40}(?::|=>|=|\bto)\s{0,40}[rfbu$@]?$/.exec(before)?.[1] ?? null;
}

function groupBy(tokens: Iterable<Token>, bracketOf: (token: Token) => Bracket | null) {
  const groups = new Map<Bracket, Token[]>();
  for (const token of tokens) {
    const bracket = bracketOf(token);
    const group = bracket && groups.get(bracket);
    if (group) group.push(token);
    else if (bracket) groups.set(bracket, [token]);
  }
  return groups;
}
