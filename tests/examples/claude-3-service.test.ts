import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExampleService, original } from './example-service.js';

interface Report {
  readonly findings: readonly {
    readonly file: string;
    readonly rule: string;
    readonly level: string;
    readonly messageId: string;
  }[];
  readonly errors: readonly unknown[];
}

const everything = ['--migration', 'default', '--migration', 'text-completions'];

describe('examples/claude-3-service', () => {
  const service = createExampleService();
  const { read } = service;
  const check = () => {
    const { stdout, stderr } = service.bedrockClaude('check', '--format', 'json');
    expect(stderr).toBe('');
    // The CLI's own tests hold its output to the documented shape.
    return JSON.parse(stdout) as Report;
  };
  const filesWith = (isMeant: (finding: Report['findings'][number]) => boolean) =>
    [...new Set(check().findings.filter(isMeant).map(({ file }) => file))].toSorted();

  afterAll(() => {
    service[Symbol.dispose]();
  });

  it('type-checks before the migration', () => {
    service.typeCheck();
  });

  it('has a finding in every file that names a model, decides by a stop reason or repeats a long prompt', () => {
    expect(check().errors).toEqual([]);
    expect(filesWith(({ rule }) => rule.endsWith('-model'))).toEqual([
      '.env',
      'infra/invoke-policy.json',
      'infra/support-stack.ts',
      'infra/variables.tf',
      'src/answer-from-orders.ts',
      'src/classify-ticket.ts',
      'src/draft-article.ts',
      'src/draft-reply.ts',
      'src/edit-template.ts',
      'src/extract-order.ts',
      'src/plan-refund.ts',
      'src/route-ticket.ts',
      'src/stream-reply.ts',
      'src/summarize-thread.ts',
      'src/tag-ticket.ts',
    ]);
    expect(filesWith(({ rule }) => rule.endsWith('/no-text-completions'))).toEqual(['src/tag-ticket.ts']);
    expect(filesWith(({ rule }) => rule.endsWith('/no-obsolete-beta'))).toEqual(['src/edit-template.ts']);
    expect(filesWith(({ rule }) => rule.endsWith('/handle-stop-reasons'))).toEqual([
      'src/answer-from-orders.ts',
      'src/finish-reason.ts',
    ]);
    expect(filesWith(({ rule }) => rule.endsWith('/require-cache-point'))).toEqual([
      'src/answer-from-orders.ts',
      'src/draft-reply.ts',
    ]);
  });

  it('is migrated: every call goes to a model that answers', () => {
    const { status, stdout, stderr } = service.bedrockClaude('migrate', '--force', ...everything);
    expect(status, stdout + stderr).toBeLessThan(2);
    // What is left is a constant of the CDK, which names a resource in a grant: its policy is for a person to write.
    expect(filesWith(({ level }) => level === 'error')).toEqual(['infra/support-stack.ts']);
    expect(read('.env')).toBe(
      '# The model that answers customers.\nSUPPORT_MODEL_ID=global.anthropic.claude-sonnet-4-5-20250929-v1:0\nLOG_LEVEL=info\n',
    );
    expect(read('src/classify-ticket.ts')).toContain(
      "const CLASSIFIER_MODEL = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';",
    );
    expect(read('src/stream-reply.ts')).toContain("?? 'global.anthropic.claude-sonnet-4-5-20250929-v1:0'");
    expect(read('src/draft-article.ts')).toContain("bedrock('global.anthropic.claude-opus-4-5-20251101-v1:0')");
    expect(read('infra/support-stack.ts')).toContain("default: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0'");
    expect(read('infra/support-stack.ts')).toContain(
      "CLASSIFIER_MODEL_ID: 'global.anthropic.claude-haiku-4-5-20251001-v1:0'",
    );
  });

  it('sends one of temperature and top_p to a model that takes one', () => {
    const text = read('src/summarize-thread.ts');
    expect(text).toContain("modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0'");
    expect(text).toContain('temperature: 0.2');
    expect(text).not.toContain('top_p');
  });

  it('sends messages in place of a text completion', () => {
    const text = read('src/tag-ticket.ts');
    expect(text).toContain("modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0'");
    expect(text).toContain("messages: [{ role: 'user', content: `Name the product");
    expect(text).not.toMatch(/max_tokens_to_sample|prompt:|Human:/);
  });

  it('keeps what the nearest model takes: a budget for thinking, a prefilled answer, a forced tool', () => {
    expect(read('src/plan-refund.ts')).toContain("thinking: { type: 'enabled', budget_tokens: 4096 }");
    expect(read('src/extract-order.ts')).toContain("{ role: 'assistant', content: '{' }");
    expect(read('src/route-ticket.ts')).toContain("toolChoice: { tool: { name: 'hand_over' } }");
  });

  it('leaves IAM to a person', () => {
    const file = 'infra/invoke-policy.json';
    expect(read(file)).toBe(readFileSync(path.join(original, file), 'utf8'));
  });

  it('has nothing left to say about stop reasons and prompt caching', () => {
    expect(filesWith(({ rule }) => /stop-reason|cache/.test(rule))).toEqual([]);
  });

  it('type-checks after the migration', () => {
    service.typeCheck();
  });

  it('is left alone by a second run', () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: service.directory, encoding: 'utf8' });
    expect(git('add', '--all', '--verbose')).not.toBe('');
    service.bedrockClaude('migrate', '--force', ...everything);
    expect(git('diff', '--stat')).toBe('');
  });
});

describe('examples/claude-3-service, to the latest generation', () => {
  const service = createExampleService();
  const { read } = service;

  beforeAll(() => {
    const { status, stdout, stderr } = service.bedrockClaude('migrate', '--force', '--migration', 'to-latest', '--migration', 'text-completions');
    expect(status, stdout + stderr).toBeLessThan(2);
  });
  afterAll(() => {
    service[Symbol.dispose]();
  });

  it('names the newest models', () => {
    expect(read('src/classify-ticket.ts')).toContain("'global.anthropic.claude-haiku-5-5'");
    expect(read('src/draft-article.ts')).toContain("bedrock('global.anthropic.claude-opus-5-5')");
    expect(read('src/plan-refund.ts')).toContain("'us.anthropic.claude-sonnet-5-5'");
  });

  it('asks for nothing that they refuse', () => {
    expect(read('src/summarize-thread.ts')).not.toMatch(/temperature|top_p/);
    expect(read('src/plan-refund.ts')).toContain("thinking: { type: 'adaptive' }");
    expect(read('src/extract-order.ts')).not.toContain("role: 'assistant'");
    expect(read('src/extract-order.ts')).toContain('return JSON.parse(text) as Order;');
    expect(read('src/route-ticket.ts')).toContain('toolChoice: { auto: {} }');
    expect(read('src/edit-template.ts')).not.toMatch(/anthropic_beta|text_editor_20250124|'str_replace_editor'/);
  });

  it('type-checks', () => {
    service.typeCheck();
  });

  it('is left alone by a second run', () => {
    const { stdout } = service.bedrockClaude('migrate', '--dry-run', '--migration', 'to-latest');
    expect(stdout).toContain('WOULD MIGRATE  0 edits in 0 files');
  });
});
