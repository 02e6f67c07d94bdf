import { folderOf } from '../folder-of.js';
import type { ArnName, FoundationArn, Range } from '../facts.js';
import { blockAt } from './terraform-entry.js';

/** The other names under which Terraform hands variables on: as local values, to modules of the project, and to the environment of a program. */
export function terraformHandedOn(text: string, path: string): readonly FoundationArn[] {
  const folder = folderOf(path);
  return [
    ...blocksOf(text, /\blocals\s{0,8}\{/g).flatMap((block) =>
      assignedIn(block, path, folder, (name) => ({ variable: `local.${name}`, folder })),
    ),
    ...blocksOf(text, /\bmodule\s{1,8}"[^"\n]{1,120}"\s{0,8}\{/g).flatMap((block) => {
      const source = /\bsource\s{0,20}=\s{0,20}"(\.\.?\/[^"\n]{0,200}|\.\.?)"/.exec(block.text)?.[1];
      const module = source === undefined ? null : `${joinPath(folder, source)}/`;
      return module === null
        ? []
        : assignedIn(block, path, folder, (name) => ({ variable: `var.${name}`, folder: module }));
    }),
    ...assignedIn({ text, at: 0 }, path, folder, (name) => (/^[A-Z][A-Z\d_]*$/.test(name) ? { setting: name } : null)),
  ];
}

interface Block {
  readonly text: string;
  readonly at: number;
}

function blocksOf(text: string, header: RegExp): readonly Block[] {
  return [...text.matchAll(header)].map(({ 0: head, index }) => {
    const at = index + head.length - 1;
    return { text: blockAt(text, at), at };
  });
}

/** `name = var.model_id`, `name = "anthropic…"` */
function assignedIn(
  { text, at }: Block,
  path: string,
  folder: string,
  viaOf: (name: string) => ArnName | null,
): readonly FoundationArn[] {
  return [...text.matchAll(assignment)].flatMap(({ 0: line, 1: name = '', 2: value = '', index }) => {
    const via = viaOf(name);
    if (via === null) return [];
    const end = at + index + line.length;
    const range: Range = [end - value.length, end];
    const names = [...new Set(value.match(variable) ?? [])].map((each): ArnName => ({ variable: each, folder }));
    const isText = /^"[^"$]*"/.test(value);
    return [...names, ...(isText ? [{ id: { path, range } }] : [])].map((each) => ({ ...each, range, via }));
  });
}

const assignment =
  /(?<=[\n{,]\s{0,80})"?([A-Za-z_][\w-]{0,120})"?[ \t]{0,40}=[ \t]{0,8}((?:"|[^\s\n]{0,200}\b(?:var|local)\.)[^\n]{1,300})/g;
const variable = /\b(?:var|local)\.[A-Za-z_][\w-]{0,120}/g;

function joinPath(folder: string, source: string) {
  const parts = folder.split('/').filter((part) => part !== '');
  for (const step of source.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}
