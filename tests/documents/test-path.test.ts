import { expect, it } from 'vitest';
import { isTestPath } from '../../src/documents/test-path.js';

it.each([
  'src/a.test.ts',
  'src/a.spec.tsx',
  'src/Picker.stories.tsx',
  'src/__tests__/a.ts',
  'test/__snapshots__/a.test.ts.snap',
  'tests/unit/a.py',
  'test/fixtures/constants.ts',
  'test/recordings/config.json',
  '__cassettes__/converse.yaml',
  'scripts/test-fixtures/data.json',
  'app/test_service.py',
  'app/service_test.go',
  'conftest.py',
  'src/main/ServiceTest.java',
  'lambda/events/event.json',
  'tests/events/claude/event1.json',
])('takes %s for a test', (path) => {
  expect(isTestPath(path)).toBe(true);
});

it.each([
  'samples/converse-test.mjs',
  'src/latest.ts',
  'src/stories.ts',
  'src/contest.py',
  'tests/e2e/constants.ts',
  'src/events/handler.ts',
  'src/events/modelEvents.json.ts',
  'src/testing-model.ts',
  'attestation/a.ts',
])('does not take %s for a test', (path) => {
  expect(isTestPath(path)).toBe(false);
});
