import { describe, expect, it } from 'vitest';
import { AS_OF, createProject } from './project.js';

const DEAD = 'anthropic.claude-3-haiku-20240307-v1:0';
const LEGACY = 'us.anthropic.claude-opus-4-1-20250805-v1:0';
const ACTIVE = 'global.anthropic.claude-sonnet-4-6';

const text = (id: string) => `MODEL_ID=${id}\n`;

// Typed as what they stand for in an expectation.
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const holding = (part: object): unknown => expect.objectContaining(part);

describe('check', () => {
  it('reports what is wrong, where, as documented', () => {
    using project = createProject({ 'src/.env': `A=1\nMODEL_ID=${DEAD}\n` });
    const { findings, ...rest } = project.check();
    expect(rest).toEqual({
      schemaVersion: 1,
      asOf: '2026-11-22',
      catalogVersion: matching(/^\d{4}-\d\d-\d\d$/),
      files: 1,
      errors: [],
    });
    expect(findings).toEqual([
      {
        file: 'src/.env',
        rule: 'bedrock-claude/no-end-of-life-model',
        messageId: matching(/^[a-zA-Z]+$/),
        message: matching(/`anthropic\.claude-3-haiku-20240307-v1:0`/),
        level: 'error',
        position: 'constant',
        line: 2,
        column: 10,
        endLine: 2,
        endColumn: 10 + DEAD.length,
        data: holding({ id: DEAD }),
        repairs: [{ id: 'useSuccessorProfile', safety: 'review' }],
      },
    ]);
    expect(findings[0]?.message).not.toContain('{{');
  });

  it.each([
    ['an error', text(DEAD), [], 1],
    ['a warning', text(LEGACY), [], 0],
    ['more warnings than allowed', text(LEGACY), ['--max-warnings', '0'], 1],
    ['nothing', text(ACTIVE), [], 0],
    ['an error of a rule turned off', text(DEAD), ['--off', 'no-end-of-life-model'], 0],
    ['an error of a rule not asked for', text(DEAD), ['--rule', 'bedrock-claude/no-legacy-model'], 0],
    ['a model that still lives on an earlier day', text(DEAD), ['--as-of', '2025-01-01'], 0],
  ])('exits by what it finds: %s', (_, content, args, status) => {
    using project = createProject({ '.env': content });
    expect(project.run('check', ...AS_OF, ...args).status).toBe(status);
  });

  it('looks only below the paths named, and takes them from the working directory', () => {
    using project = createProject({ 'a/.env': text(DEAD), 'b/.env': text(DEAD) });
    expect(project.check('a').findings.map(({ file }) => file)).toEqual(['a/.env']);
    expect(project.check('./b/.env').findings.map(({ file }) => file)).toEqual(['b/.env']);
  });

  it('prints text for people and counts notes in one line', () => {
    using project = createProject({ '.env': text(DEAD), 'README.md': `Once there was ${DEAD}.\n` });
    const { stdout, stderr } = project.run('check', ...AS_OF);
    expect(stdout).toMatch(/^\.env\n {2}1:10 {2}error {4}`anthropic\.claude-3-haiku/);
    expect(stdout).toMatch(
      /1 error and 0 warnings in 1 file of 2 \(judged on 2026-11-22\)\.\n1 note in prose, tests and histories: --notes prints them\.\nNext: /,
    );
    expect(stdout).not.toContain('\u001B');
    expect(stderr).toBe('');
    expect(project.run('check', ...AS_OF, '--notes').stdout).toContain('README.md\n');
  });

  it('prints SARIF and GitHub annotations', () => {
    using project = createProject({ '.env': text(DEAD) });
    expect(JSON.parse(project.run('check', ...AS_OF, '--format', 'sarif').stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'bedrock-claude/no-end-of-life-model' }] }],
    });
    expect(project.run('check', ...AS_OF, '--format', 'github').stdout).toMatch(
      /^::error file=\.env,line=1,endLine=1,col=10,/,
    );
  });

  it('honours suppression comments', () => {
    using project = createProject({ '.env': `# bedrock-claude-disable-next-line no-end-of-life-model\n${text(DEAD)}` });
    expect(project.check().findings).toEqual([]);
  });

  it('reads the configuration of the folder above', () => {
    using project = createProject({ 'bedrock-claude.config.json': '{ "asOf": "2025-01-01" }', '.env': text(DEAD) });
    expect(project.run('check').status).toBe(0);
    expect(project.run('check', ...AS_OF).status).toBe(1);
  });

  it('goes on when a pinned target has turned legacy, and says so', () => {
    using project = createProject({ '.env': text(DEAD) });
    const { status, stdout, stderr } = project.run('check', ...AS_OF, '--target', '4.1');
    expect(status).toBe(2);
    expect(stdout).toContain('no-end-of-life-model');
    expect(stderr).toContain('`target` "4.1" is not an active generation on 2026-11-22');
  });

  it('gives a large report to a slow pipe in full', () => {
    using project = createProject({
      '.env': Array.from({ length: 3000 }, (_, index) => `M${String(index)}=${DEAD}\n`).join(''),
    });
    expect(project.check().findings).toHaveLength(3000);
  });
});

describe('help and version', () => {
  it.each([[['--help']], [[]], [['check', '--help']]])('%j prints help', (args) => {
    using project = createProject();
    const { status, stdout } = project.run(...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: bedrock-claude /);
    expect(stdout).toContain('Exit codes:');
  });

  it('--version prints the version of the package', () => {
    using project = createProject();
    expect(project.run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });
});
