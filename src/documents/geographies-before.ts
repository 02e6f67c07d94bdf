import { scopeWord } from '../catalog/scope-words.js';
import type { Range } from '../edits/text-edit.js';

/** How the languages of settings and templates, shells and programs begin what they fill in. */
const hole = String.raw`(?:\$\{\{?|\$\(?[A-Za-z_]|\{\{|\{[A-Za-z_]|#\{|%[sv(])`;

/** `us.${var.model_id}`, `"us.{model_id}"`, `us.{{ .Values.model }}`; not `https://us.${domain}`. */
const filledIn = String.raw`(?<![\w.-])(?<!\/\/)${scopeWord}\.(?=${hole})(?!${hole}[^\n}]{0,40}(?:domain|host|zone|dns))`;
/** `"us." + model_id` */
const added = String.raw`(["'])${scopeWord}\.\1\s{0,4}(?:\+|\.\.|\|\||<>)\s{0,4}[A-Za-z_$]`;
/** `join(".", ["us", var.model_id])`, `!Join ['.', [us, !Ref ModelId]]`, `".".join(["us", model_id])` */
const joined = String.raw`["']\.["'](?:[\s,[(-]|\.join){1,80}["']?${scopeWord}["']?\s{0,20}(?:,|-|\n)`;

const builder = new RegExp(`${filledIn}|${added}|${joined}`, 'g');

/** Where a text that is scanned puts a geography before what it fills in: only a bare ID fits there. */
export function geographiesBefore(text: string): readonly Range[] {
  return [...text.matchAll(builder)].map((match) => [match.index, match.index + match[0].length]);
}
