import type { ArnName, Range } from './facts.js';

/** A place of a text that makes the ARN of a foundation model of what is filled in there. */
export interface ArnHole {
  readonly range: Range;
  /** What may be filled in, by the names under which it is given. */
  readonly names: readonly ArnName[];
}

/**
 * The ARNs of foundation models that a text of settings, a script or a template fills in: `foundation-model/${MODEL_ID}` of a shell,
 * `$(MODEL_ID)` of Kubernetes, `${{ env.MODEL_ID }}` of a workflow, `{{ .Values.llm.modelId }}` of Helm, `{{ bedrock.model_id }}` of Jinja.
 */
export function arnHoles(text: string): readonly ArnHole[] {
  return [...text.matchAll(hole)].flatMap(({ 0: whole, 1: filled = '', 2: printed = '', index }) => {
    if (isComment(text, index)) return [];
    const names = [...namesOf(filled, text), ...(printed === '' ? [] : namesOfTemplate(printed, text))];
    return names.length > 0 ? [{ range: [index, index + whole.length] as const, names }] : [];
  });
}

// `${…}` and `${{ … }}`, `$(…)`, `%(…)s`, `{{ … }}`, `$NAME`; and what `printf` of a template is given.
const hole =
  /foundation-model\/(?:(\$?\{\{[^{}]{1,200}\}\}|\$\{[^{}]{1,200}\}|\$\([\w.]{1,120}\)|%\(\w{1,120}\)s|\$\w{1,120})|%s"([^{}]{1,300})\}\})/g;

/** Whether a text puts something into the ARN of a foundation model, by a template or by adding it, known or not. */
export function buildsFoundationArn(text: string): boolean {
  return /foundation-model\/(?:\$\{|["'`]\s*\+)/.test(text);
}

function isComment(text: string, at: number) {
  return /^\s*(?:[#;]|\/\/)/.test(text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 400), at));
}

function namesOf(filled: string, text: string): readonly ArnName[] {
  if (filled.startsWith('{{')) return namesOfTemplate(filled.slice(2, -2), text);
  const inner = filled.replace(/^\$\{\{|^[$%][{(]?|\}?\}$|\)s?$/g, '').trim();
  const key = /^file\([^()]*\):([\w.-]+)/.exec(inner)?.[1];
  if (key !== undefined) return [{ variable: `values.${key}`, folder: null }];
  const name = /^(?:(?:env|vars|secrets|inputs|param)[:.])?([A-Za-z_]\w*)(?:$|[:?,=-])/.exec(inner)?.[1];
  // The variable of Terraform that `templatefile` gives goes by its name, as a rule.
  return name === undefined ? [] : [{ setting: name }, { variable: `var.${name}`, folder: null }];
}

/** What an action of a template names: values by their keys, the environment by name, and what its variables are made of. */
function namesOfTemplate(action: string, text: string, depth = 0): readonly ArnName[] {
  const variables = depth < deepest ? [...action.matchAll(/\$(\w{1,80})\b/g)] : [];
  const assigned = variables.flatMap(([, name = '']) =>
    [...text.matchAll(new RegExp(String.raw`\$${name}\s{0,20}:?=([^{}]{1,300})`, 'g'))].flatMap(([, value = '']) =>
      namesOfTemplate(value, text, depth + 1),
    ),
  );
  const bare = /^-?\s*([A-Za-z_][\w.]*)\s*(?:\||-?$)/.exec(action)?.[1];
  return [
    ...[...action.matchAll(/\.Values\.([\w.]{1,200})/g)].map(([, keys = '']) => value(keys)),
    ...[...action.matchAll(/\b(?:requiredEnv|env)\s{1,8}"(\w{1,120})"/g)].map(([, name = '']) => ({ setting: name })),
    ...relative(action, text),
    ...(bare === undefined ? [] : [value(bare), ...(bare.includes('.') ? [] : [{ setting: bare }])]),
    ...assigned,
  ];
}

const deepest = 4;

/** `{{ .modelId }}` below `{{ with .Values.llm }}` */
function relative(action: string, text: string): readonly ArnName[] {
  const keys = /(?:^|\s)\.([a-z]\w*(?:\.\w+)*)/.exec(action)?.[1];
  if (keys === undefined) return [];
  const around = text.matchAll(/\{\{-?\s{0,8}(?:with|range)[^{}]{0,40}\.Values\.([\w.]{1,200})/g);
  return [...around].map(([, outer = '']) => value(`${outer}.${keys}`));
}

function value(keys: string): ArnName {
  return { variable: `values.${keys}`, folder: null };
}
