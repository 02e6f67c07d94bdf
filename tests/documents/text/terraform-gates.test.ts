import { expect, it } from 'vitest';
import { documentOf } from './places.js';

function gates(condition: string, path = 'main.tf') {
  const text = `variable "model_id" {\n  validation {\n    condition = ${condition}\n  }\n}\n`;
  return documentOf(path, text).modelGates.map(({ kind, patterns }) => [kind, ...patterns]);
}

it.each([
  ['can(regex("^anthropic\\\\.claude-3", var.model_id))', [['regex', '^anthropic\\.claude-3']]],
  ['length(regexall("claude-3", var.name)) > 0', [['regex', 'claude-3']]],
  ['can(regex("^[a-z0-9.:-]+$", var.model_id))', [['regex', '^[a-z0-9.:-]+$']]],
  ['startswith(var.model_id, "anthropic.")', [['startsWith', 'anthropic.']]],
  ['endswith(var.model_id, ":0")', [['endsWith', ':0']]],
  ['strcontains(var.model_id, "haiku")', [['includes', 'haiku']]],
  ['substr(var.model_id, 0, 9) == "anthropic"', [['startsWith', 'anthropic']]],
  ['split(".", var.model_id)[0] == "anthropic"', [['split', '.']]],
  ['length(var.model_id) <= 44', [['length', '44']]],
  ['length(var.model_id) < 45 && length(var.model_id) > 0', [['length', '44']]],
])('reads %s', (condition, expected) => {
  expect(gates(condition)).toEqual(expected);
});

it('takes alternatives for one gate, and what must hold besides for another', () => {
  expect(gates('startswith(var.model_id, "anthropic.") || startswith(var.model_id, "us.anthropic.")')).toEqual([
    ['startsWith', 'anthropic.', 'us.anthropic.'],
  ]);
  expect(gates('can(regex("^anthropic", var.model_id)) ||\n can(regex("^us\\\\.", var.model_id))')).toEqual([
    ['regex', '^anthropic', '^us\\.'],
  ]);
  expect(gates('startswith(var.model_id, "a") && startswith(var.model_id, "an")')).toEqual([
    ['startsWith', 'a'],
    ['startsWith', 'an'],
  ]);
});

it.each([
  'can(regex("^[a-z-]+$", var.bucket))',
  'startswith(var.region, "us-")',
  'length(var.name) <= 44',
  'split(".", var.domain)[0] == "www"',
])('sees no gate in %s', (condition) => {
  expect(gates(condition)).toEqual([]);
});
