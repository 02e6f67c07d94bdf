import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** Blocks of code in a language, and with what is said behind it: `diff target=latest`. */
function blocksOf(language: string): readonly string[] {
  return [...readme.matchAll(/^```(\w[^\n]*)\n(.*?)^```$/gms)].filter(([, found]) => found === language).map(([, , text = '']) => text);
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

function filesOf(diff: string): readonly string[] {
  return [...diff.matchAll(/^\+\+\+ b\/(.*)$/gm)].map(([, file = '']) => file);
}

describe('README.md', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-readme-'));
  const bedrockClaude = (command: string) => {
    const args = command.replace('$ npx bedrock-claude ', '').split(' ');
    const bin = path.join(root, 'dist/cli/bin.js');
    return spawnSync(process.execPath, [bin, ...args, '--as-of', '2026-11-22'], { cwd: scratch, encoding: 'utf8' }).stdout;
  };
  const [console = ''] = blocksOf('console');
  const [check = '', migrate = ''] = linesOf(console).filter((line) => line.startsWith('$'));

  beforeAll(() => {
    cpSync(path.join(root, 'examples/claude-3-service'), scratch, { recursive: true });
  });
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('shows what check says', () => {
    const shown = linesOf(console).filter((line) => !line.startsWith('$'));
    expect(shown).not.toHaveLength(0);
    expect(linesOf(bedrockClaude(check))).toEqual(expect.arrayContaining([...shown]));
  });

  it('shows the command of its first diff', () => {
    expect(migrate).toBe(`$ npx bedrock-claude migrate --diff ${filesOf(blocksOf('diff')[0] ?? '').join(' ')}`);
  });

  it.each([
    ...blocksOf('diff').map((diff) => ({ diff, flags: '' })),
    ...blocksOf('diff target=latest').map((diff) => ({ diff, flags: '--target latest ' })),
  ])('shows what migrate changes: $diff', ({ diff, flags }) => {
    const files = filesOf(diff);
    expect(files).not.toHaveLength(0);
    expect(linesOf(bedrockClaude(`migrate --dry-run ${flags}${files.join(' ')}`))).toEqual(
      expect.arrayContaining([...linesOf(diff)]),
    );
  });

  it('names scripts that exist', () => {
    // npm reads the same file and holds it to its own schema.
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, script = '']) => script);
    expect(named).toEqual(expect.arrayContaining(['demo', 'check']));
    for (const script of named) expect(Object.keys(scripts)).toContain(script);
  });
});
