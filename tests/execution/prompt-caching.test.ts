import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MigrationReport } from '../../src/cli/report.js';
import { startBedrock } from '../loopback/start-bedrock.js';
import type { Bedrock, RecordedRequest } from '../loopback/start-bedrock.js';
import { aiSdkMajors, packages } from './packages.js';
import { createProgramProject } from './program-project.js';
import type { ProgramProject } from './program-project.js';
import { promptText } from './prompt-text.js';
import { typeErrors } from './type-errors.js';

const folder = 'caching';
const all = createProgramProject({ folder, packages });
const projects = [
  { name: 'as installed', project: all },
  ...aiSdkMajors.map((ai) => ({
    name: `with AI SDK ${ai.major}`,
    project: createProgramProject({
      folder,
      packages: ai.packages,
      files: ['ai-sdk-system.ts', 'ai-sdk-messages.ts'],
    }),
  })),
];

afterAll(() => {
  for (const { project } of projects) project[Symbol.dispose]();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe.each(projects)('prompt-caching, $name', ({ project }) => {
  const before = new Map<string, readonly RecordedRequest[]>();
  let report: MigrationReport;
  let errors: readonly string[];

  beforeAll(async () => {
    for (const program of project.programs) before.set(program, await askTwice(project, program));
    errors = typeErrors(project.directory, project.programs);
    report = await project.migrate('prompt-caching');
  });

  it.each(project.programs)('%s reads on its second call what its first wrote, and did not before', async (program) => {
    expect(report.changes.map(({ file }) => file)).toContain(program);
    const [first, second] = before.get(program) ?? [];
    expect([first, second].map((request) => request?.result)).toMatchObject([
      { status: 200, usage: { cacheReadTokens: 0, cacheWrites: [] } },
      { status: 200, usage: { cacheReadTokens: 0, cacheWrites: [] } },
    ]);
    const [cold, warm] = await askTwice(project, program);
    expect(cold?.result).toMatchObject({ status: 200, usage: { cacheReadTokens: 0 } });
    const written = cold?.result?.usage?.cacheWrites.reduce((sum, { tokens }) => sum + tokens, 0);
    expect(written).toBeGreaterThan(1024);
    expect(warm?.result).toMatchObject({ status: 200, usage: { cacheReadTokens: written, cacheWrites: [] } });
    expect([cold, warm].map((request) => request && promptText(request))).toEqual(
      [first, second].map((request) => request && promptText(request)),
    );
  });

  it('compiles under strict TypeScript as it did before', () => {
    expect(errors).toEqual([]);
    expect(typeErrors(project.directory, project.programs)).toEqual([]);
  });

  it('changes nothing when it runs again', async () => {
    expect((await project.migrate('prompt-caching')).changes).toEqual([]);
  });
});

/** The requests that a program sends for two questions. */
async function askTwice(project: ProgramProject, program: string): Promise<readonly RecordedRequest[]> {
  await using bedrock = await startBedrock();
  const ask = await loadAsk(project, program, bedrock);
  expect(await ask('Where is my parcel?')).toBe('Hello from Bedrock.');
  expect(await ask('How do I return a lamp?')).toBe('Hello from Bedrock.');
  return bedrock.requests;
}

async function loadAsk(project: ProgramProject, program: string, { url }: Bedrock) {
  vi.stubEnv('BEDROCK_URL', url);
  vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', undefined);
  redirectFetch(url);
  const { ask } = await project.load(program);
  if (typeof ask !== 'function') throw new Error(`${program} exports no function \`ask\`.`);
  // Every program takes a question and answers with the text of the reply.
  return ask as (question: string) => Promise<string>;
}

/** Programs without a client have the address of Bedrock written in them. */
function redirectFetch(url: string) {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) =>
    fetch(typeof input === 'string' ? input.replace(/^https:\/\/bedrock-runtime\.[^/]+/, url) : input, init),
  );
}
