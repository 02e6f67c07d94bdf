import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { createPolicy } from '../../src/policy/index.js';
import { defineRule } from '../../src/rules/define-rule.js';
import { ruleOptions } from '../../src/rules/rule-options.js';

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
    expect(ruleOptions(rule, policyWith({}))).toBe(rule.meta.defaultOptions[0]);
  });

  it('are those of the policy over its defaults, the same each time', () => {
    const policy = policyWith({ 'no-thing': { to: 'there' } });
    expect(ruleOptions(rule, policy)).toEqual({ to: 'there', often: 1 });
    expect(ruleOptions(rule, policy)).toBe(ruleOptions(rule, policy));
  });

  it.each([
    [{}, [], 'here, 1'],
    [{ 'no-thing': { to: 'there' } }, [], 'there, 1'],
    [{ 'no-thing': { to: 'there', often: 2 } }, [{ to: 'elsewhere' }], 'elsewhere, 2'],
  ])('reach ESLint as well, whose own win: %j and %j', (rules, own, said) => {
    const found = new Linter({ cwd: import.meta.dirname }).verify(
      `'anthropic.claude-v2';`,
      [
        {
          plugins: { 'bedrock-claude': { rules: { 'no-thing': rule } } },
          rules: { 'bedrock-claude/no-thing': ['error', ...own] },
          settings: { 'bedrock-claude': { asOf, rules } },
          // The plugin's rules are genuine ones; their type says more than ESLint's does.
        } as unknown as Linter.Config,
      ],
      { filename: 'a.js' },
    );
    expect(found.map(({ message }) => message)).toEqual([said]);
  });
});
