import path from 'node:path';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import toml from 'eslint-plugin-toml';
import yml from 'eslint-plugin-yml';
import { describe, expect, it } from 'vitest';
import type { ReportedFinding } from '../src/cli/report/report.js';
import plugin from '../src/index.js';
import { majors } from './eslint/majors.js';
import { createFixtureProject, readFixtures } from './fixture-project.js';
import type { Fixture } from './fixture-project.js';

const fixtures = readFixtures();

it.each(Object.keys(plugin.rules))('there are fixtures of %s', (rule) => {
  expect(fixtures.filter(({ name }) => name.startsWith(`${rule}/`)).length).toBeGreaterThanOrEqual(3);
});

describe.each(fixtures)('$name', (fixture) => {
  it('is found out', async () => {
    using project = createFixtureProject(fixture, fixture.text);
    const { errors, findings } = await project.check();
    expect(errors).toEqual([]);
    expect(findings.map((finding) => toRow(fixture, finding))).toEqual(fixture.findings);
  });

  it('is migrated, and not a second time', async () => {
    using project = createFixtureProject(fixture, fixture.text);
    await project.migrate();
    expect(project.read()).toBe(fixture.expected);
    expect((await project.migrate()).changes).toEqual([]);
    expect(project.read()).toBe(fixture.expected);
  });

  for (const { major, Linter } of majors) {
    it(`is the same to ESLint ${String(major)}`, async () => {
      using project = createFixtureProject(fixture, fixture.text);
      const found = new Linter({ cwd: project.directory }).verify(
        fixture.text,
        configFor(fixture),
        filenameIn(project.directory, fixture),
      );
      const { findings } = await project.check();
      const ours = findings.map(({ rule, messageId, message, line, column, endLine, endColumn }) => ({
        rule,
        messageId,
        message,
        line,
        column,
        endLine,
        endColumn,
      }));
      expect(sorted(found.map(toPlace))).toEqual(sorted(ours));
    });

    it(`is fixed by ESLint ${String(major)} as the migration does, or less`, async () => {
      using project = createFixtureProject(fixture, fixture.text);
      const linter = new Linter({ cwd: project.directory });
      const filename = filenameIn(project.directory, fixture);
      const fixes = linter.verify(fixture.text, configFor(fixture), filename).filter(({ fix }) => fix !== undefined);
      const { output } = linter.verifyAndFix(fixture.text, configFor(fixture), { filename });
      const { changes } = await project.migrate();
      const applied = changes.flatMap((change) => change.applied.map(({ rule, line }) => `${rule} ${String(line)}`));
      expect(applied).toEqual(
        expect.arrayContaining(fixes.map(({ ruleId, line }) => `${String(ruleId)} ${String(line)}`)),
      );
      using fixed = createFixtureProject(fixture, output);
      await fixed.migrate();
      expect(fixed.read()).toBe(fixture.expected);
    });
  }
});

/** A finding as `findings.json` states it. */
function toRow(
  { text }: Fixture,
  { rule, messageId, level, position, line, column, endLine, endColumn, repairs }: ReportedFinding,
) {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const row = lines[line - 1] ?? '';
  return {
    rule: rule.replace('bedrock-claude/', ''),
    messageId,
    level,
    ...(position !== undefined && { position }),
    at: `${String(line)}:${String(column)}`,
    text: line === endLine ? row.slice(column - 1, endColumn - 1) : `${row.slice(column - 1)} …`,
    repairs: repairs.map(({ id, safety }) => `${id} (${safety})`),
  };
}

function filenameIn(directory: string, { input }: Fixture) {
  return path.join(directory, input);
}

function toPlace({ ruleId, messageId, message, line, column, endLine, endColumn }: Linter.LintMessage) {
  return { rule: ruleId, messageId, message, line, column, endLine, endColumn };
}

function sorted<T extends { readonly line: number; readonly column: number; readonly messageId?: string | undefined }>(
  places: readonly T[],
) {
  return places.toSorted(
    (a, b) => a.line - b.line || a.column - b.column || String(a.messageId).localeCompare(String(b.messageId)),
  );
}

function configFor({ input }: Fixture): Linter.Config[] {
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`bedrock-claude/${rule}`, 'error']));
  const config = {
    files: ['**/*.*'],
    plugins: { 'bedrock-claude': plugin, ...plugins },
    rules,
    ...languageOf(path.extname(input)),
  };
  // The declared types of these plugins lag behind ESLint's own.
  return [config] as unknown as Linter.Config[];
}

const plugins = { json, markdown, toml, yml };

function languageOf(extension: string): object {
  switch (extension) {
    case '.js':
      return {};
    case '.ts':
    case '.tsx':
      return { languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } };
    case '.json':
      return { language: 'json/json' };
    case '.yaml':
      return { language: 'yml/yaml' };
    case '.toml':
      return { language: 'toml/toml' };
    case '.md':
      return { language: 'markdown/gfm' };
    default:
      return { language: 'bedrock-claude/text' };
  }
}
