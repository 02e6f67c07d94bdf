import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

it('the declarations of the runtime hold for users, with the AWS SDK and without it', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/type-test.mjs'], { cwd: root, encoding: 'utf8' });
  expect(stdout + stderr).toBe('TypeScript installed: ok\n');
});
