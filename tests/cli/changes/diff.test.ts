import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../src/cli/changes/diff.js';

describe('unifiedDiff', () => {
  it('shows a changed line with three lines around it', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\n';
    expect(unifiedDiff('x.ts', before, before.replace('e', 'E'))).toBe(
      '--- a/x.ts\n+++ b/x.ts\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
    );
  });

  it('keeps distant changes in hunks of their own', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${String(index)}\n`);
    const diff = unifiedDiff(
      'x.ts',
      lines.join(''),
      lines.join('').replace('line 1\n', 'line one\n').replace('line 18\n', 'line eighteen\n'),
    );
    expect(diff.match(/^@@ .* @@$/gm)).toEqual(['@@ -1,5 +1,5 @@', '@@ -16,5 +16,5 @@']);
  });

  it('joins near changes in one', () => {
    expect(unifiedDiff('x.ts', '1\n2\n3\n4\n5\n', 'one\n2\n3\n4\nfive\n')).toBe(
      '--- a/x.ts\n+++ b/x.ts\n@@ -1,5 +1,5 @@\n-1\n+one\n 2\n 3\n 4\n-5\n+five\n',
    );
  });

  it('shows no line as changed that stays between changed ones', () => {
    const before = '{\n  a: 1,\n  kept: [],\n  b: 2,\n  c: 3,\n}\n';
    const after = '{\n  a: 10,\n  kept: [],\n  b: 20,\n  c: 3,\n}\n';
    expect(unifiedDiff('x.ts', before, after)).toBe(
      '--- a/x.ts\n+++ b/x.ts\n@@ -1,6 +1,6 @@\n {\n-  a: 1,\n+  a: 10,\n   kept: [],\n-  b: 2,\n+  b: 20,\n   c: 3,\n }\n',
    );
  });

  it('says where the last line has no end', () => {
    expect(unifiedDiff('x.ts', 'a', 'b')).toBe(
      '--- a/x.ts\n+++ b/x.ts\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n',
    );
  });

  it('is empty for equal texts', () => {
    expect(unifiedDiff('x.ts', 'a\n', 'a\n')).toBe('');
  });

  it('turns one text into the other when `git apply` reads it', () => {
    const line = fc.constantFrom('a\n', 'b\n', '}\n', '\n', 'c\r\n', 'anthropic\n');
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 25 }),
        fc.array(line, { minLength: 1, maxLength: 25 }),
        (left, right) => {
          const [before, after] = [left.join(''), right.join('')];
          if (before !== after) expect(applied(before, unifiedDiff('x.txt', before, after))).toBe(after);
        },
      ),
      { numRuns: 25 },
    );
  });
});

function applied(text: string, diff: string) {
  const directory = mkdtempSync(join(tmpdir(), 'bedrock-claude-diff-'));
  try {
    writeFileSync(join(directory, 'x.txt'), text);
    const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: directory,
      input: diff,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${stderr}\n${diff}`);
    return readFileSync(join(directory, 'x.txt'), 'utf8');
  } finally {
    rmSync(directory, { recursive: true });
  }
}
