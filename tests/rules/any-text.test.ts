import fc from 'fast-check';
import { expect, it } from 'vitest';
import { migration } from '../../src/codemods/claude-3-to-current.js';
import { catalog } from '../../src/catalog/index.js';
import { openDocument } from '../../src/documents/open.js';
import { applyEdits } from '../../src/edits/apply-edits.js';
import { selectFor } from '../../src/planner/migration.js';
import { planFile } from '../../src/planner/plan-file.js';
import { createPolicy } from '../../src/policy/index.js';
import { rules } from '../../src/rules/index.generated.js';
import type { ClaudeRule } from '../../src/rules/rule-meta.js';
import { asOf } from './run-rule.js';

const allRules: readonly ClaudeRule[] = Object.values(rules);
const ruleSet = allRules.map((rule) => ({ rule, options: rule.defaultOptions[0] }));

const path = fc.constantFrom(
  'a.ts',
  'a.tsx',
  'a.js',
  'a.json',
  'a.yaml',
  'a.toml',
  '.env',
  'a.tf',
  'a.md',
  'a.py',
  'a.sh',
  'a.ipynb',
  'a.test.ts',
  'a.txt',
);
const scope = fc.constantFrom('', 'us.', 'eu.', 'global.', 'apac.', 'us-gov.', 'mars.', '${geo}.', '*.');
const base = fc.constantFrom(
  ...catalog.models.map(({ id }) => id),
  'anthropic.claude-sonnet-4-5-v1:0',
  'anthropic.claude-haiku-9',
  'claude-sonnet-4-5',
);
const id = fc.tuple(scope, base).map((parts) => parts.join(''));
const code = fc.constantFrom(
  "import { ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\n",
  'new ConverseCommand({ modelId: ',
  'inferenceConfig: { temperature: 1, topP: 0.5 }, ',
  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/',
  'modelId.startsWith(',
  'export const MODEL_ID = ',
  'MODEL_ID=',
  'model: ',
  'Resource: ',
  'default = ',
  '"id": ',
  '// bedrock-claude-disable-next-line\n',
);
const mark = fc.constantFrom(
  "'",
  '"',
  '`',
  '\n',
  '\r\n',
  '\t',
  ' ',
  ',',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ';',
  ':',
  '#',
  '//',
  '/*',
  '*/',
  '${',
  '\\',
  '\uFEFF',
  '🚀',
  '<',
  '>',
);
/** An ID in quotes in a place of some kind: what most texts hold. */
const likely = fc.tuple(code, id).map(([before, name]) => `${before}'${name}' })\n`);
const text = fc.array(fc.oneof(likely, code, id, mark), { maxLength: 14 }).map((parts) => parts.join(''));
const policy = fc
  .constantFrom(
    {},
    { profile: 'eu' },
    { profile: 'keep' },
    { residency: ['eu'] },
    { residency: ['us', 'jp'] },
    { target: 'latest' },
    { target: '4.6' },
  )
  .map((settings) => createPolicy({ settings }, { asOf, catalog }));

it('judges any text, and every repair is an edit of it that changes something', () => {
  fc.assert(
    fc.property(path, text, policy, (name, source, wanted) => {
      const document = open(name, source);
      for (const rule of allRules) {
        const { messages } = rule.meta;
        for (const { range, messageId, data, repairs } of rule.detect(document, {
          policy: wanted,
          options: rule.defaultOptions[0],
        })) {
          expect([0 <= range[0], range[0] < range[1], range[1] <= source.length]).toEqual([true, true, true]);
          expect(unfilled(messages[messageId], { ...data })).toEqual([]);
          for (const repair of repairs) {
            expect(applyEdits(source, repair.edits)).not.toBe(source);
            expect(unfilled(messages[repair.id], { ...data, ...repair.data })).toEqual([]);
          }
        }
      }
    }),
    { numRuns: 400 },
  );
});

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(path, text, policy, (name, source, wanted) => {
      const once = migrated(name, source, wanted);
      expect(migrated(name, once, wanted)).toBe(once);
    }),
    { numRuns: 200 },
  );
});

function open(name: string, source: string) {
  return openDocument({ path: name, text: source, files: null });
}

function migrated(name: string, source: string, wanted: ReturnType<typeof createPolicy>) {
  const document = open(name, source);
  return planFile({
    document,
    reopen: (next) => open(name, next),
    ruleSet,
    policy: wanted,
    select: selectFor(migration),
    answer: null,
  }).text;
}

/** Placeholders of a message that no data fills. */
function unfilled(message = '{{message}}', data: Readonly<Record<string, string>>) {
  return [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).filter((name) => !(name in data));
}
