import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const asOf = ['--as-of', '2026-11-22'];

interface Report {
  readonly findings: readonly { readonly file: string; readonly rule: string; readonly level: string; readonly messageId: string }[];
  readonly errors: readonly unknown[];
}

describe('examples/claude-3-service', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-example-'));
  const service = path.join(scratch, 'claude-3-service');
  const read = (file: string) => readFileSync(path.join(service, file), 'utf8');
  const bedrockClaude = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'dist/cli/bin.js'), ...args, ...asOf], { cwd: service, encoding: 'utf8' });
  const check = () => {
    const { stdout, stderr } = bedrockClaude('check', '--format', 'json');
    expect(stderr).toBe('');
    // The CLI's own tests hold its output to the documented shape.
    return JSON.parse(stdout) as Report;
  };
  const errorsIn = ({ findings }: Report) => findings.filter((finding) => finding.level === 'error');
  const typeCheck = () =>
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', '.'], { cwd: service });

  beforeAll(() => {
    cpSync(path.join(root, 'examples/claude-3-service'), service, { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(service, 'node_modules'), 'junction');
    execFileSync('git', ['init', '--quiet'], { cwd: service });
  });
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('type-checks before the migration', () => {
    typeCheck();
  });

  it('has a finding in every file that names a model', () => {
    const report = check();
    expect(report.errors).toEqual([]);
    expect([...new Set(report.findings.map((finding) => finding.file))].toSorted()).toEqual([
      '.env',
      'infra/invoke-policy.json',
      'infra/support-stack.ts',
      'infra/variables.tf',
      'src/classify-ticket.ts',
      'src/draft-article.ts',
      'src/stream-reply.ts',
      'src/summarize-thread.ts',
    ]);
  });

  it('is migrated: every call goes to a model that answers', () => {
    const { status, stdout, stderr } = bedrockClaude('migrate', '--force');
    expect(status, stdout + stderr).toBeLessThan(2);
    // What is left is a constant of the CDK, which names a resource in a grant: its policy is for a person to write.
    expect(errorsIn(check()).map((finding) => finding.file)).toEqual(['infra/support-stack.ts']);
    expect(read('.env')).toBe(
      '# The model that answers customers.\nSUPPORT_MODEL_ID=global.anthropic.claude-sonnet-4-5-20250929-v1:0\nLOG_LEVEL=info\n',
    );
    expect(read('src/classify-ticket.ts')).toContain("const CLASSIFIER_MODEL = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';");
    expect(read('src/stream-reply.ts')).toContain("?? 'global.anthropic.claude-sonnet-4-5-20250929-v1:0'");
    expect(read('src/draft-article.ts')).toContain("bedrock('global.anthropic.claude-opus-4-5-20251101-v1:0')");
    expect(read('infra/support-stack.ts')).toContain("default: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0'");
    expect(read('infra/support-stack.ts')).toContain("CLASSIFIER_MODEL_ID: 'global.anthropic.claude-haiku-4-5-20251001-v1:0'");
  });

  it('sends one of temperature and top_p to a model that takes one', () => {
    const text = read('src/summarize-thread.ts');
    expect(text).toContain("modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0'");
    expect(text).toContain('temperature: 0.2');
    expect(text).not.toContain('top_p');
  });

  it('leaves IAM to a person', () => {
    expect(read('infra/invoke-policy.json')).toBe(readFileSync(path.join(root, 'examples/claude-3-service/infra/invoke-policy.json'), 'utf8'));
  });

  it('type-checks after the migration', () => {
    typeCheck();
  });

  it('is left alone by a second run', () => {
    const before = execFileSync('git', ['add', '--all', '--verbose'], { cwd: service, encoding: 'utf8' });
    expect(before).not.toBe('');
    bedrockClaude('migrate', '--force');
    expect(execFileSync('git', ['diff', '--stat'], { cwd: service, encoding: 'utf8' })).toBe('');
  });
});
