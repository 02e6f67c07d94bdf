/**
 * Whether a file is there to test others: what stands in it is expected, not called.
 *
 * Names lie in both directions, so only names that a test runner itself goes by count:
 * - folders: `tests/`, `__tests__/`, `__snapshots__/`, `__mocks__/`, `fixtures/`, `cassettes/`, `e2e/`, `testdata/` …;
 * - endings: `.test.ts`, `.spec.ts`, `.stories.tsx`, `.snap`, `test_x.py`, `x_test.py`, `x_test.go`, `conftest.py`, `XTest.java`;
 * - sample payloads of a function: `events/event*.json`.
 *
 * A bare `-test` at the end (`converse-test.mjs`) is how people name a script they run by hand, so it does not count;
 * neither does a module in a test folder that holds settings (`tests/e2e/constants.ts`, `tests/config.json`):
 * the run behind it calls the model for real.
 */
export function isTestPath(path: string): boolean {
  const segments = path.replaceAll('\\', '/').split('/');
  const name = segments.pop() ?? '';
  if (testFileName.test(name)) return true;
  if (samplePayload.test(name) && segments.some((segment) => /^events?$/i.test(segment))) return true;
  if (!segments.some((segment) => testFolder.test(segment))) return false;
  return segments.some((segment) => recordedFolder.test(segment)) || !liveSettings.test(name);
}

const testFileName =
  /(?:\.(?:test|tests|spec|e2e|snap|stories)\.[a-z0-9]+|\.snap|^test_[^/]*\.py|_test\.(?:py|go|rb|dart|exs?)|_spec\.rb|^conftest\.py|[a-z0-9]Tests?\.(?:java|kt|cs|swift|scala|php))$/;
const samplePayload = /^(?:.*[-_.])?events?[-_.\w]*\.json$/i;
const testFolder =
  /^(?:tests?|__tests__|__snapshots__|__mocks__|__fixtures__|__recordings__|__cassettes__|cassettes|(?:test[-_]?)?fixtures?|e2e|test[-_]?data|testing|specs?|unittests?|integration-tests?|cypress)$/i;
const recordedFolder =
  /^(?:__snapshots__|__mocks__|__fixtures__|(?:__)?(?:recordings|cassettes)(?:__)?|(?:test[-_]?)?fixtures?|test[-_]?data)$/i;
const liveSettings = /^(?:constants?|config|settings|\.env.*|.*\.env|docker-compose.*)(?:\.[a-z]+)?$/i;
