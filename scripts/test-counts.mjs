import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts tests in a report of vitest's JSON reporter. A file that fails before any of its tests ran counts as one
 * failed test. No report, no tests.
 *
 * @param {string} report the path of the report
 * @returns {{ passed: number, failed: number }}
 */
export function readTestCounts(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}
