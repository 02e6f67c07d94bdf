import { describe, expect, it } from 'vitest';
import type { MigrationReport, Report, ReportedFinding } from '../../src/cli/report/report.js';
import { githubReport } from '../../src/cli/reporters/github.js';
import { migrationText } from '../../src/cli/reporters/migration-text.js';
import { markdownReport } from '../../src/cli/reporters/markdown.js';
import { migrationMarkdown } from '../../src/cli/reporters/migration-markdown.js';
import { sarifReport } from '../../src/cli/reporters/sarif.js';
import { textFindings, textSummary } from '../../src/cli/reporters/text.js';
import { exitCode } from '../../src/cli/report/severity.js';
import type { Severities } from '../../src/cli/report/severity.js';
import { styleFor } from '../../src/cli/report/style.js';

const severities: Severities = new Map([
  ['bedrock-claude/no-end-of-life-model', 'error'],
  ['bedrock-claude/no-legacy-model', 'warn'],
]);
const plain = styleFor({ write: () => true }, {});
const options = { severities, style: plain, notes: false };

function finding(changes: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    file: 'src/a.ts',
    rule: 'bedrock-claude/no-end-of-life-model',
    messageId: 'modelRetired',
    message: 'It ended.',
    level: 'error',
    line: 3,
    column: 7,
    endLine: 3,
    endColumn: 20,
    data: {},
    repairs: [{ id: 'useSuccessor', safety: 'safe' }],
    ...changes,
  };
}

function report(findings: readonly ReportedFinding[], errors: Report['errors'] = [], files = 10): Report {
  return { schemaVersion: 1, asOf: '2026-11-22', catalogVersion: '2026-11-22', files, findings, errors };
}

const legacy = finding({ rule: 'bedrock-claude/no-legacy-model', line: 120, repairs: [] });
const note = finding({ level: 'note', file: 'README.md' });

describe('text', () => {
  it('groups by file and aligns places and levels', () => {
    expect(textFindings(report([finding(), legacy]), options)).toBe(
      'src/a.ts\n    3:7  error    It ended.  no-end-of-life-model\n  120:7  warning  It ended.  no-legacy-model\n',
    );
  });

  it('prints notes only on request', () => {
    expect(textFindings(report([note]), options)).toBe('');
    expect(textFindings(report([note]), { ...options, notes: true })).toContain('3:7  note     It ended.');
  });

  it('names files that could not be checked', () => {
    expect(textFindings(report([], [{ file: 'b.ts', message: 'permission denied' }]), options)).toBe(
      'b.ts\n  problem  permission denied\n',
    );
  });

  it('says in the end what to do next', () => {
    expect(textSummary(report([finding(), legacy, note], [{ file: 'b.ts', message: 'x' }]), options)).toBe(
      [
        '1 error and 1 warning in 1 file of 10 (judged on 2026-11-22).',
        '1 file could not be checked, or only in part.',
        '1 note in prose, tests and histories: --notes prints them.',
        'Next: bedrock-claude migrate --dry-run shows the repairs of 1; 1 needs a person.',
        '',
      ].join('\n'),
    );
  });

  it('says when nothing needs work', () => {
    expect(textSummary(report([]), options)).toBe(
      'No Claude model reference needs work in 10 files (judged on 2026-11-22).\n',
    );
  });

  it('does not call nothing a success', () => {
    expect(textSummary(report([], [{ file: 'b.ts', message: 'x' }], 0), options)).toBe(
      'No file was found to check.\n1 file could not be checked, or only in part.\n',
    );
  });

  it('sums up a long report by rule and model', () => {
    const many = [
      ...Array.from({ length: 9 }, () => finding({ data: { name: 'Claude 2.1' } })),
      ...Array.from({ length: 10 }, () => finding({ data: { name: 'Claude 3 Haiku' } })),
      legacy,
    ];
    expect(textSummary(report(many), options).split('\n').slice(0, 4)).toEqual([
      'no-end-of-life-model  19  Claude 3 Haiku 10, Claude 2.1 9',
      'no-legacy-model        1',
      '',
      '19 errors and 1 warning in 1 file of 10 (judged on 2026-11-22).',
    ]);
    expect(textSummary(report(many.slice(1)), options)).toMatch(/^18 errors and 1 warning in /);
  });

  it('says when nothing can be repaired', () => {
    expect(textSummary(report([legacy]), options)).toContain(
      'None of them is rewritten without a person: bedrock-claude migrate --dry-run says why.',
    );
  });

  it('counts no repair that migrate applies only where it is asked to', () => {
    const choice = finding({ repairs: [{ id: 'replaceEntry', safety: 'review' }] });
    expect(textSummary(report([choice]), options)).toContain('None of them is rewritten without a person');
    expect(textSummary(report([choice, finding()]), options)).toContain('the repairs of 1; 1 needs a person.');
    const foreign = finding({ rule: 'bedrock-claude/opaque-profile-arn', repairs: [] });
    expect(textSummary(report([foreign]), options)).toContain('each message says what to do');
  });

  it('names the migration that has to be asked for', () => {
    const completion = finding({
      rule: 'bedrock-claude/no-text-completions',
      repairs: [{ id: 'useMessages', safety: 'review' }],
    });
    const asked =
      'On request: bedrock-claude migrate --dry-run --migration default --migration text-completions shows 1 repair more, and what moves with it.\n';
    expect(textSummary(report([finding(), completion]), options)).toMatch(new RegExp(`1 needs a person\\.\n${asked}$`));
    expect(textSummary(report([finding(), { ...completion, level: 'note' }]), options)).not.toContain('On request');
  });
});

