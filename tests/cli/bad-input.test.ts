import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AS_OF, canDropPrivileges, createProject } from './project.js';

const DEAD = 'us.anthropic.claude-3-haiku-20240307-v1:0';
const NEXT = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const GOOD = { 'good/.env': `MODEL_ID=${DEAD}\n` };
const source = (id: string) => `export const MODEL_ID = '${id}';\n`;

/** Typed as what it stands for in an expectation. */
const containing = (part: string): unknown => expect.stringContaining(part);

describe('files that cannot be used are named, and the rest goes on', () => {
  it('a script that does not parse is scanned and never edited', () => {
    const broken = `const a = {{{ '${DEAD}'\n`;
    using project = createProject({ ...GOOD, 'broken.ts': broken });
    const report = project.check();
    expect(report.errors).toEqual([{ file: 'broken.ts', message: containing('not parsed, only scanned: ') }]);
    expect(report.findings.map(({ file }) => file).sort()).toEqual(['broken.ts', 'good/.env']);
    project.migrate();
    expect(project.read('broken.ts')).toBe(broken);
    expect(project.read('good/.env')).toBe(`MODEL_ID=${NEXT}\n`);
  });

  it.each(['broken.json', 'broken.yaml', 'broken.toml'])('%s too', (name) => {
    const broken = `{ "a: [ '${DEAD}\n\t}: =`;
    using project = createProject({ ...GOOD, [name]: broken });
    const report = project.migrate();
    expect(report.errors).toEqual([{ file: name, message: containing('not parsed') }]);
    expect(project.read(name)).toBe(broken);
    expect(report.changes.map(({ file }) => file)).toEqual(['good/.env']);
  });

  it('a file of more than 8 MB', () => {
    using project = createProject({ ...GOOD, 'huge.ts': `${source(DEAD)}${'// filler\n'.repeat(900_000)}` });
    const { errors, findings } = project.check();
    expect(errors).toEqual([{ file: 'huge.ts', message: containing('8 MB') }]);
    expect(findings.map(({ file }) => file)).toEqual(['good/.env']);
  });

  it('bytes that are no UTF-8 stay as they are', () => {
    const bytes = Buffer.concat([Buffer.from(source(DEAD)), Buffer.from([0x2f, 0x2f, 0xff, 0xfe, 0x0a])]);
    using project = createProject({ ...GOOD, 'latin.ts': bytes });
    expect(project.migrate().errors).toEqual([{ file: 'latin.ts', message: 'not valid UTF-8' }]);
    expect(project.read('latin.ts')).toBe(bytes.toString('utf8'));
  });

  it('a binary file with the ending of a text is passed over', () => {
    using project = createProject({
      ...GOOD,
      'binary.ts': Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(source(DEAD))]),
    });
    expect(project.check()).toMatchObject({ errors: [], findings: [{ file: 'good/.env' }] });
  });

  it.skipIf(!canDropPrivileges)('a file that may not be read', () => {
    using project = createProject({ ...GOOD, 'secret.ts': source(DEAD) });
    chmodSync(join(project.directory, 'secret.ts'), 0o000);
    chmodSync(project.directory, 0o755);
    const { stdout, status } = project.runUnprivileged('check', ...AS_OF);
    expect(stdout).toContain('secret.ts\n  problem  permission denied\n');
    expect(stdout).toContain('good/.env\n  1:10  error');
    expect(status).toBe(1);
  });

  it.skipIf(!canDropPrivileges)('a file that may not be written stays whole, and the others are', () => {
    using project = createProject({ 'closed/.env': `MODEL_ID=${DEAD}\n`, ...GOOD });
    chmodSync(project.directory, 0o755);
    chmodSync(join(project.directory, 'closed'), 0o555);
    chmodSync(join(project.directory, 'good'), 0o777);
    const { stdout } = project.runUnprivileged('migrate', ...AS_OF);
    chmodSync(join(project.directory, 'closed'), 0o755);
    expect(stdout).toMatch(/NOT READ OR WRITTEN {2}1 file\n {2}closed\/\.env {2}not written: EACCES/);
    expect(project.read('closed/.env')).toBe(`MODEL_ID=${DEAD}\n`);
    expect(project.read('good/.env')).toBe(`MODEL_ID=${NEXT}\n`);
  });

  it('a folder named like a file is looked into', () => {
    using project = createProject({ ...GOOD, 'x.ts/inner.ts': source(DEAD) });
    expect(
      project
        .check()
        .findings.map(({ file }) => file)
        .sort(),
    ).toEqual(['good/.env', 'x.ts/inner.ts']);
  });

  it('links in a circle, into nothing and out of the tree', () => {
    using outside = createProject({ 'secret.ts': source(DEAD) });
    using project = createProject(GOOD);
    symlinkSync('loop', join(project.directory, 'loop'));
    symlinkSync('.', join(project.directory, 'good/self'));
    symlinkSync('nowhere.ts', join(project.directory, 'dangling.ts'));
    symlinkSync(join(outside.directory, 'secret.ts'), join(project.directory, 'out.ts'));
    symlinkSync(outside.directory, join(project.directory, 'out'));
    const report = project.migrate();
    expect(report.errors).toEqual([]);
    expect(report.changes.map(({ file }) => file)).toEqual(['good/.env']);
    expect(outside.read('secret.ts')).toBe(source(DEAD));
  });

  it('a file elsewhere is not named when other paths were asked for', () => {
    using project = createProject({
      ...GOOD,
      'latin.ts': Buffer.concat([Buffer.from(source(DEAD)), Buffer.from([0xff])]),
    });
    expect(project.check().errors).toHaveLength(1);
    expect(project.check('good').errors).toEqual([]);
  });

  it('a path that does not exist is named beside the findings of the others', () => {
    using project = createProject(GOOD);
    const report = project.check('good', 'missing');
    expect(report.errors).toEqual([{ file: 'missing', message: 'no such file or directory' }]);
    expect(report.findings).toHaveLength(1);
  });

  it('nothing but a path that does not exist ends with 2', () => {
    using project = createProject(GOOD);
    const { status, stdout } = project.run('check', 'missing');
    expect(status).toBe(2);
    expect(stdout).toContain('missing\n  problem  no such file or directory');
  });

  it.each([
    ['check', ['check', 'fine.ts', 'missing.ts']],
    ['migrate', ['migrate', '--force', 'fine.ts', 'missing.ts']],
    ['a file that cannot be read as text', ['check', 'fine.ts', 'latin.ts']],
  ])('a file that was named and not read is no all-clear: %s', (_, line) => {
    using project = createProject({
      'fine.ts': source(NEXT),
      'latin.ts': Buffer.concat([Buffer.from(source(DEAD)), Buffer.from([0xff])]),
    });
    expect(project.run(...line).status).toBe(2);
    expect(project.run('check', 'fine.ts').status).toBe(0);
    expect(project.run('check').status).toBe(0);
  });

  it('an empty folder is fine', () => {
    using project = createProject();
    mkdirSync(join(project.directory, 'empty'));
    expect(project.check('empty')).toMatchObject({ files: 0, findings: [], errors: [] });
  });
});

