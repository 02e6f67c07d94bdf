import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { runEngine } from '../../../src/cli/run/engine.js';
import { planProject } from '../../../src/cli/run/plan-project.js';
import { createPolicy } from '../../../src/policy/index.js';
import { allRules } from '../../../src/cli/arguments/rule-set.js';
import { selectRepairs } from '../../../src/cli/arguments/select-repairs.js';
import type { Migration } from '../../../src/planner/migration.js';
import type { Finding, Repair } from '../../../src/rules/finding.js';
import type { ClaudeRule } from '../../../src/rules/rule-meta.js';
import { createProject } from '../project.js';

const DEAD = 'us.anthropic.claude-3-haiku-20240307-v1:0';
const policy = createPolicy({}, { asOf: '2026-11-22', catalog });
const start = {};
const progress = { show: () => undefined, clear: () => undefined };

/** A real rule whose detection is replaced. */
function withDetect(name: string, detect: ClaudeRule['detect']): ClaudeRule {
  const rule = allRules.find((each) => each.name === name);
  if (rule === undefined) throw new Error(`There is no rule ${name}.`);
  return { ...rule, detect };
}

const failing = withDetect('no-legacy-model', () => {
  throw new Error('our bug');
});
const speaking = withDetect('no-end-of-life-model', () => [
  { messageId: 'modelEnded', range: [0, 1], level: 'error', repairs: [] },
]);

describe('a rule that fails', () => {
  it('is named with its file, and the other rules and files go on', async () => {
    using project = createProject({ 'a.env': `M=${DEAD}\n`, 'b.env': `M=${DEAD}\n` });
    const { checked, errors } = await runEngine({
      root: project.directory,
      paths: [],
      policy,
      rules: [failing, speaking],
      progress,
      start,
    });
    expect(checked.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ['no-end-of-life-model'],
      ['no-end-of-life-model'],
    ]);
    expect(errors).toEqual(
      ['a.env', 'b.env'].map((file) => ({
        file,
        message: `internal error, please report it: rule no-legacy-model failed on ${file}: our bug`,
      })),
    );
  });

  it('leaves the file as it is in a migration', async () => {
    using project = createProject({ 'a.env': `M=${DEAD}\n` });
    const rules = [failing, speaking];
    const engine = await runEngine({ root: project.directory, paths: [], policy, rules, progress, start });
    const { planned, errors } = planProject(engine, { policy, rules, select: () => true });
    expect(planned).toEqual([]);
    expect(errors).toEqual([
      {
        file: 'a.env',
        message: 'left alone, internal error, please report it: rule no-legacy-model failed on a.env: our bug',
      },
    ]);
  });
});

describe('selectRepairs', () => {
  const migration: Migration = { name: 'm', rules: ['a', 'b'], repairs: ['named'] };
  const other: Migration = { name: 'n', rules: ['z'], repairs: ['another'] };
  const finding: Finding = { messageId: 'm', range: [0, 1], level: 'error', repairs: [] };
  const repair = (id: string, safety: Repair['safety']): Repair => ({ id, safety, edits: [] });

  it.each([
    ['what is safe', [], 'a', repair('x', 'safe'), true],
    ['a review repair nobody names', [], 'a', repair('x', 'review'), false],
    ['a review repair of the migration', [], 'a', repair('named', 'review'), true],
    ['the same repair of another rule', [], 'z', repair('named', 'review'), false],
    ['a review repair of another migration of the run', [], 'z', repair('another', 'review'), true],
    ['only a rule: its safe repairs', ['a'], 'a', repair('x', 'safe'), true],
    ['only a rule: not those of another', ['a'], 'b', repair('x', 'safe'), false],
    ['only a repair: even one for review', ['x'], 'z', repair('x', 'review'), true],
    ['only a repair: no other', ['x'], 'a', repair('named', 'review'), false],
  ])('%s', (_, only, rule, candidate, taken) => {
    expect(selectRepairs([other, migration], policy, only)(rule, finding, candidate)).toBe(taken);
  });

  it('takes what the policy promotes', () => {
    expect(selectRepairs([migration], { ...policy, promote: ['x'] }, [])('a', finding, repair('x', 'review'))).toBe(
      true,
    );
  });
});
