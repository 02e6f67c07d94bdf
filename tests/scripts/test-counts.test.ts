import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readTestCounts } from '../../scripts/test-counts.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-counts-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function countsOf(report: object) {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return readTestCounts(file);
}

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
const broken = { status: 'failed', assertionResults: [] };

it('counts tests', () => {
  expect(countsOf({ numPassedTests: 2, numFailedTests: 1, testResults: [passing, failing] })).toEqual({
    passed: 2,
    failed: 1,
  });
});

it('counts a file that could not be loaded as a failed test', () => {
  expect(countsOf({ numPassedTests: 1, numFailedTests: 0, testResults: [passing, broken] })).toEqual({
    passed: 1,
    failed: 1,
  });
});

it('counts nothing where no report was written', () => {
  expect(readTestCounts(path.join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0 });
});