describe('a migration', () => {
  const applied = (safety: 'safe' | 'review') => [{ rule: 'bedrock-claude/x', repair: 'fix', safety, line: 3 }];
  const migration = (safety: 'safe' | 'review'): MigrationReport => ({
    ...report([]),
    plan: { migrations: ['claude-3-to-current'], families: [] },
    changes: [{ file: 'a.ts', edits: 1, profiles: [], applied: applied(safety) }],
    leftAlone: [],
    followUps: [],
  });
  const migrated = (safety: 'safe' | 'review') => migrationText(migration(safety), { style: plain, dryRun: false });

  it('names the migration that would move what is left, unless it ran', () => {
    const left = [
      finding({ rule: 'bedrock-claude/no-text-completions', repairs: [{ id: 'useMessages', safety: 'review' }] }),
    ];
    const leftAlone = [{ file: 'b.ts', line: 1, rule: 'bedrock-claude/no-text-completions', why: 'a person decides' }];
    const textAfter = (...migrations: readonly string[]) =>
      migrationText(
        { ...migration('safe'), findings: left, leftAlone, plan: { migrations, families: [] } },
        { style: plain, dryRun: false },
      );
    expect(textAfter('claude-3-to-current')).toContain(
      '\nOn request: bedrock-claude migrate --dry-run --migration default --migration text-completions shows',
    );
    expect(textAfter('claude-3-to-current', 'text-completions')).not.toContain('On request');
    const markdownAfter = (...migrations: readonly string[]) =>
      migrationMarkdown(
        { ...migration('safe'), findings: left, leftAlone, plan: { migrations, families: [] } },
        { dryRun: false },
      );
    expect(markdownAfter('claude-3-to-current')).toContain(
      '  - `b.ts:1`, no-text-completions\n\nOn request: `bedrock-claude migrate --dry-run --migration default --migration text-completions` shows 1 repair more, and what moves with it.\n',
    );
    expect(markdownAfter('claude-3-to-current', 'text-completions')).not.toContain('On request');
  });

  it('explains `(review)` where it stands, and only there', () => {
    expect(migrated('review')).toContain('(review): correct, but a person should agree');
    expect(migrated('safe')).not.toContain('(review)');
  });
});

