import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flag } from '../../src/cli/arguments/flags.js';
import { COMMANDS, FLAGS } from '../../src/cli/arguments/flags.js';
import { migrations } from '../../src/codemods/migrations.js';
import { root } from '../doors/run.js';

const page = readFileSync(join(root, 'docs/cli.md'), 'utf8');
const examples = [
  ...page.matchAll(
    /^```console\n\$ npx bedrock-claude (?<command>.*)\n(?<shown>[^]*?)^```$(?:\n\n```json\n(?<json>[^]*?)^```$)?/gm,
  ),
].map(({ groups = {} }) => ({
  command: groups['command'] ?? '',
  shown: groups['shown'] ?? '',
  json: groups['json'] ?? null,
}));
const prints = examples.filter(({ json }) => json === null);
const documents = examples.flatMap(({ command, json }) => (json === null ? [] : [{ command, json }]));

describe('docs/cli.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bedrock-claude-cli-'));
  const run = (command: string) => {
    const args = [join(root, 'dist/cli/bin.js'), ...command.split(' '), '--as-of', '2026-11-22'];
    return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout;
  };

  beforeAll(() => {
    cpSync(join(root, 'examples/claude-3-service'), folder, { recursive: true });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('has examples of text and of the JSON of each command', () => {
    expect(prints.map(({ command }) => command.split(' ')[0])).toEqual(['check']);
    expect(documents.map(({ command }) => command.split(' ')[0])).toEqual(Object.keys(COMMANDS));
  });

  it.each(prints)('shows what is printed: $command', ({ command, shown }) => {
    expect(run(command)).toBe(shown);
  });

  it.each(documents)('shows the JSON of $command', ({ command, json }) => {
    expect(JSON.parse(run(command))).toEqual(JSON.parse(json));
  });

  it.each(documents)('explains every field that $command prints', ({ command }) => {
    const fields = fieldsOf(JSON.parse(run(command)));
    expect(fields.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });

  it('lists every flag with the commands that take it, and no other', () => {
    const rows = [...page.matchAll(/^\| `(?<flag>--[\w-]+)` +\|[^|]*\| (?<commands>[\w, ]+?) +\|/gm)];
    const listed = rows.map(({ groups = {} }) => [groups['flag'], groups['commands']]);
    expect(listed).toEqual(
      Object.entries<Flag>(FLAGS).map(([name, { commands }]) => [
        `--${name}`,
        commands.length === Object.keys(COMMANDS).length ? 'all' : commands.join(', '),
      ]),
    );
  });

  // Those of `to-latest` are those of `claude-3-to-current`, and listed once.
  it.each(migrations.filter(({ name }) => name !== 'to-latest'))(
    'names the repairs for review that $name applies, and no other',
    ({ name, repairs }) => {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` `));
      const [listed = ''] = row?.split('|').slice(-2) ?? [];
      expect([...listed.matchAll(/`(\w+)`/g)].map(([, repair]) => repair)).toEqual(repairs);
    },
  );
});

/** The names of all fields; those in `data` are the messages' own. */
function fieldsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  return Object.entries(value).flatMap(([field, inner]) => [field, ...(field === 'data' ? [] : fieldsOf(inner))]);
}
