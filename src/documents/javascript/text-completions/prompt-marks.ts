/**
 * A turn of Claude's text completions begins with a line that names its speaker. Code is matched as it is written: a line may
 * end by an escape or by itself.
 */
const lineEnd = String.raw`(?:(?<!\\)(?:\\r)?\\n|\r?\n)`;
const blank = String.raw`(?:[ \t]|${lineEnd})`;

/** Where a turn begins: on a line of its own behind an empty one. */
export const turnMark = new RegExp(
  String.raw`${lineEnd}[ \t]{0,80}${lineEnd}${blank}{0,80}(Human|Assistant):[ \t]?`,
  'g',
);
/** The same at the start of a text, where one line end, or none, is enough. */
export const firstMark = new RegExp(String.raw`^${blank}{0,80}(Human|Assistant):[ \t]?`);
/** The mark that asks for the answer, where a text ends. */
export const lastMark = new RegExp(String.raw`${blank}{0,8}Assistant:${blank}{0,8}$`);
/** A line that begins with a speaker, turn or not. */
export const anyMark = /(?:^|\\n|\n)[ \t]{0,80}(?:Human|Assistant):/;

const blanksBefore = new RegExp(String.raw`^${blank}+`);

/** Source text of a string without the blanks at its start. */
export function withoutBlanksBefore(raw: string): string {
  return raw.replace(blanksBefore, '');
}

/** Source text of a string without the blanks at its end. */
export function withoutBlanksBehind(raw: string): string {
  let end = raw.length;
  for (;;) {
    if (/\s/.test(raw.charAt(end - 1))) end -= 1;
    else if (isEscapedBlank(raw, end)) end -= 2;
    else return raw.slice(0, end);
  }
}

function isEscapedBlank(raw: string, end: number) {
  if (!/^\\[nrt]$/.test(raw.slice(Math.max(0, end - 2), end))) return false;
  let start = end - 2;
  while (raw.charAt(start - 1) === '\\') start -= 1;
  return (end - 1 - start) % 2 === 1;
}

/** Whether a text reads like a whole prompt: it begins with a turn of the user, or holds one, and asks for an answer. */
export function isPrompt(text: string): boolean {
  const human = /(?:^|\n)[ \t]{0,80}Human:/.exec(text);
  if (!human) return false;
  const rest = text.slice(human.index + human[0].length);
  return /Assistant:\s{0,8}$/.test(rest) || /\n[ \t]{0,80}\n[ \t]{0,80}Assistant:/.test(rest);
}
