import { parseArgs } from 'node:util';
import { didYouMean } from '../../policy/config-error.js';
import { nearest } from '../../policy/nearest.js';
import type { Command, Flag, FlagName, OutputFormat } from './flags.js';
import { COMMANDS, FLAGS, FORMATS } from './flags.js';
import { UsageError } from './usage-error.js';

/** A command line, checked as far as that goes without knowing rules and models. */
export interface CommandLine {
  readonly command: Command;
  /** Paths, or model IDs for `models`. */
  readonly operands: readonly string[];
  readonly format: OutputFormat;
  readonly maxWarnings: number | null;
  /** The text of a flag that takes a value. */
  valueOf(flag: FlagName): string | undefined;
  /** All texts of a repeatable flag. */
  valuesOf(flag: FlagName): readonly string[];
  has(flag: FlagName): boolean;
}

/** What the arguments ask for: a command, or one of the two things that need no engine. */
export type Request =
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly line: CommandLine };

/**
 * Reads the arguments after the program's name.
 *
 * @throws UsageError naming the argument, what is allowed and the nearest known word.
 */
export function parseCommandLine(args: readonly string[]): Request {
  const { values, operands } = tokenize(args);
  const [word, ...rest] = operands;
  if (values.has('version')) return { kind: 'version' };
  if (word === undefined || word === 'help') return { kind: 'help', command: toHelpTopic(rest[0]) };
  const command = toCommand(word);
  if (values.has('help')) return { kind: 'help', command };
  for (const flag of values.keys()) refuseForeignFlag(flag, command);
  return { kind: 'run', line: toCommandLine(command, rest, values) };
}

function tokenize(args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries<Flag>(FLAGS).map(([name, flag]) => [
      name,
      {
        type: flag.value === undefined ? ('boolean' as const) : ('string' as const),
        ...(flag.short !== undefined && { short: flag.short }),
      },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<FlagName, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = toFlag(token.name, token.rawName);
    values.set(flag, [...(values.get(flag) ?? []), toText(flag, token.value, token.inlineValue === true)]);
  }
  return { values, operands };
}

function toFlag(name: string, written: string): FlagName {
  if (isFlag(name)) return name;
  throw new UsageError(
    `Unknown option ${written}.${didYouMean(prefixed(nearest(name, Object.keys(FLAGS)))) || ' See bedrock-claude --help.'}`,
  );
}

function toText(flag: FlagName, value: string | undefined, inline: boolean) {
  const { value: placeholder }: Flag = FLAGS[flag];
  if (placeholder === undefined && value !== undefined)
    throw new UsageError(`--${flag} takes no value, got ${JSON.stringify(value)}.`);
  if (placeholder !== undefined && (value === undefined || value === '' || (!inline && value.startsWith('--'))))
    throw new UsageError(`--${flag} needs a value: --${flag} ${placeholder}.`);
  return value ?? '';
}

function toCommand(word: string): Command {
  if (isCommand(word)) return word;
  const known = Object.keys(COMMANDS);
  // Linters take paths without a command, so people write them.
  const meant = nearest(word, known) ?? (/[./\\]/.test(word) ? `check ${word}` : undefined);
  throw new UsageError(`Unknown command ${JSON.stringify(word)}.${didYouMean(meant)} Commands: ${known.join(', ')}.`);
}

function toHelpTopic(word: string | undefined) {
  return word === undefined ? null : toCommand(word);
}

function refuseForeignFlag(flag: FlagName, command: Command) {
  const { commands }: Flag = FLAGS[flag];
  if (!commands.includes(command))
    throw new UsageError(`--${flag} is an option of ${commands.join(' and ')}, not of ${command}.`);
}

function toCommandLine(
  command: Command,
  operands: readonly string[],
  values: ReadonlyMap<FlagName, readonly string[]>,
): CommandLine {
  const valuesOf = (flag: FlagName) => values.get(flag) ?? [];
  const valueOf = (flag: FlagName) => valuesOf(flag).at(-1);
  return {
    command,
    operands,
    valuesOf,
    valueOf,
    format: toFormat(valueOf('format'), command),
    maxWarnings: toCount(valueOf('max-warnings')),
    has: (flag) => values.has(flag),
  };
}

function toFormat(written: string | undefined, command: Command): OutputFormat {
  const allowed = command === 'models' ? FORMATS.slice(0, 2) : FORMATS;
  const format = allowed.find((each) => each === (written ?? 'text'));
  if (format !== undefined) return format;
  throw new UsageError(
    `Expected --format to be one of ${allowed.join(', ')}, got ${JSON.stringify(written)}.${didYouMean(nearest(written ?? '', allowed))}`,
  );
}

function toCount(written: string | undefined) {
  if (written === undefined) return null;
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new UsageError(`Expected --max-warnings to be a whole number of at least 0, got ${JSON.stringify(written)}.`);
}

function prefixed(flag: string | undefined) {
  return flag === undefined ? undefined : `--${flag}`;
}

function isFlag(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word);
}