describe('line ends and marks survive', () => {
  it.each([
    ['CRLF', `a: 1\r\nmodel: ${DEAD}\r\n`],
    ['mixed line ends', `a: 1\r\nmodel: ${DEAD}\nb: 2\r\n`],
    ['a byte order mark', `\uFEFFmodel: ${DEAD}\n`],
    ['no line end at the end', `model: ${DEAD}`],
    ['astral characters before the ID', `a: "😀😀"\nmodel: ${DEAD}\n`],
  ])('%s', (_, text) => {
    using project = createProject({ 'a.yaml': text, 'b.ts': `/* ${text} */ export const MODEL_ID = '${DEAD}';\r\n` });
    expect(project.migrate().changes.map(({ file }) => file)).toEqual(['a.yaml', 'b.ts']);
    expect(project.read('a.yaml')).toBe(text.replace(DEAD, NEXT));
    expect(project.read('b.ts')).toBe(`/* ${text} */ export const MODEL_ID = '${NEXT}';\r\n`);
  });

  it('a byte order mark is no column', () => {
    using project = createProject({ 'a.yaml': `\uFEFFmodel: ${DEAD}\n` });
    expect(project.check().findings[0]).toMatchObject({ line: 1, column: 8 });
  });
});

describe('what a person wrote wrong is named, and ends with 2', () => {
  it.each([
    ['an unknown command', ['chekc'], 'Unknown command "chekc". Did you mean "check"?'],
    ['an unknown flag', ['check', '--formt', 'json'], 'Unknown option --formt. Did you mean "--format"?'],
    ['an unknown format', ['check', '--format', 'sarf'], 'got "sarf". Did you mean "sarif"?'],
    [
      'an unknown rule',
      ['check', '--rule', 'no-legacy-modl'],
      'Unknown rule "no-legacy-modl". Did you mean "no-legacy-model"?',
    ],
    [
      'an unknown rule turned off',
      ['migrate', '--off', 'valid-modelid'],
      'Unknown rule "valid-modelid". Did you mean "valid-model-id"?',
    ],
    [
      'an unknown repair',
      ['migrate', '--only', 'useSuccesor'],
      'Unknown rule or repair "useSuccesor" (from --only). Did you mean "useSuccessor"?',
    ],
    [
      'a repair that is like none',
      ['migrate', '--only', 'foo'],
      'Unknown rule or repair "foo" (from --only). A report names them: allowed-profile-scopes, ',
    ],
    [
      'no rule that is left',
      ['check', '--rule', 'valid-model-id', '--off', 'valid-model-id'],
      'No rule is left to run: --off names all that --rule, --migration and the presets choose (valid-model-id).',
    ],
    [
      'a target that does not exist',
      ['check', '--target', '4.55'],
      'Expected `target` to be one of "nearest", "latest"',
    ],
    [
      'a day that is none',
      ['check', '--as-of', '2026-02-30'],
      'Expected `asOf` to be a day of the calendar, written YYYY-MM-DD, got `"2026-02-30"` (from --as-of).',
    ],
    [
      'a profile that does not exist',
      ['check', '--profile', 'uss'],
      'got `"uss"` (from --profile). Did you mean "us"?',
    ],
    [
      'a residency that does not exist',
      ['check', '--residency', 'us,europe'],
      'Expected `residency[1]` to be one of "us", "eu"',
    ],
    [
      'global beside a residency',
      ['check', '--residency', 'us', '--profile', 'global'],
      '`profile` is "global" (from --profile), which `residency` ["us"] (from --residency) does not allow.',
    ],
    ['a configuration file that is missing', ['check', '--config', 'nowhere.json'], 'nowhere.json does not exist.'],
    ['a configuration file that is a folder', ['check', '--config', 'good'], 'cannot be read: EISDIR'],
  ])('%s', (_, args, message) => {
    using project = createProject(GOOD);
    const { status, stdout, stderr } = project.run(...args);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^bedrock-claude: [^\n]*\n$/);
    expect([status, stdout]).toEqual([2, '']);
  });

  it.each([
    ['no JSON', '{ "target": }', /bedrock-claude\.config\.json:1:13: this is not valid JSON/],
    [
      'an unknown key',
      '{ "taget": "latest" }',
      /Unknown option `taget` \(from .*bedrock-claude\.config\.json\)\. Did you mean "target"\?/,
    ],
    [
      'a promoted repair nobody offers',
      '{ "promote": ["useSuccesor"] }',
      /Expected `promote\[0\]` to be one of .* Did you mean "useSuccessor"\?/,
    ],
    [
      'an overlay that is missing',
      '{ "catalog": "overlay.json" }',
      /The catalog overlay .*overlay\.json \(`catalog`, from .*\) does not exist\./,
    ],
    [
      'an overlay of the wrong shape',
      '{ "catalog": "bedrock-claude.config.json" }',
      /Expected the catalog overlay .* to hold \{ "models"/,
    ],
  ])('a configuration with %s', (_, text, message) => {
    using project = createProject({ ...GOOD, 'bedrock-claude.config.json': text });
    const { status, stderr } = project.run('check');
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});
