import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**'],
    globalSetup: ['tests/setup/build.ts'],
    setupFiles: ['tests/setup/plain-output.ts'],
    // Tests that start real clients (ESLint, jscodeshift, codemod, npm) share two cores with each other.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
