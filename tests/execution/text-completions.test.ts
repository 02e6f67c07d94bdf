import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MigrationReport } from '../../src/cli/report/report.js';
import { answer } from '../loopback/replies.js';
import { startBedrock } from '../loopback/start-bedrock.js';
import { loadProgram } from './load-program.js';
import { packages } from './packages.js';
import { createProgramProject } from './program-project.js';
import type { ProgramProject } from './program-project.js';
import { createTypeChecker } from './type-checker.js';

/** Programs that keep their text: nobody can tell the turns of their prompts. */
const kept: readonly string[] = ['invoke-unseen-prompt.ts'];
/** Programs without a call of the SDK, which can't become one of Converse. */
const withoutSdk: readonly string[] = ['http-fetch.ts', 'app-sync-resolver.ts'];
const question = 'How late is it now?';
const asked = { role: 'user', content: question };
/** What the model is sent, where that is more than the question. */
const conversations: Readonly<Record<string, Conversation>> = {
  'invoke-multi-turn.ts': {
    system: 'You are a helpful clerk.',
    messages: [{ role: 'user', content: 'How late is it?' }, { role: 'assistant', content: 'I have no watch.' }, asked],
  },
  'invoke-system-variable.ts': { system: 'You are a laconic pirate.', messages: [asked] },
  'invoke-body-variable.ts': {
    messages: [{ role: 'user', content: `Answer in one sentence.\n${question}` }],
    stop_sequences: ['END'],
  },
  'invoke-destructured.ts': { messages: [asked], stop_sequences: ['END'] },
};

/** What a program says, in the words of a Messages body. */
interface Conversation {
  readonly system?: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stop_sequences?: readonly string[];
}

const typeErrors = createTypeChecker();
const folder = 'text-completions';
const projectFor = (target: string, form: Form) => ({
  name: `${target} in the form of ${form}`,
  target,
  form,
  project: createProgramProject({
    folder,
    packages,
    config: { target, ...(form === 'converse' && { rules: { 'no-text-completions': { to: form } } }) },
  }),
});
type Form = 'messages' | 'converse';
const projects = (['messages', 'converse'] as const).flatMap((form) =>
  ['nearest', 'latest'].map((target) => projectFor(target, form)),
);

afterAll(() => {
  for (const { project } of projects) project[Symbol.dispose]();
});

describe.each(projects)('text completions, migrated to $name', ({ target, form, project }) => {
  const left = new Set([
    ...kept,
    ...(form === 'converse' ? withoutSdk : []),
    // Models that do not take the beginning of their own answer.
    ...(target === 'nearest' ? [] : ['invoke-constant-model.cjs']),
  ]);
  const original = new Map(project.programs.map((program) => [program, project.read(program)]));
  const before = new Map<string, string>();
  let report: MigrationReport;

  beforeAll(async () => {
    for (const program of project.programs) before.set(program, (await outcomeOf(project, program)).said);
    report = await project.migrate('text-completions');
  });

  it.each(project.programs.filter((program) => !left.has(program)))('%s is answered again', async (program) => {
    expect(before.get(program)).toMatch(/^threw /);
    const { said, sent } = await outcomeOf(project, program);
    expect(said).toBe('"It is noon."');
    const conversation = conversations[program] ?? { messages: [asked] };
    const isConverse = form === 'converse';
    expect(sent.operation).toMatch(isConverse ? /^Converse/ : /^InvokeModel/);
    expect(sent.body).toMatchObject(isConverse ? inConverse(conversation) : conversation);
    expect(sent.body).not.toHaveProperty('prompt');
    expect(report.leftAlone.filter(({ file }) => file === program)).toEqual([]);
  });

  it.each([...left])('%s is as it was, with the reason', (program) => {
    expect(project.read(program)).toBe(original.get(program));
    expect(
      report.leftAlone.filter(({ file, rule }) => file === program && rule.endsWith('no-text-completions')),
    ).not.toEqual([]);
  });

  it('all of them compile under strict TypeScript', () => {
    expect(typeErrors(project.directory, project.programs)).toEqual([]);
  });

  it('a second migration changes nothing', async () => {
    expect((await project.migrate('text-completions')).changes).toEqual([]);
  });
});

/** What Converse is sent to say the same. */
function inConverse({ system, messages, stop_sequences: stops }: Conversation) {
  return {
    ...(system !== undefined && { system: [{ text: system }] }),
    messages: messages.map(({ role, content }) => ({ role, content: [{ text: content }] })),
    ...(stops && { inferenceConfig: { stopSequences: stops } }),
  };
}

/** What a program makes of an answer in three pieces, and the last request it sent. */
async function outcomeOf(project: ProgramProject, program: string) {
  await using bedrock = await startBedrock({ reply: () => answer('It is noon.') });
  using loaded = await loadProgram(project, program, bedrock.url);
  const said = await loaded.ask(question).then(
    (value) => JSON.stringify(value),
    (error: unknown) => `threw ${String(error)}`,
  );
  const { operation, body } = bedrock.requests.at(-1) ?? { operation: '', body: null };
  return { said, sent: { operation, body } };
}
