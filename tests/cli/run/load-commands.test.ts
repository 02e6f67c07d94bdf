import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCommands } from '../../../src/cli/run/load-commands.js';
import { parseCommandLine } from '../../../src/cli/arguments/command-line.js';

const text = `(function (module, require, bundleUrl) {
const { sep } = require('node:path');
module.exports = { check: () => (sep === '/' || sep === '\\\\' ? 7 : 0), migrate: () => 8, models: () => bundleUrl.endsWith('.cjs') ? 9 : 0 };
})`;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-commands-'));
  writeFileSync(path.join(folder, 'commands-1.cjs'), text);
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

function load() {
  return loadCommands(pathToFileURL(path.join(folder, 'commands-1.cjs')));
}

function statuses({ commands }: ReturnType<typeof load>) {
  const request = parseCommandLine(['check']);
  if (request.kind !== 'run') throw new Error('Expected a command to run.');
  const console = { cwd: folder, env: {}, stdout: process.stdout, stderr: process.stderr };
  return [commands.check, commands.migrate, commands.models].map((run) => run(request.line, console, {}));
}

function kept() {
  return readdirSync(folder).filter((file) => file.endsWith('.code'));
}

describe('the commands', () => {
  it('run from their bundle and leave what was compiled beside it', () => {
    const loaded = load();
    expect(statuses(loaded)).toEqual([7, 8, 9]);
    expect(kept()).toEqual([]);
    loaded.keep();
    expect(kept()).toEqual([`commands-1.cjs.${process.version}-${process.arch}.code`]);
  });

  it('run the same from what was kept, and leave it as it is', () => {
    load().keep();
    const [file = ''] = kept();
    const long = new Date('2020-01-01');
    utimesSync(path.join(folder, file), long, long);
    const again = load();
    expect(statuses(again)).toEqual([7, 8, 9]);
    again.keep();
    expect(statSync(path.join(folder, file)).mtime).toEqual(long);
  });

  it('do without what was kept when it is damaged, and replace it', () => {
    // Another text: V8 remembers the texts it has compiled in this process.
    writeFileSync(path.join(folder, 'commands-1.cjs'), `${text}\n`);
    const file = path.join(folder, `commands-1.cjs.${process.version}-${process.arch}.code`);
    writeFileSync(file, 'damaged');
    const loaded = load();
    expect(statuses(loaded)).toEqual([7, 8, 9]);
    loaded.keep();
    expect(statSync(file).size).toBeGreaterThan('damaged'.length);
  });

  it.skipIf(process.getuid?.() === 0)('run where nothing can be written', () => {
    chmodSync(folder, 0o555);
    const loaded = load();
    expect(statuses(loaded)).toEqual([7, 8, 9]);
    loaded.keep();
    expect(kept()).toEqual([]);
  });
});
