import type { Command, Flag } from './flags.js';
import { COMMANDS, FLAGS } from './flags.js';

const EXIT_CODES = `Exit codes:
  0  no error, and no more warnings than --max-warnings allows
  1  errors remain, or migrate --dry-run would change files
  2  the command line, the configuration or the environment does not allow a run`;

const PATHS = `Without paths: what git tracks or would add, and the .env files beside each package.json.
To keep a line: a comment that says "bedrock-claude-disable-next-line <rule> -- why".`;

const DOCUMENTATION = 'https://github.com/bedrock-claude/eslint-plugin-bedrock-claude/blob/main/docs/cli.md';

/** The help text of one command, or of the program. */
export function helpText(command: Command | null): string {
  const usage = command === null ? '<command> [options]' : `${COMMANDS[command].usage} [options]`;
  const parts = [
    `Usage: bedrock-claude ${usage}`,
    command === null ? commandList() : COMMANDS[command].summary,
    `Options:\n${flagList(command)}`,
    ...(command === 'models' ? [] : [PATHS]),
    EXIT_CODES,
    `Documentation: ${DOCUMENTATION}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function commandList() {
  return `Commands:\n${columns(Object.values(COMMANDS).map(({ usage, summary }) => [usage, summary]))}`;
}

function flagList(command: Command | null) {
  const flags = Object.entries<Flag>(FLAGS).filter(([, flag]) => command === null || flag.commands.includes(command));
  return columns(
    flags.map(([name, flag]) => [
      spelling(name, flag),
      command === null ? `${flag.summary}${ownCommands(flag)}` : flag.summary,
    ]),
  );
}

function spelling(name: string, { short, value }: Flag) {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
}

function ownCommands({ commands }: Flag) {
  return commands.length === 1 ? ` [${commands.join()}]` : '';
}

function columns(rows: readonly (readonly [string, string])[]) {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
