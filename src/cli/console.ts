import type { CommandLine } from './arguments/command-line.js';
import type { HeadStart } from './run/head-start.js';

/** A stream to print on. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What a person types. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** What a command sees of the process it runs in. */
export interface Console {
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absent where nobody can be asked. */
  readonly stdin?: Input;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs one command and returns the exit code. */
export type CommandRunner = (line: CommandLine, console: Console, start: HeadStart) => number | Promise<number>;
