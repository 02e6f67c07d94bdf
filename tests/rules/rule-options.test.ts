import type { Linter as LinterType } from 'eslint';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { createPolicy } from '../../src/policy/index.js';
import { defineRule } from '../../src/rules/define-rule.js';
import { ruleOptions } from '../../src/rules/rule-options.js';
import { majors } from '../eslint/majors.js';

const asOf = '2026-11-22';
const rule = defineRule({
  name: 'no-thing',
  meta: {
    type: 'problem',
    docs: { description: 'says what it is told', presets: [], severity: 'warn' },
    messages: { said: '{{to}}, {{often}}' },
    repairs: {},
    schema: {
      type: 'object',
      properties: { to: { type: 'string' }, often: { type: 'integer' } },
      additionalProperties: false,
    },
    defaultOptions: { to: 'here', often: 1 },
  },
  detect: (_document, { options: { to, often } }) => [
    { messageId: 'said', data: { to, often: String(often) }, range: [0, 1], level: 'error', repairs: [] },
  ],
});
const policyWith = (rules: object) => createPolicy({ settings: { rules } }, { asOf, catalog });

describe('the options of a rule', () => {
  it('are its defaults where nobody writes any', () => {
    expect(ruleOptions(rule, policyWith({}))).toBe(rule.defaultOptions[0]);
  });

  it('are those of the policy over its defaults, the same each time', () => {
    const policy = policyWith({ 'no-thing': { to: 'there' } });
    expect(ruleOptions(rule, policy)).toEqual({ to: 'there', often: 1 });
    expect(ruleOptions(rule, policy)).toBe(ruleOptions(rule, policy));
  });

  it.each(
    majors.flatMap(({ major, Linter }) =>
      [
        { rules: {}, own: [], said: 'here, 1' },
        { rules: {}, own: [{}], said: 'here, 1' },
        { rules: { 'no-thing': { to: 'there' } }, own: [], said: 'there, 1' },
        { rules: { 'no-thing': { to: 'there', often: 2 } }, own: [{ to: 'elsewhere' }], said: 'elsewhere, 2' },
        // What is written counts, also where it says the same as the default.
        { rules: { 'no-thing': { to: 'there', often: 2 } }, own: [{ to: 'here' }], said: 'here, 2' },
      ].map((one) => ({ major, Linter, ...one })),
    ),
  )('reach ESLint $major as well, whose own win: $rules and $own', ({ Linter, rules, own, said }) => {
    const found = new Linter({ cwd: import.meta.dirname }).verify(
      `'anthropic.claude-v2';`,
      [
        {
          plugins: { 'bedrock-claude': { rules: { 'no-thing': rule } } },
          rules: { 'bedrock-claude/no-thing': ['error', ...own] },
          settings: { 'bedrock-claude': { asOf, rules } },
          // The plugin's rules are genuine ones; their type says more than ESLint's does.
        } as unknown as LinterType.Config,
      ],
      { filename: 'a.js' },
    );
    expect(found.map(({ message }) => message)).toEqual([said]);
  });
});
