/** The commands of the binary, with what help says of them. */
export const COMMANDS = {
  check: {
    usage: 'check [paths…]',
    summary: 'find Claude model references that fail or will fail, and say what to do',
  },
  migrate: {
    usage: 'migrate [paths…]',
    summary: 'rewrite what can be rewritten correctly; list what a person must do',
  },
  models: {
    usage: 'models [id…]',
    summary: 'print the lifecycle calendar, successors and prices; an id may be a part, such as sonnet',
  },
} as const;

export type Command = keyof typeof COMMANDS;

/** Formats that findings are written in; `models` knows the first two. */
export const FORMATS = ['text', 'json', 'sarif', 'github', 'markdown'] as const;

export type OutputFormat = (typeof FORMATS)[number];

/** One flag. `value` is its placeholder in help; without it the flag takes none. */
export interface Flag {
  readonly value?: string;
  readonly short?: string;
  readonly summary: string;
  readonly commands: readonly Command[];
  /** May be given several times. */
  readonly repeatable?: boolean;
}

const all = ['check', 'migrate', 'models'] as const;
const judging = ['check', 'migrate'] as const;

/** Every flag, in the order that help prints. */
export const FLAGS = {
  format: {
    value: 'text|json|sarif|github|markdown',
    summary: 'how to print the result (models: text or json)',
    commands: all,
  },
  'as-of': { value: 'YYYY-MM-DD', summary: 'the day to judge by (default: today)', commands: all },
  target: { value: 'nearest|latest|4.6', summary: 'the generation to move to (default: nearest)', commands: all },
  profile: {
    value: 'global|keep|us…',
    summary:
      'the inference profile for code that names none: unset, that of the region which the project proves, else global; migrate --profile global moves all code to it',
    commands: all,
  },
  residency: { value: 'us,eu', summary: 'the only geographies where requests may run', commands: all },
  config: {
    value: 'file',
    summary: 'the configuration file (default: the nearest bedrock-claude.config.json)',
    commands: all,
  },
  rule: { value: 'name', summary: 'run only this rule (repeatable)', commands: judging, repeatable: true },
  off: { value: 'name', summary: 'leave this rule out (repeatable)', commands: judging, repeatable: true },
  notes: { summary: 'print notes on prose, tests and histories one by one', commands: judging },
  'max-warnings': { value: 'n', summary: 'exit 1 from more than n warnings', commands: judging },
  migration: {
    value: 'name',
    summary:
      'run this migration: claude-3-to-current, to-latest, text-completions, stop-reasons, prompt-caching, global-profiles, or default for those that run without this flag (repeatable)',
    commands: ['migrate'],
    repeatable: true,
  },
  only: {
    value: 'rule|repair',
    summary: 'apply only this rule or repair (repeatable)',
    commands: ['migrate'],
    repeatable: true,
  },
  interactive: { summary: 'show each change and ask before writing it', commands: ['migrate'] },
  diff: { summary: 'print every change as a unified diff', commands: ['migrate'] },
  'dry-run': { summary: 'print the diff, write nothing; exit 1 if files would change', commands: ['migrate'] },
  force: { summary: 'write although the git work tree has uncommitted changes', commands: ['migrate'] },
  help: { short: 'h', summary: 'print this help', commands: all },
  version: { short: 'v', summary: 'print the version', commands: all },
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof FLAGS;
