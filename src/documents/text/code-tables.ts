import type { Bracket, Token } from './lexer.js';
import { headerOf } from './code-place.js';
import { namesModel, tellsModel } from './names-model.js';

/** Which strings stand in a list, set or map that names several models. */
export interface CodeTables {
  holds(token: Token): boolean;
}

/** `ids` holds the ID of every string that is a Claude ID and nothing else. */
export function findCodeTables(text: string, ids: ReadonlyMap<Token, string>): CodeTables {
  const inBracket = groupBy(ids.keys(), (token) => token.bracket);
  const inOuter = groupBy(ids.keys(), (token) => token.bracket?.parent ?? null);
  const distinct = (tokens: readonly Token[]) => new Set(tokens.map((token) => ids.get(token))).size;
  const collections = new Map<Bracket, Collection>();
  // Every ID in a list asks for the same list.
  const collectionOf = (bracket: Bracket) => {
    const tokens = inBracket.get(bracket) ?? [];
    const known =
      collections.get(bracket) ??
      toCollection(
        tokens.map((token) => labelOf(text, token) ?? ''),
        distinct(tokens),
      );
    collections.set(bracket, known);
    return known;
  };

  return {
    holds(token) {
      const { bracket } = token;
      if (!bracket || isStatement(text, token)) return false;
      const { isSeveral, tellsModels, isRegional } = collectionOf(bracket);
      const label = labelOf(text, token);
      if (label === null) return isSeveral && isCollection(text, bracket);
      if (isSeveral && ((namesModel(label) && tellsModels) || isRegional))
        return bracket.mark !== '(' || isCollection(text, bracket);
      return isRow(bracket, inOuter, distinct);
    },
  };
}

/** What the IDs of a bracket are together. */
interface Collection {
  readonly isSeveral: boolean;
  readonly tellsModels: boolean;
  readonly isRegional: boolean;
}

function toCollection(labels: readonly string[], count: number): Collection {
  return {
    isSeveral: count >= 2,
    tellsModels: labels.some(tellsModel),
    isRegional: labels.every((label) => regionLabel.test(label)),
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
