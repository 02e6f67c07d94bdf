import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/arguments/command-line.js';
import { run } from '../../src/cli/commands/migrate.js';
import type { MigrationReport } from '../../src/cli/report/report.js';
import { createProject } from './project.js';
import type { Project } from './project.js';

const DEAD = 'us.anthropic.claude-3-haiku-20240307-v1:0';
const NEXT = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

/** A run with a person who types these lines and then no more. */
async function answer(project: Project, lines: readonly string[], ...flags: readonly string[]) {
  const request = parseCommandLine([
    'migrate',
    '--interactive',
    '--format=json',
    '--as-of=2026-11-22',
    '--force',
    ...flags,
  ]);
  if (request.kind !== 'run') throw new Error('Expected a command to run.');
  const printed = { stdout: '', stderr: '' };
  const stdin = Object.assign(Readable.from(lines.map((line) => `${line}\n`)), { isTTY: true });
  await run(
    request.line,
    {
      cwd: project.directory,
      env: {},
      stdin,
      stdout: { write: (text) => (printed.stdout += text) },
      stderr: { write: (text) => (printed.stderr += text) },
    },
    {},
  );
  // What the command documents to print.
  return { report: JSON.parse(printed.stdout) as MigrationReport, asked: printed.stderr };
}

const settings = (names: readonly string[]) => Object.fromEntries(names.map((name) => [`${name}.env`, `M=${DEAD}\n`]));

describe('migrate --interactive', () => {
  it('shows each change and writes what was agreed to', async () => {
    using project = createProject(settings(['a', 'b']));
    const { report, asked } = await answer(project, ['y', 'n']);
    expect(asked).toContain(`--- a/a.env\n+++ b/a.env\n@@ -1 +1 @@\n-M=${DEAD}\n+M=${NEXT}\n`);
    expect(asked).toContain('b.env: 1 edit. Change it? [y/n/r/a/q] ');
    expect(project.read('a.env')).toBe(`M=${NEXT}\n`);
    expect(project.read('b.env')).toBe(`M=${DEAD}\n`);
    expect(report.changes.map(({ file }) => file)).toEqual(['a.env']);
    expect(report.leftAlone).toEqual([
      { file: 'b.env', line: 1, rule: 'bedrock-claude/no-end-of-life-model', why: 'declined' },
    ]);
    expect(report.findings).toMatchObject([{ file: 'b.env', level: 'error' }]);
  });

  it('takes all that follow', async () => {
    using project = createProject(settings(['a', 'b', 'c']));
    const { report } = await answer(project, ['n', 'all']);
    expect(report.changes.map(({ file }) => file)).toEqual(['b.env', 'c.env']);
  });

  it.each([[['y', 'q']], [['y']]])('leaves all that follow: %j', async (lines) => {
    using project = createProject(settings(['a', 'b', 'c']));
    const { report } = await answer(project, lines);
    expect(report.changes.map(({ file }) => file)).toEqual(['a.env']);
    expect(report.leftAlone.map(({ file, why }) => [file, why])).toEqual([
      ['b.env', 'declined'],
      ['c.env', 'declined'],
    ]);
  });

  it('asks again for a letter that it does not know', async () => {
    using project = createProject(settings(['a']));
    const { report, asked } = await answer(project, ['apply', '', 'yes']);
    expect(asked.match(/Change it\?/g)).toHaveLength(3);
    expect(asked).toContain('y: change it, n: leave it');
    expect(report.changes).toHaveLength(1);
  });

  it('asks for repairs one kind after the other', async () => {
    using project = createProject({ 'a.env': `A=${DEAD}\nB=${DEAD}\nC=anthropic.claude-3-haiku-20240307-v1:0\n` });
    const { report, asked } = await answer(project, ['r', 'y', 'n']);
    expect(asked).toContain('  useSuccessor (no-end-of-life-model), line 1, 2? [y/n] ');
    expect(project.read('a.env')).toBe(`A=${NEXT}\nB=${NEXT}\nC=anthropic.claude-3-haiku-20240307-v1:0\n`);
    expect(report.leftAlone).toMatchObject([{ line: 3, why: 'declined' }]);
  });

  it('keeps what goes together with a declined change', async () => {
    using project = createProject({
      'model.ts': `export const MODEL_ID = 'us.anthropic.claude-3-5-sonnet-20241022-v2:0';\n`,
      'ask.ts': `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { MODEL_ID } from './model';
export const ask = (messages: []) =>
  new ConverseCommand({ modelId: MODEL_ID, messages, inferenceConfig: { temperature: 0.5, topP: 0.9 } });
`,
    });
    const { report } = await answer(project, ['n', 'y']);
    expect(report.changes).toEqual([]);
    expect(report.leftAlone.map(({ why }) => why)).toContain('declined');
  });

  it('asks nothing where nothing would change', async () => {
    using project = createProject({ 'a.env': 'M=us.anthropic.claude-haiku-4-5-20251001-v1:0\n' });
    const { report, asked } = await answer(project, []);
    expect(asked).toBe('');
    expect(report.changes).toEqual([]);
  });

  it('refuses where nobody can answer', () => {
    using project = createProject(settings(['a']));
    const { status, stderr } = project.run('migrate', '--interactive');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'bedrock-claude: --interactive asks on a terminal, and the input is none. Use --dry-run to look, or --only to choose.\n',
    );
    expect(project.read('a.env')).toContain(DEAD);
  });

  it('is no way to look', () => {
    using project = createProject(settings(['a']));
    const { status, stderr } = project.run('migrate', '--interactive', '--dry-run');
    expect(status).toBe(2);
    expect(stderr).toContain(
      '--interactive writes what you agree to, and --dry-run writes nothing: leave out one of them.',
    );
  });
});
