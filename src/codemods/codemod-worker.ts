import { parentPort } from 'node:worker_threads';
import type { Migration } from '../planner/migration.js';
import { createFilePort } from '../project/file-port.js';
import { readPolicy } from '../rules/eslint/read-policy.js';
import { toPolicyOptions } from './codemod-options.js';
import type { CodemodAnswer, CodemodRequest } from './codemod-thread.js';
import { migrationPolicy } from './migration-policy.js';
import { runMigration } from './run-migration.js';
import type { MigrationContext } from './run-migration.js';

const directory = process.cwd();
const files = createFilePort(directory);

/** One context per migration and set of options; a run of jscodeshift has one. */
const contexts = new Map<string, MigrationContext>();

parentPort?.on('message', (request: CodemodRequest) => parentPort?.postMessage(answer(request)));

function answer({ path, source, migration, options }: CodemodRequest): CodemodAnswer {
  try {
    const { text, leftAlone } = runMigration(path, source, migration, contextFor(migration, options));
    return {
      text: text === source ? undefined : text,
      notes: leftAlone.map(({ line, rule, why }) => `line ${String(line)}: left alone: ${why} (${rule})`),
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function contextFor(migration: Migration, options: CodemodRequest['options']) {
  const key = JSON.stringify([migration.name, options]);
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const policy = migrationPolicy([migration], toPolicyOptions(options), (flags) => readPolicy(directory, { flags }));
  const context = { directory, files, policy };
  contexts.set(key, context);
  return context;
}
