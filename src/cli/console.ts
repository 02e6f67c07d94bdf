import type { CommandLine } from './command-line.js';

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

/** Scripts of the working directory that may mention Claude, being searched for while the engine loads; `null` = read them all. */
export type Search = Promise<ReadonlySet<string> | null>;

/** Runs one command and returns the exit code. */
export type CommandRunner = (line: CommandLine, console: Console, search: Search) => number | Promise<number>;
