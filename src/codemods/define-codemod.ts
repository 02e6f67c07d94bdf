import type { Migration } from '../planner/migration.js';
import { mentionsClaude } from '../rules/mentions-claude.js';
import type { CodemodThread } from './codemod-thread.js';

/** The slice of jscodeshift's contract that a text-editing transform needs. */
export type Transform = (
  file: SourceFile,
  api: TransformApi,
  options: Readonly<Record<string, unknown>>,
) => Promise<string | undefined>;

export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

export interface TransformApi {
  report?(message: string): void;
}

/** What Node makes of bytes that are no UTF-8: writing it back would lose them. */
const REPLACEMENT = '\uFFFD';

/**
 * jscodeshift compiles whatever a transform imports with Babel, packages included, into CommonJS, where `import.meta`
 * is a syntax error. An `import()` that Babel can't see reaches Node's own loader, and resolves from this very file.
 */
// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is a constant, and hiding it from Babel is the point
const nativeImport = new Function('specifier', 'return import(specifier)') as (
  specifier: string,
) => Promise<{ openThread(): CodemodThread }>;

/**
 * Makes a jscodeshift transform of a migration. It edits text and never prints a syntax tree, so nothing but the edits changes.
 *
 * @example
 * // jscodeshift -t node_modules/eslint-plugin-bedrock-claude/dist/codemods/claude-3-to-current.js src
 */
export function defineCodemod(migration: Migration): Transform {
  let thread: Promise<CodemodThread> | undefined;
  return async ({ path, source }, { report }, options) => {
    if (!mentionsClaude(source)) return undefined;
    if (source.includes(REPLACEMENT)) {
      report?.('left alone: not valid UTF-8');
      return undefined;
    }
    thread ??= nativeImport('./codemod-thread.js').then(({ openThread }) => openThread());
    const { text, notes } = await (await thread).run({ path, source, migration, options: toPlain(options) });
    for (const note of notes) report?.(note);
    return text;
  };
}

/** Options as a thread can receive them: jscodeshift may add functions of its own. */
function toPlain(options: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => typeof value !== 'function' && typeof value !== 'object'),
  );
}
