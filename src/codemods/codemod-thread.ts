import { Worker } from 'node:worker_threads';
import type { Migration } from '../planner/migration.js';

/** One file to migrate. */
export interface CodemodRequest {
  readonly path: string;
  readonly source: string;
  readonly migration: Migration;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The new text, `undefined` when nothing changes, and what stays for a person. */
export interface CodemodResult {
  readonly text: string | undefined;
  readonly notes: readonly string[];
}

/** What comes back from the thread. */
export type CodemodAnswer = CodemodResult | { readonly error: string };

/** A thread that runs the engine. */
export interface CodemodThread {
  run(request: CodemodRequest): Promise<CodemodResult>;
}

/** Starts the engine in a thread of its own: Babel's hooks on `require` do not reach there, so no dependency is compiled again. */
export function openThread(): CodemodThread {
  const worker = new Worker(new URL('./codemod-worker.js', import.meta.url));
  const waiting: Waiting[] = [];
  worker.unref();
  worker.on('message', (answer: CodemodAnswer) => {
    const next = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if ('error' in answer) next?.reject(new Error(answer.error));
    else next?.resolve(answer);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        // Answers come in the order of the requests. The process must live until the last one.
        waiting.push({ resolve, reject });
        worker.ref();
        worker.postMessage(request);
      }),
  };
}

interface Waiting {
  readonly resolve: (result: CodemodResult) => void;
  readonly reject: (error: unknown) => void;
}
