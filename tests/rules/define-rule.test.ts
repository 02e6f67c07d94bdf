import { RuleTester as TypeScriptRuleTester } from '@typescript-eslint/rule-tester';
import { afterAll, describe, expect, it } from 'vitest';
import { defineRule } from '../../src/rules/define-rule.js';
import { majors } from '../eslint/majors.js';
import { toyRule } from '../eslint/toy-rule.js';

const asOf = '2026-11-22';
const notes = { 'bedrock-claude': { asOf, notes: true } };
const promoting = { 'bedrock-claude': { asOf, promote: ['renameMaybe', 'renameWithImport'] } };

const base = {
  type: 'problem',
  docs: { description: 'finds nothing', presets: [], severity: 'warn' },
  schema: { type: 'object', properties: {}, additionalProperties: false },
  defaultOptions: {},
} as const;

describe('meta', () => {
  it('tells ESLint the texts of findings and repairs in one table', () => {
    expect(Object.keys(toyRule.meta.messages)).toEqual([
      'oldName',
      'mentioned',
      'rename',
      'renameMaybe',
      'renameWithImport',
    ]);
  });

  it('names the page of the rule', () => {
    expect(toyRule.meta.docs.url).toBe(
      'https://github.com/bedrock-claude/eslint-plugin-bedrock-claude/blob/main/docs/rules/toy.md',
    );
  });

  it('is fixable when a repair may be safe', () => {
    const { meta } = defineRule({
      name: 'x',
      meta: { ...base, messages: {}, repairs: { mend: { message: 'Mend', safeties: ['safe'], imports: true } } },
      detect: () => [],
    });
    expect([meta.fixable, meta.hasSuggestions]).toEqual(['code', true]);
  });

  it('is fixable when a policy may promote a repair', () => {
    const { meta } = defineRule({
      name: 'x',
      meta: { ...base, messages: {}, repairs: { mend: { message: 'Mend', safeties: ['review'] } } },
      detect: () => [],
    });
    expect(meta.fixable).toBe('code');
  });

  it('is not fixable when every repair is for a person to accept and adds an import', () => {
    const { meta } = defineRule({
      name: 'x',
      meta: { ...base, messages: {}, repairs: { mend: { message: 'Mend', safeties: ['review'], imports: true } } },
      detect: () => [],
    });
    expect([meta.fixable, meta.hasSuggestions]).toEqual([undefined, true]);
  });

  it('promises neither fix nor suggestion without repairs', () => {
    const { meta } = defineRule({ name: 'x', meta: { ...base, messages: {}, repairs: {} }, detect: () => [] });
    expect([meta.fixable, meta.hasSuggestions]).toEqual([undefined, false]);
  });

  it('refuses one id for a message and a repair', () => {
    const define = () =>
      defineRule({
        name: 'x',
        meta: { ...base, messages: { mend: 'Broken' }, repairs: { mend: { message: 'Mend', safeties: ['safe'] } } },
        detect: () => [],
      });
    expect(define).toThrow('Rule x uses the id "mend" for a message and for a repair.');
  });
});

describe('create', () => {
  it('visits nothing in a text that mentions neither Claude, Anthropic nor Bedrock', () => {
    const sourceCode = { text: 'const model = "gpt";', ast: { type: 'Program' } };
    const context = {
      id: 'toy',
      cwd: '/',
      filename: '/a.js',
      settings: {},
      options: [],
      sourceCode,
      report: () => expect.fail(),
    };
    expect(toyRule.create(context)).toEqual({});
  });
});

