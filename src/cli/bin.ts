#!/usr/bin/env node
import { parseCommandLine } from './arguments/command-line.js';
import type { Console } from './console.js';
import type { Command } from './arguments/flags.js';
import { askGit } from './run/head-start.js';
import { loadCommands } from './run/load-commands.js';

/** Set by the build: the name of the file that `commands.ts` became. Help and version must not wait for it. */
declare const COMMANDS_BUNDLE: string;

// A reader that has seen enough ("| head") closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set rather than forced, so that a long report reaches a slow pipe in full.
void main(process.argv.slice(2)).then((status) => (process.exitCode = status));
// By then it has, and nothing is under way: taking the heap apart would only make the caller wait.
process.on('exit', () => process.exit());

async function main(args: readonly string[]) {
  try {
    const request = parseCommandLine(args);
    if (request.kind === 'version') return await printVersion();
    if (request.kind === 'help') return await printHelp(request.command);
    const start = request.line.command === 'models' ? {} : askGit(process.cwd());
    const { commands, keep } = loadCommands(new URL(COMMANDS_BUNDLE, import.meta.url));
    const status = await commands[request.line.command](request.line, consoleOf(process), start);
    keep();
    return status;
  } catch (error) {
    process.stderr.write(`bedrock-claude: ${explain(error)}\n`);
    return 2;
  }
}

/** Standard input is opened by whoever asks: a run that asks nothing needs none. */
function consoleOf({ stdout, stderr, env }: typeof process): Console {
  return {
    cwd: process.cwd(),
    stdout,
    stderr,
    env,
    get stdin() {
      return process.stdin;
    },
  };
}

/** What a person can mend is said in one line; everything else is our bug and keeps its stack. */
function explain(error: unknown) {
  if (!(error instanceof Error)) return String(error);
  return ['UsageError', 'ConfigError'].includes(error.name)
    ? error.message
    : `internal error, please report it: ${error.stack ?? error.message}`;
}

async function printHelp(command: Command | null) {
  const { helpText } = await import('./arguments/help.js');
  process.stdout.write(helpText(command));
  return 0;
}

async function printVersion() {
  const { version } = await import('./version.js');
  process.stdout.write(`${version()}\n`);
  return 0;
}
