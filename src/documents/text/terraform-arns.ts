import { folderOf } from '../folder-of.js';
import type { FoundationArn, Range } from '../facts.js';
import { headerOf } from './code-place.js';
import type { Token } from './lexer.js';
import { isGrantedAt } from './scanned-arns.js';
import { terraformHandedOn } from './terraform-handed-on.js';

/** The ARNs of foundation models that Terraform makes of variables and local values, which are those of the folder; and under which names it hands these on. */
export function terraformArns(text: string, path: string): readonly FoundationArn[] {
  const folder = folderOf(path);
  return [...madeIn(text, folder), ...terraformHandedOn(text, path)];
}

function madeIn(text: string, folder: string): readonly FoundationArn[] {
  if (!/foundation[-_]model/.test(text)) return [];
  return takers.flatMap((taker) =>
    [...text.matchAll(taker)].flatMap(({ index, 0: whole, 1: expression = '' }) => {
      const range: Range = [index, index + whole.length];
      const isGrant = isGrantedAt(text, index);
      return namesBehind(expression, text).flatMap((variable): FoundationArn[] => [
        { variable, folder, range, isGrant },
        ...(variable.startsWith('var.') ? [{ setting: variable.replace('var.', 'TF_VAR_'), range, isGrant }] : []),
      ]);
    }),
  );
}

/** What stands behind `foundation-model/`: in a template, as an argument of `format` and of `join`; and in a data source. */
const takers: readonly RegExp[] = [
  /foundation-model\/\$\{([^{}\n]{1,200})\}/g,
  /\bformat\(\s{0,80}"[^"\n]{0,200}foundation-model\/%s[^"\n]{0,80}",([^()\n]{1,200})\)/g,
  /foundation-model\/",\s{0,80}([\w.["\]-]{1,120})/g,
  /\bdata\s{1,8}"aws_bedrock_foundation_model"\s{1,8}"[^"\n]{1,120}"\s{0,8}\{\s{0,80}model_id\s{0,20}=\s{0,8}([^\n]{1,200})/g,
];

const name = /^(?:var|local)\.[A-Za-z_][\w-]{0,120}/;

/** The names in an expression, and those that its local values, the values of a loop and the attributes of resources are made of. */
function namesBehind(expression: string, text: string): readonly string[] {
  const found = new Set(namesIn(expression));
  // What is added is looked at in turn.
  for (const each of found) {
    if (found.size > mostNames) break;
    for (const definition of definitionsOf(each, text)) for (const next of namesIn(definition)) found.add(next);
  }
  return [...found].filter((each) => name.test(each) || each.split('.').length === 3);
}

/** `var.model_id`, `each.value`, `aws_ssm_parameter.model.value`, and a name alone, which a loop gives. */
function namesIn(expression: string): readonly string[] {
  return expression.match(/\b[A-Za-z_][\w-]{0,120}(?:\.[A-Za-z_][\w-]{0,120}){0,2}/g)?.map(shortened) ?? [];
}

function shortened(path: string) {
  return name.exec(path)?.[0] ?? path;
}

const mostNames = 50;

function definitionsOf(path: string, text: string): readonly string[] {
  const [owner = '', member = '', attribute] = path.split('.');
  const all = (pattern: string) =>
    [...text.matchAll(new RegExp(pattern, 'gm'))].map(([, definition = '']) => definition);
  if (owner === 'local') return all(String.raw`^[ \t]{0,40}${member}[ \t]{0,40}=([^\n]{1,400})`);
  if (owner === 'each') return all(String.raw`\bfor_each\s{0,20}=([^\n]{1,400})`);
  if (member === '') return all(String.raw`\bfor\s{1,8}(?:\w{1,80},\s{0,8})?${owner}\s{1,8}in\s([^:\n]{1,200}):`);
  if (attribute === undefined) return [];
  return all(
    String.raw`\bresource\s{1,8}"${owner}"\s{1,8}"${member}"\s{0,8}\{[^{}]{0,600}?\n\s{0,40}${attribute}\s{0,40}=([^\n]{1,400})`,
  );
}

/** The variable, local value or attribute that a text is the value of, or a part of: `var.model_id`, `local.models`, `aws_ssm_parameter.model.value`. */
export function terraformVariable(text: string, token: Token): string | null {
  let at = token.outer[0];
  for (let bracket = token.bracket; bracket; bracket = bracket.parent) {
    const header = headerOf(text, bracket);
    const declared = /\bvariable\s+"([^"\n]{1,120})"$/.exec(header)?.[1];
    if (declared !== undefined) return `var.${declared}`;
    const [, type, label] = /\bresource\s+"([^"\n]{1,120})"\s+"([^"\n]{1,120})"$/.exec(header) ?? [];
    if (type !== undefined && label !== undefined) return named(`${type}.${label}`, text, at);
    const isLocals = /(?:^|\s)locals$/.test(header);
    if (isLocals && bracket.parent === null) return named('local', text, at);
    at = bracket.at;
  }
  // Outside every block only a file of values has attributes.
  return named('var', text, at);
}

function named(kind: string, text: string, at: number) {
  const assigned = /(?:^|[\n{])[ \t]{0,80}([A-Za-z_][\w-]{0,120})[ \t]{0,40}=[^\n]*$/.exec(
    text.slice(Math.max(0, at - 600), at),
  )?.[1];
  return assigned === undefined ? null : `${kind}.${assigned}`;
}