for (const { major, RuleTester } of majors) {
  RuleTester.describe = describe;
  RuleTester.it = it;
  new RuleTester().run(`ESLint ${String(major)}`, toyRule, {
    valid: [
      // Nothing of ours in the text.
      'const model = "anthropic.claude-other";',
      // Notes are reported on request only.
      { code: '// anthropic.claude-prose', settings: { 'bedrock-claude': { asOf } } },
      // The rule's options arrive.
      { code: 'call("anthropic.claude-plain");', options: [{ ignore: ['anthropic.claude-plain'] }] },
      // Our own comments silence the rule in this door too.
      '// bedrock-claude-disable-next-line toy\ncall("anthropic.claude-plain");',
      '/* bedrock-claude-disable */ call("anthropic.claude-plain");',
    ],
    invalid: [
      // A safe repair is a fix.
      {
        code: 'call("anthropic.claude-plain");',
        output: 'call("anthropic.new");',
        errors: [
          {
            messageId: 'oldName',
            data: { name: 'anthropic.claude-plain' },
            line: 1,
            column: 7,
            endLine: 1,
            endColumn: 29,
            suggestions: [],
          },
        ],
      },
      // Several edits of one repair go in together.
      {
        code: 'call("anthropic.claude-two-edits");',
        output: 'call("A.claude-two-Z");',
        errors: [
          {
            messageId: 'oldName',
            data: { name: 'anthropic.claude-two-edits' },
            line: 1,
            column: 7,
            endLine: 1,
            endColumn: 33,
          },
        ],
      },
      // A doubtful repair is a suggestion, each alternative one of its own.
      {
        code: 'call("anthropic.claude-doubtful");',
        output: null,
        errors: [
          {
            messageId: 'oldName',
            data: { name: 'anthropic.claude-doubtful' },
            suggestions: [
              {
                messageId: 'renameMaybe',
                data: { name: 'anthropic.claude-doubtful', to: 'eu.new' },
                output: 'call("eu.new");',
              },
              {
                messageId: 'renameMaybe',
                data: { name: 'anthropic.claude-doubtful', to: 'us.new' },
                output: 'call("us.new");',
              },
            ],
          },
        ],
      },
      // A claim about the project stays unanswered here, so the repair is for a person to accept.
      {
        code: 'call("anthropic.claude-claimed");',
        output: null,
        errors: [
          {
            messageId: 'oldName',
            suggestions: [
              { messageId: 'rename', data: { name: 'anthropic.claude-claimed' }, output: 'call("anthropic.new");' },
            ],
          },
        ],
      },
      // A repair that imports is never a fix, and brings its import along.
      {
        code: "import a from 'a';\ncall('anthropic.claude-imported');",
        output: null,
        errors: [
          {
            messageId: 'oldName',
            suggestions: [
              {
                messageId: 'renameWithImport',
                data: { name: 'anthropic.claude-imported' },
                output:
                  "import a from 'a';\nimport { inferenceProfile } from 'bedrock-claude-runtime';\ncall('anthropic.new');",
              },
            ],
          },
        ],
      },
      // What the policy promotes becomes a fix; the alternatives stay suggestions.
      {
        code: 'call("anthropic.claude-doubtful");',
        settings: promoting,
        output: 'call("eu.new");',
        errors: [
          {
            messageId: 'oldName',
            suggestions: [
              {
                messageId: 'renameMaybe',
                data: { name: 'anthropic.claude-doubtful', to: 'us.new' },
                output: 'call("us.new");',
              },
            ],
          },
        ],
      },
      // No policy promotes a repair that imports.
      {
        code: "call('anthropic.claude-imported');",
        settings: promoting,
        output: null,
        errors: [
          {
            messageId: 'oldName',
            suggestions: [
              {
                messageId: 'renameWithImport',
                data: { name: 'anthropic.claude-imported' },
                output: "import { inferenceProfile } from 'bedrock-claude-runtime';\n\ncall('anthropic.new');",
              },
            ],
          },
        ],
      },
      // Notes on request.
      {
        code: '// anthropic.claude-prose',
        settings: notes,
        errors: [{ messageId: 'mentioned', data: { name: 'anthropic.claude-prose' }, line: 1, column: 4 }],
      },
      // A comment that names another rule silences nothing.
      {
        code: '// bedrock-claude-disable-next-line other\ncall("anthropic.claude-plain");',
        output: '// bedrock-claude-disable-next-line other\ncall("anthropic.new");',
        errors: [{ messageId: 'oldName', line: 2 }],
      },
      // Offsets are those of the text after a BOM, behind CRLF and astral characters.
      {
        code: '\uFEFFconst rocket = "🚀";\r\n/* 🚀 */ call("anthropic.claude-plain");',
        output: '\uFEFFconst rocket = "🚀";\r\n/* 🚀 */ call("anthropic.new");',
        errors: [{ messageId: 'oldName', line: 2, column: 16, endLine: 2, endColumn: 38 }],
      },
    ],
  });
}

TypeScriptRuleTester.afterAll = afterAll;
TypeScriptRuleTester.describe = describe;
TypeScriptRuleTester.it = it;
new TypeScriptRuleTester().run('typescript-eslint', toyRule, {
  valid: ['const model: string = "anthropic.claude-other";'],
  invalid: [
    {
      code: 'const model = "anthropic.claude-plain" satisfies string;',
      output: 'const model = "anthropic.new" satisfies string;',
      errors: [{ messageId: 'oldName', line: 1, column: 16, endColumn: 38 }],
    },
  ],
});
