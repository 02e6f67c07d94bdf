import type { PlacedMention } from './code.js';
import type { CodeTables } from './code-tables.js';
import type { Bracket, Token } from './lexer.js';
import type { Mention } from './mentions.js';
import type { Place } from './reference.js';
import type { Syntax } from './syntax.js';
import { placeTokens } from './code.js';
import { headerOf } from './code-place.js';
import { readsAsProse } from './prose.js';
import { terraformEntry } from './terraform-entry.js';
import { terraformVariable } from './terraform-arns.js';
import { terraformTableEntry } from './terraform-table-entry.js';

/** Terraform and other HCL: blocks and attributes, read by the brackets and words around each string. */
export function placeTerraform(text: string, syntax: Syntax): PlacedMention[] {
  return placeTokens(text, syntax, ({ token, mention, ids, tables }) => {
    const place = { ...placeOf(text, token, mention, ids, tables), variable: terraformVariable(text, token) };
    return mention.share === 'whole' && (place.position === 'table' || place.position === 'key')
      ? { ...place, entry: terraformTableEntry(text, token, place.position) }
      : place;
  });
}

function placeOf(
  text: string,
  token: Token,
  mention: Mention,
  ids: ReadonlyMap<Token, string>,
  tables: CodeTables,
): Place {
  if (token.kind === 'comment') return { position: 'prose' };
  const attribute = attributeOf(text, token);
  if (proseAttribute.test(attribute)) return { position: 'prose' };
  if (isInPolicy(text, token, mention)) return { position: 'policy', entry: terraformEntry(text, token) };
  if (token.kind === 'heredoc' || mention.share === 'part') {
    return readsAsProse(text, mention.spelling, token.range)
      ? { position: 'prose' }
      : { position: 'constant', fixed: 'part of a longer text', level: 'warning' };
  }
  if (mention.share === 'listed') return { position: 'table' };
  const before = text.slice(Math.max(0, token.outer[0] - 200), token.outer[0]).trimEnd();
  const after = text.slice(token.outer[1], token.outer[1] + 40);
  if (
    /[!=]=$/.test(before) ||
    /^\s*[!=]=/.test(after) ||
    /(?:startswith|endswith|strcontains|regex|can)\($/.test(before)
  )
    return { position: 'comparison' };
  if (isKey(before, after)) return { position: 'key' };
  const variable = blockOf(text, token, /\bvariable\s+"[^"\n]{1,120}"$/);
  const allowed = variable ? allowedIds(text, variable, ids) : [];
  if (variable && allowed.length > 0 && attribute === 'default' && token.bracket === variable)
    return { position: 'default', allowed };
  if (tables.holds(token) || allowed.length > 0) return { position: 'table' };
  if (variable) return { position: 'default' };
  if (isLookedUp(before, text, token)) return { position: 'default' };
  if (isDimension(text, token)) return { position: 'comparison' };
  const isData =
    mention.name.scope === null && blockOf(text, token, /\bdata\s+"aws_bedrock_foundation_model"\s+"[^"\n]{1,120}"$/);
  return { position: 'constant', ...(isData ? { fixed: 'a foundation model is meant here, not a profile' } : {}) };
}

// `"id" = 1`, `"id": 1`, `local.prices["id"]`, but not the middle of `x ? "id" : "other"`
function isKey(before: string, after: string) {
  if (before.endsWith('?')) return false;
  return /^\s*(?:=(?!=)|:)/.test(after) || (/[\w\])]\[$/.test(before) && /^\s*\]/.test(after));
}

const proseAttribute = /^(?:description|error_message|comment|title|help)$/;

/** The name left of the `=` that a string, or the list it is in, is given to. */
function attributeOf(text: string, token: Token) {
  const own = assignedName(text, token.outer[0]);
  if (own !== '' || token.bracket?.mark !== '[') return own;
  return assignedName(text, token.bracket.at);
}

function assignedName(text: string, at: number) {
  return (
    /(["']?[\w./-]{1,80}["']?)\s*[=:]\s*$/
      .exec(text.slice(Math.max(0, at - 160), at))?.[1]
      ?.replace(/["']/g, '')
      .toLowerCase() ?? ''
  );
}

function blockOf(text: string, token: Token, header: RegExp): Bracket | null {
  for (let at = token.bracket; at; at = at.parent) if (at.mark === '{' && header.test(headerOf(text, at))) return at;
  return null;
}

/** The IDs that a validation lists: default and entries must stay in step. */
function allowedIds(text: string, variable: Bracket, ids: ReadonlyMap<Token, string>): readonly string[] {
  return [...ids].flatMap(([token, id]) =>
    isWithin(token, variable) && blockOf(text, token, /\bvalidation$/) !== null ? [id.replace(/^\./, '')] : [],
  );
}

function isWithin(token: Token, bracket: Bracket) {
  for (let at = token.bracket; at; at = at.parent) if (at === bracket) return true;
  return false;
}

function isInPolicy(text: string, token: Token, mention: Mention) {
  if (blockOf(text, token, /(?:data\s+"aws_iam_policy_document"|resource\s+"aws_iam_\w*policy\w*")\s+"[^"\n]{1,120}"$/))
    return true;
  if (token.kind === 'heredoc')
    return /"?(?:Not)?Resource"?\s*[:=]\s*\[?[^\]}]*$/.test(
      text.slice(Math.max(token.range[0], mention.range[0] - 600), mention.range[0]),
    );
  return (
    /^(?:not_?)?resources?$/.test(attributeOf(text, token)) ||
    resourcePolicy.test(
      mention.share === 'part' ? text.slice(Math.max(token.range[0], mention.range[0] - 300), mention.range[0]) : '',
    )
  );
}

const resourcePolicy = /Resource\\?"\s*:\s*\[?[^\]}]*$/;

// `lookup(var.models, "x", "id")`, `coalesce(var.model, "id")`, `try(…, "id")`, `var.x != null ? var.x : "id"`
function isLookedUp(before: string, text: string, token: Token) {
  if (/\b(?:lookup|coalesce|try)$/.test(headerOf(text, token.bracket))) return true;
  return /[:?]$/.test(before) && /\bvar\.\w+\s*[!=]=\s*(?:null|"")/.test(before);
}

function isDimension(text: string, token: Token) {
  return blockOf(text, token, /\bdimensions\s*[=:]?$/) !== null;
}
