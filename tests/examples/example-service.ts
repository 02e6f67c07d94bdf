import { execFileSync, spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { vi } from 'vitest';

/** A copy of the example in a git tree of its own, with the packages it names installed. */
export interface ExampleService {
  readonly directory: string;
  read(file: string): string;
  bedrockClaude(...args: readonly string[]): SpawnSyncReturns<string>;
  /** Fails with what the compiler says. */
  typeCheck(): void;
  /** Calls what `src/<module>.ts` exports under `name`, as it is written now, with a Bedrock at `url`. */
  call(url: string, module: string, name: string, ...args: readonly unknown[]): Promise<unknown>;
  [Symbol.dispose](): void;
}

const root = path.join(import.meta.dirname, '../..');
export const original = path.join(root, 'examples/claude-3-service');

export function createExampleService(): ExampleService {
  const directory = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-example-'));
  cpSync(original, directory, { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(directory, 'node_modules'), 'junction');
  execFileSync('git', ['init', '--quiet'], { cwd: directory });
  const script = (file: string, args: readonly string[]) =>
    spawnSync(process.execPath, [path.join(root, file), ...args], { cwd: directory, encoding: 'utf8' });
  let loads = 0;
  return {
    directory,
    read: (file) => readFileSync(path.join(directory, file), 'utf8'),
    bedrockClaude: (...args) => script('dist/cli/bin.js', [...args, '--as-of', '2026-11-22']),
    typeCheck: () => {
      const { status, stdout } = script('node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']);
      if (status !== 0) throw new Error(stdout);
    },
    call: async (url, module, name, ...args) => {
      const outfile = path.join(directory, 'dist', `${module}-${++loads}.mjs`);
      await bundle(path.join(directory, 'src', `${module}.ts`), outfile);
      pointSdkAt(url);
      try {
        // A module is an object of exports, and nothing more is assumed of it.
        const { [name]: exported } = (await import(pathToFileURL(outfile).href)) as Readonly<Record<string, unknown>>;
        if (typeof exported !== 'function') throw new Error(`${module}.ts exports no function \`${name}\`.`);
        return (await Reflect.apply(exported, undefined, args)) as unknown;
      } finally {
        vi.unstubAllEnvs();
      }
    },
    [Symbol.dispose]: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function bundle(entry: string, outfile: string) {
  const options = { bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'silent' } as const;
  await build({ entryPoints: [entry], outfile, ...options });
}

/** The service makes its client from the environment, as services do. */
function pointSdkAt(url: string) {
  vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_SESSION_TOKEN', undefined);
  vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', undefined);
}
