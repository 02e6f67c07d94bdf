import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../../src/cli/changes/write-file.js';

describe('replaceFile', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'bedrock-claude-write-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('keeps the mode, the byte order mark and the line ends, and leaves nothing beside the file', () => {
    const file = join(directory, 'run.sh');
    writeFileSync(file, '\uFEFFone\r\ntwo\n', { mode: 0o750 });
    replaceFile(file, '\uFEFFone\r\ntwo\n', '\uFEFF1\r\ntwo\n');
    expect(readFileSync(file)).toEqual(Buffer.from('\uFEFF1\r\ntwo\n'));
    expect(statSync(file).mode & 0o777).toBe(0o750);
    expect(readdirSync(directory)).toEqual(['run.sh']);
  });

  it('writes through a link', () => {
    writeFileSync(join(directory, 'real.ts'), 'a');
    symlinkSync('real.ts', join(directory, 'link.ts'));
    replaceFile(join(directory, 'link.ts'), 'a', 'b');
    expect(lstatSync(join(directory, 'link.ts')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(directory, 'real.ts'), 'utf8')).toBe('b');
  });

  it('refuses a file that changed since it was read', () => {
    const file = join(directory, 'a.ts');
    writeFileSync(file, 'changed');
    expect(() => {
      replaceFile(file, 'read', 'new');
    }).toThrow('the file changed while it was being read');
    expect(readFileSync(file, 'utf8')).toBe('changed');
  });

  it('leaves file and folder as they were when it cannot write', () => {
    const file = join(directory, 'a.ts');
    writeFileSync(file, 'old');
    mkdirSync(join(directory, `.a.ts.${String(process.pid)}.tmp`));
    expect(() => {
      replaceFile(file, 'old', 'new');
    }).toThrow(/EEXIST/);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});
