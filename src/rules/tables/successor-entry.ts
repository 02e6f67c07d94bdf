import { familyWord } from '../../catalog/family-words.js';
import { printModelId, withModel } from '../../catalog/model-id.js';
import type { CatalogModel, Scope } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { Entry } from '../../documents/entry.js';
import type { ModelReference } from '../../documents/facts.js';
import { applyEdits } from '../../edits/apply-edits.js';
import type { TextEdit } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import { modelNamed } from '../models/model-named.js';
import { namesOf } from './names-of.js';
import { referencesWithin } from './table-rows.js';

/** The text of an entry for a model's successor, or why there is none. */
export type SuccessorEntry =
  { readonly text: string; readonly obstacle?: never } | { readonly text?: never; readonly obstacle: string };

/**
 * The entry that `reference` stands in, written for another model: its IDs, and the model's name where people read it.
 * Everything else says the same of both models, or there is no such entry.
 */
export function successorEntry(
  reference: ModelReference,
  entry: Entry,
  move: { readonly from: CatalogModel; readonly to: CatalogModel; readonly scope: Scope | null },
  document: Document,
  policy: Policy,
): SuccessorEntry {
  const [start, end] = entry.range;
  const ids: TextEdit[] = [];
  for (const other of referencesWithin(entry.range, document)) {
    if (modelNamed(other.name, policy)?.id !== move.from.id || other.form !== 'literal')
      return { obstacle: 'it names another model as well' };
    ids.push({ range: other.range, text: idFor(other, reference, move) });
  }
  const names = nameEdits(entry, ids, move, document.text);
  const edits = [...ids, ...names];
  const obstacle = names.some((edit) => saysMore(entry, edit, document.text))
    ? 'its words are about the old model'
    : obstacleOf(entry, edits, document.text);
  if (obstacle !== null) return { obstacle };
  const local = edits.map(({ range, text }): TextEdit => ({ range: [range[0] - start, range[1] - start], text }));
  return { text: applyEdits(document.text.slice(start, end), local) };
}

/** `Claude 3.5 Sonnet (June 20, 2024)`: what stands beside the name is about the old model. */
function saysMore({ fields }: Entry, { range: [start, end] }: TextEdit, text: string) {
  const field = fields.find(({ range }) => range[0] <= start && end <= range[1]);
  return field !== undefined && /\d/.test(text.slice(field.range[0], start) + text.slice(end, field.range[1]));
}

/** What makes a row show another model to people; its key, if it has one, stays. */
export function labelEdits(
  entry: Entry,
  move: { readonly from: CatalogModel; readonly to: CatalogModel },
  text: string,
): readonly TextEdit[] {
  const isRow = entry.fields.length > 0 && entry.fields.every(({ kind }) => kind !== 'key');
  return isRow ? nameEdits(entry, [], move, text).filter((edit) => !saysMore(entry, edit, text)) : [];
}

/** Keys stay bare where they were: the profile that a call takes stands in the entry's own value. */
function idFor(
  { name }: ModelReference,
  reference: ModelReference,
  { to, scope }: { readonly to: CatalogModel; readonly scope: Scope | null },
) {
  const takesScope = name.scope === reference.name.scope;
  return printModelId(withModel(name, { scope: takesScope ? scope : name.scope, base: to.id }));
}

function nameEdits(
  { range: [start, end] }: Entry,
  ids: readonly TextEdit[],
  { from, to }: { readonly from: CatalogModel; readonly to: CatalogModel },
  text: string,
): readonly TextEdit[] {
  for (const spelled of namesOf(from)) {
    const found: TextEdit[] = [];
    for (
      let at = text.indexOf(spelled, start);
      at >= 0 && at + spelled.length <= end;
      at = text.indexOf(spelled, at + 1)
    )
      if (!/[\w.]/.test(text.charAt(at + spelled.length)) && !ids.some(({ range }) => at < range[1] && range[0] < at))
        found.push({ range: [at, at + spelled.length], text: to.name });
    if (found.length > 0) return found;
  }
  return [];
}

function obstacleOf(entry: Entry, edits: readonly TextEdit[], text: string): string | null {
  if (holdsComment(text.slice(...entry.range))) return 'a comment in it may be about the old model';
  for (const field of entry.fields) {
    const source = text.slice(...field.range);
    const changed = edits.some(({ range }) => field.range[0] <= range[0] && range[1] <= field.range[1]);
    if (changed) continue;
    if (field.kind === 'key' || (identity.test(field.name) && field.kind === 'text'))
      return `a person chooses its ${field.kind === 'key' ? 'key' : `\`${field.name}\``}`;
    if (field.kind === 'other' ? holdsNumber(source) : states.test(field.name))
      return 'it states a price, a limit or a date of the model';
    if (isTheOne.test(field.name) && source === 'true') return 'it is the default';
    if (speaksOfGeneration.test(source)) return 'its words are about the old model';
  }
  return null;
}

const identity = /^(?:id|key|value|slug|alias|code|uid|name|label|title|short_?name|display_?name)$/i;
const states = /price|pricing|cost|rate|context|max|limit|window|tokens|date|released|deprecat|eol|legacy/i;

/** Outside of its texts. */
function holdsNumber(source: string) {
  return /\d/.test(withoutTexts(source));
}

/** With white space or punctuation before it: no part of an address. */
function holdsComment(source: string) {
  return /[\s,{[(](?:#|\/\/|\/\*)/.test(withoutTexts(source));
}

function withoutTexts(source: string) {
  return source.replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, '');
}

const isTheOne = /^(?:is_?)?(?:default|selected|recommended|active|current)$/i;

/** A generation of Claude, named in some way of its own. */
const speaksOfGeneration = new RegExp(
  `(?:claude|${familyWord})[^"'\`\\n]{0,20}\\d|\\d[^"'\`\\n]{0,10}${familyWord}`,
  'i',
);
