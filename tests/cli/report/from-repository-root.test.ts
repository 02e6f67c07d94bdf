import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fromRepositoryRoot } from '../../../src/cli/report/from-repository-root.js';
import type { ReportedFinding } from '../../../src/cli/report/report.js';
import { AS_OF, createProject } from '../project.js';

const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const finding: ReportedFinding = {
  ...place,
  file: 'src/a.ts',
  rule: 'bedrock-claude/x',
  messageId: 'x',
  message: 'x',
  level: 'error',
  data: {},
  related: [{ ...place, file: '../lib/b.ts', message: 'y' }],
  repairs: [],
};
const report = {
  schemaVersion: 1,
  asOf: '2026-11-22',
  catalogVersion: '2026-11-22',
  files: 1,
  findings: [finding],
  errors: [{ file: 'src/c.ts', message: 'z' }],
} as const;

describe('files as GitHub knows them', () => {
  const base = mkdtempSync(join(tmpdir(), 'bedrock-claude-root-'));
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });

  function folder(name: string, ...repositories: readonly string[]) {
    for (const one of [name, ...repositories.map((each) => join(each, '.git'))])
      mkdirSync(join(base, one), { recursive: true });
    return join(base, name);
  }
  const fileIn = (cwd: string, workspace?: string) =>
    fromRepositoryRoot(report, { cwd, env: { GITHUB_WORKSPACE: workspace } }).findings[0]?.file;

  it('start at the root of the repository, all of them', () => {
    const { findings, errors } = fromRepositoryRoot(report, { cwd: folder('a/services/chat', 'a'), env: {} });
    expect(findings[0]?.file).toBe('services/chat/src/a.ts');
    expect(findings[0]?.related?.[0]?.file).toBe('services/lib/b.ts');
    expect(errors[0]?.file).toBe('services/chat/src/c.ts');
  });

  it('stay as they are at the root itself', () => {
    expect(fromRepositoryRoot(report, { cwd: folder('b', 'b'), env: {} })).toBe(report);
  });

  it('start at the checkout of a workflow, in its submodules too', () => {
    expect(fileIn(folder('c/vendor/chat', 'c', 'c/vendor/chat'), join(base, 'c'))).toBe('vendor/chat/src/a.ts');
  });

  it('start at a repository that was checked out deeper in the workspace', () => {
    expect(fileIn(folder('d/repository/chat', 'd/repository'), join(base, 'd'))).toBe('chat/src/a.ts');
  });

  it('start at a workspace that came without git, and nowhere else', () => {
    const chat = folder('e/chat');
    expect(fileIn(chat, join(base, 'e'))).toBe('chat/src/a.ts');
    expect(fileIn(chat, join(base, 'gone'))).toBe('src/a.ts');
    expect(fileIn(chat, folder('elsewhere', 'elsewhere'))).toBe('src/a.ts');
    expect(fileIn(chat)).toBe('src/a.ts');
  });

  it('know a work tree by a file, and a folder by where its link leads', () => {
    const chat = folder('f/chat');
    writeFileSync(join(base, 'f/.git'), 'gitdir: elsewhere');
    symlinkSync(chat, join(base, 'link'), 'junction');
    expect(fileIn(join(base, 'link'))).toBe('chat/src/a.ts');
  });

  it.each(['sarif', 'github'])('stand in %s, and in no other format', (format) => {
    using project = createProject({ 'chat/.env': 'MODEL_ID=anthropic.claude-v2\n' });
    project.git('init');
    const run = (...args: readonly string[]) => project.runIn('chat', 'check', ...AS_OF, ...args).stdout;
    expect(run('--format', format)).toContain('chat/.env');
    expect(run('--format', 'json')).toContain('"file": ".env"');
    expect(run()).toMatch(/^\.env\n/);
  });
});
