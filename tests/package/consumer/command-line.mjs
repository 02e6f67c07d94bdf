import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const manifestPath = createRequire(import.meta.url).resolve('eslint-plugin-bedrock-claude/package.json');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
const bin = path.join(path.dirname(manifestPath), manifest.bin['bedrock-claude']);
const folder = mkdtempSync(path.join(import.meta.dirname, 'service-'));
writeFileSync(path.join(folder, '.env'), 'MODEL_ID=anthropic.claude-v2\n');

assert.match(bedrockClaude('--version').stdout, new RegExp(`${manifest.version.replaceAll('.', '\\.')}\\s*$`));
const check = bedrockClaude('check', '--format', 'json', '.env');
assert.equal(check.status, 1, check.stderr);
assert.deepEqual(
  JSON.parse(check.stdout).findings.map((finding) => finding.rule),
  ['bedrock-claude/no-end-of-life-model'],
);
rmSync(folder, { recursive: true });

function bedrockClaude(...args) {
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
}