describe('markdown', () => {
  it('lists findings by file at the level that counts', () => {
    const message = '`a_b` takes *one* of <x>, or _two_.';
    expect(
      markdownReport(report([finding({ message }), legacy, note], [{ file: 'b.ts', message: 'x' }]), severities, false),
    ).toBe(
      [
        '## Claude on Amazon Bedrock: 1 error, 1 warning',
        '',
        'Judged on 2026-11-22, 10 files.',
        '',
        '### `src/a.ts`',
        '',
        '- **error** line 3: `a_b` takes \\*one\\* of \\<x\\>, or \\_two\\_. (`no-end-of-life-model`)',
        '- **warning** line 120: It ended. (`no-legacy-model`)',
        '',
        '### Not read or written',
        '',
        '- `b.ts`: x',
        '',
      ].join('\n'),
    );
  });

  it('keeps a name with back-ticks in one piece', () => {
    expect(markdownReport(report([finding({ file: 'a`b.ts' })]), severities, false)).toContain('### ``a`b.ts``\n');
  });

  const target = {
    id: 'anthropic.claude-next',
    name: 'Claude Next',
    generation: '9',
    price: { global: { input: 1, output: 5 }, regional: null },
    endOfLifeNotBefore: '2027-10-07' as const,
    noticeMonths: null,
    requestChanges: ['no top_p', 'no prefilled answer'],
  };
  const migration: MigrationReport = {
    ...report([]),
    plan: {
      migrations: ['claude-3-to-current'],
      families: [
        { family: 'haiku', from: ['Claude Old'], target, newest: { ...target, id: 'x', name: 'Claude Newest' } },
      ],
    },
    changes: [
      {
        file: 'a.ts',
        edits: 1,
        profiles: ['global.anthropic.claude-next'],
        applied: [{ rule: 'bedrock-claude/no-legacy-model', repair: 'useSuccessor', safety: 'review', line: 3 }],
      },
    ],
    leftAlone: [
      { file: 'b.ts', line: 1, rule: 'bedrock-claude/x', why: 'a `test` expects this' },
      { file: 'c.ts', line: 2, rule: 'bedrock-claude/x', why: 'only scanned' },
      { file: 'd.ts', line: 3, rule: 'bedrock-claude/x', why: 'a `test` expects this' },
    ],
    followUps: [
      { id: 'iam', title: 'IAM', detail: 'Paste this.', code: '{\n  "a": 1\n}' },
      { id: 'evaluation', title: 'Evaluation', detail: 'Run it.' },
    ],
  };

  it('describes a migration for a pull request', () => {
    expect(migrationMarkdown(migration, { dryRun: false })).toBe(
      [
        '## Claude on Amazon Bedrock: migrated',
        '',
        '1 edit in 1 file of 10, judged on 2026-11-22 (`claude-3-to-current`).',
        '',
        '### Models',
        '',
        '| From | To | Price and life | Requests change |',
        '| --- | --- | --- | --- |',
        '| Claude Old | Claude Next | $1/$5 global per million tokens in/out; end of life not before 2027-10-07 | no top_p; no prefilled answer |',
        '| newest, with `--target latest` | Claude Newest | $1/$5 global per million tokens in/out; end of life not before 2027-10-07 | no top_p; no prefilled answer |',
        '',
        '### Migrated',
        '',
        '- `a.ts` now calls `global.anthropic.claude-next`',
        '  - line 3: `useSuccessor` (review), no-legacy-model',
        '',
        '### Left alone',
        '',
        '- a `test` expects this',
        '  - `b.ts:1`, x',
        '  - `d.ts:3`, x',
        '- only scanned',
        '  - `c.ts:2`, x',
        '',
        '### For a person',
        '',
        '- [ ] **IAM.** Paste this.',
        '',
        '  ```json',
        '  {',
        '    "a": 1',
        '  }',
        '  ```',
        '',
        '- [ ] **Evaluation.** Run it.',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what there is none of', () => {
    const empty = {
      ...migration,
      plan: { ...migration.plan, families: [] },
      changes: [],
      leftAlone: [],
      followUps: [],
    };
    expect(migrationMarkdown(empty, { dryRun: true })).toBe(
      '## Claude on Amazon Bedrock: what a migration would change\n\n0 edits in 0 files of 10, judged on 2026-11-22 (`claude-3-to-current`).\n',
    );
  });
});

describe('colour', () => {
  const terminal = { write: () => true, isTTY: true };

  it('is for terminals whose owner has not declined it', () => {
    expect(styleFor(terminal, {}).red('x')).toBe('\u001B[31mx\u001B[39m');
    expect(styleFor(terminal, { NO_COLOR: '1' }).red('x')).toBe('x');
    expect(styleFor(terminal, { TERM: 'dumb' }).red('x')).toBe('x');
    expect(plain.red('x')).toBe('x');
  });

  it('an empty NO_COLOR declines nothing', () => {
    expect(styleFor(terminal, { NO_COLOR: '' }).red('x')).toContain('\u001B');
  });
});

describe('github', () => {
  it('annotates at the level that counts', () => {
    expect(githubReport(report([finding(), legacy, note]), severities, true).split('\n')).toEqual([
      '::error file=src/a.ts,line=3,endLine=3,col=7,endColumn=20,title=bedrock-claude/no-end-of-life-model::It ended.',
      '::warning file=src/a.ts,line=120,endLine=3,title=bedrock-claude/no-legacy-model::It ended.',
      '::notice file=README.md,line=3,endLine=3,col=7,endColumn=20,title=bedrock-claude/no-end-of-life-model::It ended.',
      '',
    ]);
  });

  it('escapes what would end a property or the command', () => {
    expect(githubReport(report([finding({ file: 'a,b:c.ts', message: '50% off\nnow' })]), severities, false)).toBe(
      '::error file=a%2Cb%3Ac.ts,line=3,endLine=3,col=7,endColumn=20,title=bedrock-claude/no-end-of-life-model::50%25 off%0Anow\n',
    );
  });

  it('leaves notes out unless asked, and names what was not checked', () => {
    expect(githubReport(report([note], [{ file: 'b.ts', message: 'binary' }]), severities, false)).toBe(
      '::warning file=b.ts,title=not fully checked::binary\n',
    );
  });
});

describe('sarif', () => {
  const rules = [
    {
      name: 'no-end-of-life-model',
      meta: { docs: { description: 'No dead model.', url: 'https://example.org/rule', severity: 'error' as const } },
    },
  ];
  const related = [{ file: 'src/b.ts', message: 'The table.', line: 1, column: 2, endLine: 1, endColumn: 5 }];

  it('describes rules and places results', () => {
    const sarif: unknown = JSON.parse(
      sarifReport(
        report([finding({ file: 'src/ä b.ts', related })], [{ file: 'c.ts', message: 'binary' }]),
        rules,
        severities,
        '1.2.3',
      ),
    );
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'bedrock-claude',
              version: '1.2.3',
              rules: [
                {
                  id: 'bedrock-claude/no-end-of-life-model',
                  helpUri: 'https://example.org/rule',
                  defaultConfiguration: { level: 'error' },
                },
              ],
            },
          },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'bedrock-claude/no-end-of-life-model',
              ruleIndex: 0,
              level: 'error',
              message: { text: 'It ended.' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'src/%C3%A4%20b.ts', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 20 },
                  },
                },
              ],
              relatedLocations: [
                {
                  id: 0,
                  message: { text: 'The table.' },
                  physicalLocation: { region: { startLine: 1, startColumn: 2 } },
                },
              ],
            },
          ],
          invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ message: { text: 'binary' } }] }],
        },
      ],
    });
  });
});

describe('the exit code', () => {
  it.each([
    ['nothing', [], null, 0],
    ['an error', [finding()], null, 1],
    ['a warning', [finding({ level: 'warning' })], null, 0],
    ['certainty under a rule that only warns', [legacy], null, 0],
    ['more warnings than allowed', [legacy, legacy], 1, 1],
    ['as many warnings as allowed', [legacy], 1, 0],
    ['notes', [note], 0, 0],
  ])('%s', (_, findings, maxWarnings, code) => {
    expect(exitCode(report(findings), severities, maxWarnings, false)).toBe(code);
  });

  it('a file that could not be read changes nothing while others could', () => {
    expect(exitCode(report([], [{ file: 'b.ts', message: 'x' }]), severities, null, false)).toBe(0);
  });

  it('a run that was cut short is no all-clear, and findings come first', () => {
    expect(exitCode(report([]), severities, null, true)).toBe(2);
    expect(exitCode(report([finding()]), severities, null, true)).toBe(1);
  });

  it('nothing could be read at all', () => {
    expect(exitCode(report([], [{ file: 'b.ts', message: 'x' }], 1), severities, null, false)).toBe(2);
  });
});
