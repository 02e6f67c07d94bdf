// Runs every `generate-*.mjs` beside it; `--check` writes nothing and fails when a committed file differs.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const scripts = readdirSync(import.meta.dirname)
  .filter((name) => /^generate-.*\.mjs$/.test(name))
  .sort();
const flags = process.argv.slice(2);

let failed = false;
for (const script of scripts) {
  const { status } = spawnSync(process.execPath, [`scripts/${script}`, ...flags], {
    cwd: `${import.meta.dirname}/..`,
    stdio: 'inherit',
  });
  if (status !== 0) {
    failed = true;
    console.error(`${script} ${flags.join(' ')} failed: run \`npm run generate\` and commit what it writes.`);
  }
}
process.exitCode = failed ? 1 : 0;
