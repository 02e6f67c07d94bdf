import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import type { Document, FilePort } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/open.js';
import { applyEdits } from '../../src/edits/apply-edits.js';
import { createPolicy } from '../../src/policy/index.js';
import type { Finding } from '../../src/rules/finding.js';
import { rules } from '../../src/rules/index.generated.js';
import type { ClaudeRule } from '../../src/rules/rule-meta.js';

const folder = path.join(import.meta.dirname, '../../docs/rules');
const ruleByName: Readonly<Record<string, ClaudeRule>> = rules;
const asOf = '2026-11-22';

/** A fenced block of a page; its info string may say `filename=`, and as JSON `policy=`, `options=` and `installed=`, versions by package. */
interface Sample {
  readonly heading: string;
  readonly language: string;
  readonly filename: string;
  readonly policy: object;
  readonly options: object;
  readonly installed: object;
  readonly text: string;
}

describe.each(readdirSync(folder).map((file) => path.basename(file, '.md')))('%s', (name) => {
  const page = readFileSync(path.join(folder, `${name}.md`), 'utf8');
  const rule = ruleByName[name];
  if (rule === undefined) throw new Error(`There is no rule ${name}.`);
  const samples = samplesOf(page);
  const under = (heading: string) => samples.filter((sample) => sample.heading === heading);
  const diffs = samples.filter(({ language }) => language === 'diff');

  it('shows both sides', () => {
    expect(under('Incorrect')).not.toHaveLength(0);
    expect(under('Correct')).not.toHaveLength(0);
  });

  it.each(under('Incorrect'))('reports an incorrect sample: $text', (sample) => {
    expect(findingsIn(rule, sample, sample.text).findings).not.toHaveLength(0);
  });

  it.each(under('Correct'))('reports nothing in a correct sample: $text', (sample) => {
    expect(findingsIn(rule, sample, sample.text).findings).toHaveLength(0);
  });

  it('shows what a repair changes, where there is one', () => {
    expect(diffs.length > 0).toBe(Object.keys(rule.meta.repairs).length > 0);
  });

  it.each(diffs)('repairs as shown: $text', (sample) => {
    const { document, findings } = findingsIn(rule, sample, sideOf(sample, '+'));
    expect(repaired(document, findings)).toBe(sideOf(sample, '-'));
  });

  it('lists every repair in a table, and no other', () => {
    const [, table = ''] = /^## Repairs\n(.*?)(?=^## )/ms.exec(page) ?? [];
    const listed = [...table.matchAll(/^\| `(\w+)` +\|/gm)].map(([, id]) => id);
    expect(listed.toSorted()).toEqual(Object.keys(rule.meta.repairs).toSorted());
  });

  it('has the sections of every page, in their order', () => {
    const headings = [...page.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      'Rule details',
      'Incorrect',
      'Correct',
      'Options',
      'Repairs',
      'When not to use it',
      'Related',
    ]);
    expect(/\b20\d\d\b/.test(sectionOf(page, 'Rule details')) || name === 'no-brittle-model-gate').toBe(true);
  });

  it('says so when there are no options', () => {
    const hasOptions = Object.keys(rule.meta.schema[0].properties).length > 0;
    expect(page.includes('This rule has no options.')).toBe(!hasOptions);
  });

  it('links to pages that exist', () => {
    const links = [...page.matchAll(/\]\((?!https:)([\w-]+\.md)(?:#[\w-]+)?\)/g)].map(([, file]) => file);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(links));
  });
});

/** What is reported unasked: notes are left out. */
function findingsIn(rule: ClaudeRule, { filename, policy: written, options, installed }: Sample, text: string) {
  const policy = createPolicy({ settings: { asOf, ...written } }, { asOf, catalog });
  const document = openDocument({ path: filename, text, files: filesWith(installed) });
  expect(document.parseError).toBeNull();
  const findings = [...rule.detect(document, { policy, options: { ...rule.defaultOptions[0], ...options } })];
  return { document, findings: findings.filter(({ level }) => level !== 'note') };
}

/** No files but the manifests of what is installed. */
function filesWith(installed: object): FilePort | null {
  const versions = Object.entries(installed).map(
    ([name, version]: [string, unknown]) => [`node_modules/${name}/package.json`, JSON.stringify({ version })] as const,
  );
  if (versions.length === 0) return null;
  const files: Readonly<Record<string, string>> = Object.fromEntries(versions);
  return {
    read: (file) => files[file] ?? null,
    resolveModule: () => null,
    resolvePackage: (_, file) => (`node_modules/${file}` in files ? `node_modules/${file}` : null),
  };
}

/** The text after the first repair of each finding. */
function repaired({ text }: Document, findings: readonly Finding[]) {
  return applyEdits(
    text,
    findings.flatMap(({ repairs }) => repairs[0]?.edits ?? []),
  );
}

/** The text of a diff without the lines of one side. */
function sideOf({ text }: Sample, without: '+' | '-') {
  const lines = text.split('\n').filter((line) => !line.startsWith(without));
  return lines.map((line) => line.slice(1)).join('\n');
}

function samplesOf(page: string): Sample[] {
  const parts = page.matchAll(/^#{2,3} (?<heading>.*)$|^```(?<language>\w+)(?<info>.*)\n(?<text>[^]*?)^```$/gm);
  const samples: Sample[] = [];
  let heading = '';
  for (const { groups = {} } of parts) {
    heading = groups['heading'] ?? heading;
    const { language, info = '', text } = groups;
    if (language === undefined || text === undefined) continue;
    samples.push({
      heading,
      language,
      text,
      filename: /filename=(\S+)/.exec(info)?.[1] ?? `sample.${language}`,
      policy: jsonIn(info, 'policy'),
      options: jsonIn(info, 'options'),
      installed: jsonIn(info, 'installed'),
    });
  }
  return samples;
}

function jsonIn(info: string, name: string): object {
  const written = new RegExp(`${name}=(\\S+)`).exec(info)?.[1];
  const value: unknown = written === undefined ? {} : JSON.parse(written);
  if (typeof value === 'object' && value !== null) return value;
  throw new TypeError(`${name}= of a sample is no object.`);
}

function sectionOf(page: string, heading: string) {
  return new RegExp(`^## ${heading}\\n(.*?)(?=^## )`, 'ms').exec(page)?.[1] ?? '';
}
