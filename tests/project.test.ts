import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { rules } from '../src/rules/index.generated.js';
import type { ClaudeRule, Preset } from '../src/rules/rule-meta.js';

const root = path.join(import.meta.dirname, '..');
const allRules: readonly ClaudeRule[] = Object.values(rules);
const presets: readonly Preset[] = ['recommended', 'strict', 'latest', 'residency'];

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** The text of a rule file and of the files beside and below it that it imports, directly or not. */
function sourceOf(file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = read(file);
  const imported = [...text.matchAll(/^import (?!type)[^;]*? from '(\.{1,2}\/[^']+)\.js';$/gm)]
    .map(([, name]) => path.join(path.dirname(file), `${name ?? ''}.ts`))
    .filter((name) => name.startsWith(path.join('src', 'rules', path.sep)));
  return [text, ...imported.map((next) => sourceOf(next, seen))].join('\n');
}

/** Everything in tests that is about a rule: its test file, and its fixtures where it has some. */
function testsOf(name: string): string {
  const fixtures = path.join('tests/fixtures', name);
  const files = existsSync(path.join(root, fixtures))
    ? readdirSync(path.join(root, fixtures), { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.json'),
      )
    : [];
  return [read(`tests/rules/${name}.test.ts`), ...files.map((file) => read(path.join(fixtures, file)))].join('\n');
}

it('there are rules', () => {
  expect(allRules).not.toHaveLength(0);
});

describe.each(allRules.map((rule) => ({ name: rule.name, rule })))('$name', ({ name, rule }) => {
  const { meta } = rule;
  const page = () => read(`docs/rules/${name}.md`);
  const declared = [...Object.keys(meta.messages), ...Object.keys(meta.repairs)];

  it('is named as its file and its entry', () => {
    expect(existsSync(path.join(root, `src/rules/${name}.ts`))).toBe(true);
    expect(Object.keys(rules)).toContain(name);
    expect(name).toMatch(/^(?:allowed|compatible|handle|no|opaque|prefer|require|valid)-[a-z0-9-]+$/);
  });

  it('belongs to a preset, or its page says that it is opt-in', () => {
    expect(presets).toEqual(expect.arrayContaining([...meta.docs.presets]));
    if (meta.docs.presets.length === 0) expect(page()).toMatch(/opt-in|no preset turns this rule on/i);
  });

  // TypeScript refuses ids that are used and not declared; this is the other half.
  it('uses every message and repair it declares', () => {
    const source = sourceOf(`src/rules/${name}.ts`);
    for (const id of declared) expect(source, id).toContain(`'${id}'`);
  });

  // A fixture says of a repair how safe it is.
  it('is tested with every message and repair it declares', () => {
    const tests = testsOf(name);
    for (const id of declared) expect(tests, id).toMatch(new RegExp(`['"]${id}(?: \\((?:safe|review)\\))?['"]`));
  });

  it('has a page that opens with its name', () => {
    expect(page()).toMatch(new RegExp(`^# ${name}\n\n\\S`));
    expect(path.basename(meta.docs.url)).toBe(`${name}.md`);
  });

  it('documents every option and its default, and no other', () => {
    const [, options = ''] = /^## Options\n(.*?)(?=^## |$(?![\s\S]))/ms.exec(page()) ?? [];
    const documented = [...options.matchAll(/^(?:\| |### )`([a-zA-Z]+)`/gm)].map(([, option]) => option);
    const [schema] = meta.schema;
    expect(documented.toSorted()).toEqual(Object.keys(schema.properties).toSorted());
    const [defaults] = rule.defaultOptions;
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(defaults)));
    for (const value of Object.values(defaults)) expect(options).toContain(`\`${JSON.stringify(value)}\``);
    // What only a team can choose has no default, and the page says so.
    for (const option of Object.keys(schema.properties).filter((each) => !Object.hasOwn(defaults, each)))
      expect(options, option).toMatch(new RegExp(`^\\| \`${option}\` +\\| none +\\|`, 'm'));
  });

  it('has messages that end as sentences do', () => {
    for (const [id, message] of Object.entries(meta.messages)) expect(message, id).toMatch(/[.?]$/);
  });
});

describe('the plugin', () => {
  it('holds the rules of the generated index', () => {
    expect(plugin.rules).toBe(rules);
  });

  it.each(presets)('computes the preset %s from meta', (preset) => {
    const config = plugin.configs[preset];
    const expected = allRules
      .filter(
        ({ meta }) =>
          meta.docs.presets.includes(preset) && (meta.formats === 'all' || meta.formats.includes('javascript')),
      )
      .map(({ name, meta }) => [`bedrock-claude/${name}`, meta.docs.severity]);
    const off = preset === 'residency' ? { 'bedrock-claude/prefer-global-profile': 'off' } : {};
    expect(config.rules).toEqual({ ...Object.fromEntries(expected), ...off });
    expect(expected).not.toHaveLength(0);
  });

  it('names itself in every preset, so that each can be used alone', () => {
    for (const config of Object.values(plugin.configs))
      expect(config.plugins['bedrock-claude']?.rules).toBe(plugin.rules);
  });

  it('has a page for each rule and no page without one', () => {
    const pages = readdirSync(path.join(root, 'docs/rules')).map((file) => path.basename(file, '.md'));
    expect(pages.toSorted()).toEqual(Object.keys(rules).toSorted());
  });
});

describe('the workflows', () => {
  const folder = '.github/workflows';
  const workflows = readdirSync(path.join(root, folder));

  it.each(workflows)('%s pins every action to a commit and states its permissions', (file) => {
    const text = read(path.join(folder, file));
    const actions = [...text.matchAll(/uses: (\S+)(.*)/g)];
    expect(actions).not.toHaveLength(0);
    for (const [line, action = '', comment] of actions) {
      expect(action, line).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
      expect(comment, line).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
    expect(text).toMatch(/^permissions:/m);
  });
});
