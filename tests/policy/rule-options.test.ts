import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { ConfigError, createPolicy } from '../../src/policy/index.js';
import type { RuleSchemas } from '../../src/policy/index.js';

const schemas: RuleSchemas = {
  'no-thing': {
    to: { type: 'string', enum: ['here', 'there'] },
    name: { type: 'string' },
    often: { type: 'integer', minimum: 1, maximum: 9 },
    loud: { type: 'boolean' },
    ids: { type: 'array', items: { type: 'string' } },
    table: { type: 'object' },
  },
  'no-other': {},
};

function rulesOf(rules: unknown, known: RuleSchemas | null = schemas) {
  const file = { path: 'bedrock-claude.config.json', options: { rules } };
  return createPolicy({ file }, { asOf: '2026-11-22', catalog, ...(known && { rules: known }) }).rules;
}

describe('options of rules', () => {
  it('are read as they are written', () => {
    const written = {
      'no-thing': { to: 'there', name: 'x', often: 3, loud: true, ids: ['a'], table: {} },
      'no-other': {},
    };
    expect(rulesOf(written)).toEqual(written);
  });

  it.each([
    [[], '`rules`'],
    [{ 'no-thing': 'there' }, '`rules.no-thing`'],
    [{ 'no-thng': {} }, 'Did you mean "rules.no-thing"?'],
    [{ 'no-thing': { too: 'there' } }, 'Did you mean "rules.no-thing.to"?'],
    [{ 'no-thing': { to: 'ther' } }, 'Expected `rules.no-thing.to` to be one of "here", "there", got `"ther"`'],
    [{ 'no-thing': { name: 1 } }, '`rules.no-thing.name`'],
    [{ 'no-thing': { often: 10 } }, '`rules.no-thing.often`'],
    [{ 'no-thing': { loud: 'yes' } }, '`rules.no-thing.loud`'],
    [{ 'no-thing': { ids: [1] } }, '`rules.no-thing.ids[0]`'],
    [{ 'no-thing': { table: [] } }, '`rules.no-thing.table`'],
  ])('are refused where the rule does not take them: %j', (rules, message) => {
    expect(() => rulesOf(rules)).toThrow(ConfigError);
    expect(() => rulesOf(rules)).toThrow(message);
  });

  it('are taken as they are where nobody knows the rules', () => {
    expect(rulesOf({ 'no-thng': { to: 1 } }, null)).toEqual({ 'no-thng': { to: 1 } });
  });
});
