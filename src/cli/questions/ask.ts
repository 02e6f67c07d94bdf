import { loadPackage } from '../../documents/load-package.js';
import type { Console } from '../console.js';
import { UsageError } from '../arguments/usage-error.js';

/** Puts questions to a person, one after the other. */
export interface Questions {
  /** The answer, trimmed and in lower case; `null` once no more will come. */
  ask(question: string): Promise<string | null>;
  [Symbol.dispose](): void;
}

/**
 * Opens a dialogue on standard input and standard error: standard output stays the report's.
 *
 * @throws UsageError where nobody sits there to answer.
 */
export function openQuestions({ stdin, stderr }: Console): Questions {
  if (stdin?.isTTY !== true)
    throw new UsageError(
      '--interactive asks on a terminal, and the input is none. Use --dry-run to look, or --only to choose.',
    );
  // Loaded where it is needed: a run that asks nothing starts faster.
  const { createInterface } = loadPackage('node:readline/promises') as typeof import('node:readline/promises');
  const reader = createInterface({ input: stdin });
  // Lines that come before they are asked for are kept.
  const lines = reader[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      stderr.write(question);
      const next = await lines.next();
      return next.done === true ? null : next.value.trim().toLowerCase();
    },
    [Symbol.dispose]: () => reader.close(),
  };
}
