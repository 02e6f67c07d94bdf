import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MigrationReport } from '../../src/cli/report/report.js';
import { answer, contextWindowExceeded, refusal, truncated } from '../loopback/replies.js';
import { startBedrock } from '../loopback/start-bedrock.js';
import { loadProgram } from './load-program.js';
import { aiSdkMajors, packages } from './packages.js';
import { createProgramProject } from './program-project.js';
import type { ProgramProject } from './program-project.js';
import { createTypeChecker } from './type-checker.js';

/** Programs that keep their text: they handle every reason or leave that to their callers. */
const kept: ReadonlySet<string> = new Set(['converse-complete.ts', 'converse-forwarded.ts']);
const text = 'All done.';
/** The same words every time, except where nothing was written: only the reason tells these from a complete answer. */
const incomplete = {
  truncated: truncated(text),
  refused: refusal(),
  'refused in the middle': refusal({ partial: text }),
  'out of context': contextWindowExceeded(text),
};

const typeErrors = createTypeChecker();
const folder = 'stop-reasons';
const projects = [
  { name: 'inline', project: createProgramProject({ folder, packages, config: { repairStyle: 'inline' } }) },
  { name: 'by the runtime', project: createProgramProject({ folder, packages, config: { repairStyle: 'runtime' } }) },
  ...aiSdkMajors.map((ai) => ({
    name: `inline with AI SDK ${ai.major}`,
    project: createProgramProject({ folder, packages: ai.packages, files: ['ai-sdk-if.ts', 'ai-sdk-switch.ts'] }),
  })),
];

afterAll(() => {
  for (const { project } of projects) project[Symbol.dispose]();
});

describe.each(projects)('stop-reasons, repaired $name', ({ project }) => {
  const original = new Map(project.programs.map((program) => [program, project.read(program)]));
  const before = new Map<string, Outcomes>();
  let report: MigrationReport;

  beforeAll(async () => {
    for (const program of project.programs) before.set(program, await outcomesOf(project, program));
    report = await project.migrate('stop-reasons');
  });

  it.each(project.programs.filter((program) => !kept.has(program)))(
    '%s passes nothing incomplete as complete any more',
    async (program) => {
      const then = before.get(program);
      const now = await outcomesOf(project, program);
      expect(now.complete).toBe(then?.complete);
      expect(then?.passed).not.toEqual([]);
      expect(now.passed).toEqual([]);
      // What was told apart before is not touched.
      for (const [name, outcome] of Object.entries(then?.others ?? {})) expect(now.others[name], name).toBe(outcome);
    },
  );

  it.each(project.programs.filter((program) => kept.has(program)))('%s is as it was', (program) => {
    expect(project.read(program)).toBe(original.get(program));
    expect(report.leftAlone.filter(({ file }) => file === program)).toEqual([]);
  });

  it('all of them compile under strict TypeScript', () => {
    expect(typeErrors(project.directory, project.programs)).toEqual([]);
  });

  it('a second migration changes nothing', async () => {
    expect((await project.migrate('stop-reasons')).changes).toEqual([]);
  });
});

interface Outcomes {
  readonly complete: string;
  /** Incomplete answers that come out as a complete one with these words would. */
  readonly passed: readonly string[];
  readonly others: Readonly<Record<string, string>>;
}

/** What a program makes of a complete answer and of incomplete ones. */
async function outcomesOf(project: ProgramProject, program: string): Promise<Outcomes> {
  await using bedrock = await startBedrock();
  using loaded = await loadProgram(project, program, bedrock.url);
  const outcome = () =>
    loaded.ask('Well?').then(
      (value) => JSON.stringify(value),
      (error: unknown) => `threw ${String(error)}`,
    );
  bedrock.script([answer(text)]);
  const complete = await outcome();
  const passed: string[] = [];
  const others: Record<string, string> = {};
  for (const [name, reply] of Object.entries(incomplete)) {
    bedrock.script([reply]);
    const seen = await outcome();
    if (seen === (reply.content.length === 0 ? complete.replace(text, '') : complete)) passed.push(name);
    else others[name] = seen.replace(/request-\d+/, 'request');
  }
  return { complete, passed, others };
}
