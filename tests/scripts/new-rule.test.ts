import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const copied = [
  ...['package.json', 'README.md', '.prettierrc.json', 'eslint.config.js', 'tsconfig.json'],
  ...['src', 'schema', 'scripts', 'tests/eslint', 'tests/rules/run-rule.ts', 'tests/docs', 'docs/rules'],
  ...['tests/fixtures.test.ts', 'tests/fixture-project.ts'],
];

describe('npm run new-rule', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-new-rule-'));
  const files = ['src/rules/no-example-thing.ts', 'tests/rules/no-example-thing.test.ts'];
  const expectSuccess = (script: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
  };

  beforeAll(() => {
    for (const entry of copied) cpSync(path.join(root, entry), path.join(project, entry), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'junction');
    execFileSync(process.execPath, ['scripts/new-rule.mjs', 'no-example-thing'], { cwd: project, stdio: 'pipe' });
  });
  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it('lists the rule in the index and in the README', () => {
    const index = readFileSync(path.join(project, 'src/rules/index.generated.ts'), 'utf8');
    expect(index).toContain("'no-example-thing': noExampleThing");
    expect(readFileSync(path.join(project, 'README.md'), 'utf8')).toContain('docs/rules/no-example-thing.md');
  });

  it('writes what is formatted', () => {
    expectSuccess('prettier/bin/prettier.cjs', '--check', ...files, 'docs/rules/no-example-thing.md');
  });

  it('writes what passes lint', () => {
    expectSuccess('eslint/bin/eslint.js', ...files);
  });

  it('writes what type-checks', () => {
    writeFileSync(
      path.join(project, 'tsconfig.rule.json'),
      JSON.stringify({ extends: './tsconfig.json', include: files }),
    );
    expectSuccess('typescript/bin/tsc', '-p', 'tsconfig.rule.json');
  });

  it('writes a test, a page and fixtures that the rule passes', () => {
    const suites = ['tests/rules/no-example-thing.test.ts', 'tests/docs/rule-pages.test.ts', 'tests/fixtures.test.ts'];
    expectSuccess('vitest/vitest.mjs', 'run', ...suites, '--testNamePattern', 'no-example-thing');
  });

  it.each([
    [['model-thing'], 'Received: model-thing.'],
    [['no-Thing'], 'Received: no-Thing.'],
    [[], 'Received: nothing.'],
  ])('refuses %o', (args, message) => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/new-rule.mjs', ...args], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('never overwrites a rule', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/new-rule.mjs', 'no-example-thing'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('src/rules/no-example-thing.ts');
    expect(existsSync(path.join(project, 'src/rules/no-example-thing.ts'))).toBe(true);
  });
});
