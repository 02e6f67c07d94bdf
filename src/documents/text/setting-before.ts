/** The name that an assignment gives what follows this text: `NAME=`, `export NAME="`, `NAME = "`, `ENV NAME `, `NAME=${NAME:-`. */
export function settingBefore(before: string): string | null {
  const line = before.slice(Math.max(before.lastIndexOf('\n') + 1, before.length - longestLine));
  return assignment.exec(line)?.[1] ?? null;
}

/** The name of the variable that what follows this text is the value of: `name = "NAME", value = "`. */
export function variableBefore(before: string): string | null {
  return variable.exec(before)?.[1] ?? null;
}

const variable =
  /\bname"?\s{0,20}[=:]\s{0,20}"([A-Za-z_]\w{0,120})"[^\S\r\n]{0,20},?\s{0,80}"?value"?\s{0,20}[=:]\s{0,20}"$/;

/** Characters; what stands further to the left is no name any more. */
const longestLine = 400;

const assignment =
  /(?:^|[\s"'{,;(])([A-Za-z_][\w.-]{0,120})["']?(?:[ \t]{0,40}[:=]|(?<=\bENV[ \t][\w.-]{1,120})[ \t])[ \t]{0,40}["']?(?:\$\{[\w.]{1,120}:?-)?$/;
