import type { FoundationArn, Range } from '../facts.js';
import { isGrantedAt } from './scanned-arns.js';

/** The ARNs of foundation models that code of a scanned language makes of settings: `f"…foundation-model/{model_id}"` with `model_id = os.environ["MODEL_ID"]`. */
export function codeArns(text: string): readonly FoundationArn[] {
  if (!text.includes('foundation-model/')) return [];
  return [...text.matchAll(hole)].flatMap(({ 0: whole, 1: inside = '', 2: behind = '', index }) => {
    const range: Range = [index, index + whole.length];
    const isGrant = isGrantedAt(text, index);
    return settingsBehind(inside === '' ? behind : inside, text).map((setting) => ({ setting, range, isGrant }));
  });
}

// `{model_id}`, `#{model_id}`, `${modelId}`, `{$modelId}`; and what is added, formatted or filled in behind the text.
const hole =
  /foundation-model\/(?:[#$]?\{([^{}\n]{1,160})\}|(?:%[sv]|\{\d?\})?["'][^\S\n]{0,8}(?:[+.%]|,|\.format\()[^\S\n]{0,8}([^\n;]{1,160}))/g;

/** The settings that an expression reads, itself or through the names in it. */
function settingsBehind(expression: string, text: string): readonly string[] {
  const names = new Set(expression.match(/[A-Za-z_]\w{0,80}/g));
  const given = [...names].flatMap((name) =>
    [...text.matchAll(new RegExp(String.raw`\b${name}\b[^\n=]{0,40}=([^\n=][^\n]{0,200})`, 'g'))].map(
      ([, value = '']) => value,
    ),
  );
  const found = [expression, ...given].flatMap((each) =>
    [...each.matchAll(environment)].map(([, setting = '']) => setting),
  );
  return [...new Set(found)];
}

const environment = /env\w*[^"'\n]{0,40}["']([A-Za-z_]\w{0,120})["']/gi;
