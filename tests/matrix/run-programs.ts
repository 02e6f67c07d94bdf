import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { vi } from 'vitest';
import { startBedrock } from '../loopback/start-bedrock.js';
import type { RecordedRequest } from '../loopback/start-bedrock.js';
import type { Program } from './programs.js';
import { replyTo } from './reply.js';

/** What came of a program: the answer it gave, or the error Bedrock gave it. */
export interface Outcome {
  readonly answer: string | null;
  /** Status, type and text of the error that Bedrock answered, or what else went wrong. */
  readonly error: string | null;
  readonly requests: readonly RecordedRequest[];
}

export interface Run {
  readonly project: string;
  readonly program: Program;
}

const atOnce = 8;

/** Runs programs as they are written now, against one Bedrock; outcomes come in the order of the runs. */
export async function runPrograms(directory: string, runs: readonly Run[]): Promise<readonly Outcome[]> {
  await compile(directory, runs);
  const byTag = new Map(runs.map((run) => [tagOf(run), run.program]));
  await using bedrock = await startBedrock({
    reply: (request) => {
      const program = byTag.get(/«[^»]+»/.exec(JSON.stringify(request.body))?.[0] ?? '');
      if (!program) throw new Error('A request without a question of this test.');
      return replyTo(request, program.reads);
    },
  });
  vi.stubEnv('BEDROCK_URL', bedrock.url);
  vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', undefined);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  redirectFetch(bedrock.url);
  const outcomes: Outcome[] = [];
  const waiting = runs.entries();
  const work = async () => {
    for (const [at, run] of waiting) {
      const asked = await ask(directory, run);
      const requests = bedrock.requests.filter(({ body }) => JSON.stringify(body).includes(tagOf(run)));
      const refused = requests.find(({ result }) => result?.error)?.result;
      const error = refused?.error ? `${refused.status} ${refused.error.type}: ${refused.error.message}` : asked.error;
      outcomes[at] = { answer: asked.answer, error, requests };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  return outcomes;
}

async function ask(directory: string, run: Run) {
  try {
    // A module is an object of exports, and nothing more is assumed of it.
    const { ask: asked } = (await import(pathToFileURL(compiled(directory, run)).href)) as { readonly ask?: unknown };
    if (typeof asked !== 'function') throw new Error(`${run.program.file} exports no function \`ask\`.`);
    const answer: unknown = await Reflect.apply(asked, undefined, [`Who are you? ${tagOf(run)}`]);
    return { answer: String(answer), error: null };
  } catch (error) {
    return { answer: null, error: String(error) };
  }
}

/** Questions name the run, so that requests of many at once can be told apart. */
function tagOf({ project, program }: Run) {
  return `«${project} ${program.name}»`;
}

function compiled(directory: string, { project, program }: Run) {
  return path.join(directory, project, program.file.replace(/\.ts$/, '.mjs'));
}

async function compile(directory: string, runs: readonly Run[]) {
  await build({
    entryPoints: runs.map(({ project, program }) => path.join(directory, project, program.file)),
    outdir: directory,
    outbase: directory,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
}

/** Programs without a client have the address of Bedrock written in them. */
function redirectFetch(url: string) {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) =>
    fetch(typeof input === 'string' ? input.replace(/^https:\/\/bedrock-runtime\.[^/]+/, url) : input, init),
  );
}
