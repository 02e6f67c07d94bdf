import type { Range } from '../../edits/text-edit.js';

/** Whether the line around `range`, as far as it stands in the string `within`, reads as a sentence rather than as code. */
export function readsAsProse(text: string, range: Range, within: Range): boolean {
  const before = lastLine(text.slice(Math.max(within[0], range[0] - reach), range[0]));
  const after = firstLine(text.slice(range[1], Math.min(within[1], range[1] + reach)));
  if (assigned.test(before.slice(-120)) || /[({[]\s*["'`]$/.test(before.slice(-40))) return false;
  return (`${before} ${after}`.match(words) ?? []).length >= 3 || eastAsian.test(before + after);
}

// Characters to either side: a long sentence.
const reach = 400;

// `x = "`, `"x": "`, `x: `, `--x `, `/model/`: what follows is a value.
const assigned =
  /[\w\])]\s{0,20}(?::=|=>|=|\+)\s{0,20}f?["'`]?$|["']\s{0,20}:\s{0,20}f?["'`]$|^\s*[\w"'-]{1,80}:\s{0,20}["'`]?$|\/model\/$|--[\w-]{1,60}[= ]["']?$/;
const words = /(?<=^|[\s(“"'`*_])\p{L}[\p{L}'’-]*(?=[\s,.;:!?)”"'`*_]|$)/gu;
const eastAsian = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{4}/;

function lastLine(source: string) {
  const lines = unescaped(source).split('\n');
  return lines[lines.length - 1] ?? '';
}

function firstLine(source: string) {
  return unescaped(source).split('\n')[0] ?? '';
}

// Text in a string may be escaped; only what matters for reading it is undone, offsets are not needed here.
function unescaped(source: string) {
  return source.replaceAll('\\n', '\n').replace(/\\(["'`])/g, '$1');
}
