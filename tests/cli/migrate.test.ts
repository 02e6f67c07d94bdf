import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AS_OF, createProject } from './project.js';

const DEAD = 'anthropic.claude-3-haiku-20240307-v1:0';
const NEXT = 'anthropic.claude-haiku-4-5-20251001-v1:0';

describe('migrate', () => {
  it('rewrites, reports and then finds nothing more to do', () => {
    using project = createProject({ '.env': `A=1\nMODEL_ID=us.${DEAD}\n` });
    const first = project.migrate();
    expect(project.read('.env')).toBe(`A=1\nMODEL_ID=us.${NEXT}\n`);
    expect(first.changes).toEqual([
      {
        file: '.env',
        edits: 1,
        profiles: [`us.${NEXT}`],
        applied: [{ rule: 'bedrock-claude/no-end-of-life-model', repair: 'useSuccessor', safety: 'safe', line: 2 }],
      },
    ]);
    expect(first.leftAlone).toEqual([]);
    expect(first.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(project.migrate()).toMatchObject({ changes: [], leftAlone: [] });
    expect(project.read('.env')).toBe(`A=1\nMODEL_ID=us.${NEXT}\n`);
  });

  it('ends with what it did, what it left alone and why, and what only a person can do', () => {
    using project = createProject({ '.env': `MODEL_ID=${DEAD}\n`, 'app.py': `MODEL = "${DEAD}"\n` });
    const { stdout, status } = project.run('migrate', ...AS_OF);
    expect(stdout).toMatch(
      /^MIGRATED {2}1 edit in 1 file of 2\n\.env\n {2}1 {2}useSuccessorProfile \(review\) {2}no-end-of-life-model\n {2}now calls global\./,
    );
    expect(stdout).toContain(`LEFT ALONE  1 place\nonly scanned, not parsed\n  app.py:1  no-end-of-life-model\n`);
    expect(stdout).toMatch(/FOR A PERSON\n1\. IAM/);
    expect(stdout).toContain(`arn:aws:bedrock:::foundation-model/${NEXT}`);
    expect(stdout).toMatch(/2\. Service control policies[^]*3\. Model agreement[^]*4\. Quotas[^]*5\. Evaluation/);
    expect(status).toBe(0);
  });

  it('says beforehand what it is going to choose, apart from the report', () => {
    using project = createProject({ '.env': `MODEL_ID=${DEAD}\n` });
    const { stdout, stderr } = project.run('migrate', ...AS_OF, '--dry-run');
    expect(stderr).toMatch(
      /^TARGET {2}judged on 2026-11-22[^]*moves to Claude Haiku 4\.5[^]*newest is Claude Haiku 5\.5/,
    );
    expect(stdout).not.toContain('TARGET');
    const { plan } = project.migrate('--dry-run', '--target', 'latest');
    expect(plan.migrations).toEqual(['claude-3-to-current', 'stop-reasons', 'prompt-caching']);
    expect(plan.families).toMatchObject([
      { family: 'haiku', target: { generation: '5.5' }, newest: { generation: '5.5' } },
    ]);
  });

  it('--format markdown prints what a pull request should say', () => {
    using project = createProject({ '.env': `MODEL_ID=us.${DEAD}\n` });
    const { stdout, stderr } = project.run('migrate', ...AS_OF, '--format', 'markdown');
    expect(stdout).toMatch(/^## Claude on Amazon Bedrock: migrated\n[^]*\n### Migrated\n\n- `\.env` now calls `us\./);
    expect(stdout).toContain('- [ ] **Evaluation.**');
    expect(stderr).toBe('');
  });

  it('--dry-run shows the diff, writes nothing and exits 1', () => {
    using project = createProject({ '.env': `MODEL_ID=us.${DEAD}\n` });
    const { stdout, status } = project.run('migrate', ...AS_OF, '--dry-run');
    expect(stdout).toContain(`--- a/.env\n+++ b/.env\n@@ -1 +1 @@\n-MODEL_ID=us.${DEAD}\n+MODEL_ID=us.${NEXT}\n`);
    expect(stdout).toContain('WOULD MIGRATE  1 edit in 1 file of 1');
    expect(status).toBe(1);
    expect(project.read('.env')).toBe(`MODEL_ID=us.${DEAD}\n`);
    project.run('migrate', ...AS_OF);
    expect(project.run('migrate', ...AS_OF, '--dry-run').status).toBe(0);
  });

  it('--diff shows the diff and writes', () => {
    using project = createProject({ '.env': `MODEL_ID=us.${DEAD}\n` });
    expect(project.run('migrate', ...AS_OF, '--diff').stdout).toContain(`+MODEL_ID=us.${NEXT}\n`);
    expect(project.read('.env')).toBe(`MODEL_ID=us.${NEXT}\n`);
  });

  it('--only narrows to rules and repairs', () => {
    const file = `A=us.${DEAD}\nB=${DEAD}\n`;
    using project = createProject({ '.env': file });
    expect(project.migrate('--only', 'no-legacy-model').changes).toEqual([]);
    project.migrate('--only', 'useSuccessor');
    expect(project.read('.env')).toBe(`A=us.${NEXT}\nB=${DEAD}\n`);
  });

  it('--migration leaves alone what the other migrations are for', () => {
    using project = createProject({ '.env': `MODEL_ID=us.${DEAD}\n` });
    expect(project.migrate('--migration', 'stop-reasons')).toMatchObject({ changes: [], findings: [], leftAlone: [] });
    expect(project.migrate('--migration', 'stop-reasons', '--migration', 'claude-3-to-current').changes).toHaveLength(
      1,
    );
  });

  it('--migration to-latest moves active models too, and says that nothing forced it; check says nothing', () => {
    using project = createProject({ '.env': `MODEL_ID=us.${NEXT}\n` });
    expect(project.check('--target', 'latest').findings.map(({ rule }) => rule)).not.toContain(
      'bedrock-claude/no-legacy-model',
    );
    expect(project.migrate('--target', 'latest').changes).toEqual([]);
    const { changes, followUps, plan } = project.migrate('--migration', 'to-latest');
    expect(project.read('.env')).toBe('MODEL_ID=us.anthropic.claude-haiku-5-5\n');
    expect(changes[0]?.applied).toMatchObject([{ repair: 'useSuccessor', safety: 'review' }]);
    expect(plan.families).toMatchObject([{ from: ['Claude Haiku 4.5'], target: { generation: '5.5' } }]);
    expect(followUps.find(({ id }) => id === 'superseded')?.detail).toContain('Claude Haiku 4.5 (');
    expect(project.migrate('--migration', 'to-latest').changes).toEqual([]);
  });

  it('--migration to-latest moves to the newest model', () => {
    using project = createProject({ '.env': `MODEL_ID=us.${DEAD}\n` });
    project.migrate('--migration', 'to-latest');
    expect(project.read('.env')).toBe('MODEL_ID=us.anthropic.claude-haiku-5-5\n');
    expect(project.run('migrate', '--migration', 'to-latest', '--target', '4.6')).toMatchObject({
      status: 2,
      stderr:
        'bedrock-claude: The migration to-latest sets `target` to "latest", and --target says "4.6": leave out one of them.\n',
    });
  });

  describe('the global profile', () => {
    const active = `MODEL_ID=us.${NEXT}\nOTHER=${NEXT}\n`;
    const moved = `MODEL_ID=global.${NEXT}\nOTHER=global.${NEXT}\n`;

    it.each([[['--migration', 'global-profiles']], [['--profile', 'global']]])('is taken with %j', (flags) => {
      using project = createProject({ '.env': active });
      project.migrate(...flags);
      expect(project.read('.env')).toBe(moved);
      expect(project.migrate(...flags).changes).toEqual([]);
    });

    it('is not taken where nobody asks for it by name', () => {
      using project = createProject({ '.env': active, 'bedrock-claude.config.json': '{ "profile": "global" }' });
      project.migrate();
      expect(project.read('.env')).toBe(`MODEL_ID=us.${NEXT}\nOTHER=global.${NEXT}\n`);
    });

    it.each([[['--migration', 'global-profiles']], [['--profile', 'global']]])(
      'is not taken with %j where data must stay',
      (flags) => {
        using project = createProject({ '.env': active });
        const { status, stderr } = project.run('migrate', '--residency', 'us', ...flags);
        expect(status).toBe(2);
        expect(stderr).toMatch(/`residency` \["us"\].* does not allow/);
        expect(project.read('.env')).toBe(active);
      },
    );
  });

  it('--migration names what it may be', () => {
    using project = createProject();
    const { status, stderr } = project.run('migrate', '--migration', 'stop-reason');
    expect(status).toBe(2);
    expect(stderr).toContain('Unknown migration "stop-reason". Did you mean "stop-reasons"?');
  });

  it('keeps byte order mark, line ends and mode', () => {
    using project = createProject({ 'config.yaml': `\uFEFFa: 1\r\nmodelId: us.${DEAD}\r\nb: 2\nc: 3\r` });
    chmodSync(join(project.directory, 'config.yaml'), 0o640);
    expect(project.migrate().changes).toHaveLength(1);
    expect(project.read('config.yaml')).toBe(`\uFEFFa: 1\r\nmodelId: us.${NEXT}\r\nb: 2\nc: 3\r`);
    expect(statSync(join(project.directory, 'config.yaml')).mode & 0o777).toBe(0o640);
  });

  it('refuses a target that is no longer active', () => {
    using project = createProject({ '.env': `MODEL_ID=us.${DEAD}\n` });
    const { status, stderr } = project.run('migrate', ...AS_OF, '--target', '4.1');
    expect(status).toBe(2);
    expect(stderr).toMatch(/is not an active generation on 2026-11-22.*Name an active generation with --target\./);
    expect(project.read('.env')).toContain(DEAD);
  });
});

describe('migrate in a git work tree', () => {
  it('refuses uncommitted changes and names up to five files', () => {
    using project = createProject(
      Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`f${String(index)}.env`, `M=us.${DEAD}\n`])),
    );
    project.git('init', '-q');
    const { status, stderr } = project.run('migrate', ...AS_OF);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'uncommitted changes in 7 files: f0.env, f1.env, f2.env, f3.env, f4.env and 2 more. Commit or stash them first',
    );
    expect(project.read('f0.env')).toContain(DEAD);
  });

  it('--force writes all the same; --dry-run may look', () => {
    using project = createProject({ 'f.env': `M=us.${DEAD}\n` });
    project.git('init', '-q');
    expect(project.run('migrate', ...AS_OF, '--dry-run').status).toBe(1);
    expect(project.run('migrate', ...AS_OF, '--force').status).toBe(0);
    expect(project.read('f.env')).toBe(`M=us.${NEXT}\n`);
  });

  it('a clean tree is written', () => {
    using project = createProject({ 'f.env': `M=us.${DEAD}\n` });
    project.git('init', '-q');
    project.git('add', '-A');
    project.git('commit', '-qm', 'start');
    expect(project.run('migrate', ...AS_OF).status).toBe(0);
    expect(project.git('diff', '--stat').stdout).toContain('1 insertion(+), 1 deletion(-)');
  });
});
