import { expect, it } from 'vitest';
import { documentOf } from '../text/places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

function gates(path: string, text: string) {
  return documentOf(path, text).modelGates.map(({ kind, patterns, flags }) => ({
    kind,
    patterns,
    ...(flags === undefined ? {} : { flags }),
  }));
}

const parameter = (name: string, ...lines: readonly string[]) =>
  `Parameters:\n  ${name}:\n    Type: String\n${lines.map((line) => `    ${line}\n`).join('')}# bedrock\n`;

it.each([
  ['Model', ["AllowedPattern: '^anthropic\\.claude-3.*$'"], ['^anthropic\\.claude-3.*$']],
  // The whole value must match.
  ['Model', ['AllowedPattern: anthropic\\.[a-z0-9.:-]+'], ['^(?:anthropic\\.[a-z0-9.:-]+)$']],
  ['Model', ["AllowedPattern: '^a|b$'"], ['^(?:^a|b$)$']],
  ['Setting', [`Default: ${haiku}`, "AllowedPattern: '^[a-z0-9.:-]+$'"], ['^[a-z0-9.:-]+$']],
  ['BucketName', ["AllowedPattern: '^[a-z0-9.-]+$'", 'MaxLength: 40'], undefined],
])('reads the pattern that parameter %s has to match', (name, lines, patterns) => {
  expect(gates('template.yaml', parameter(name, ...lines))).toEqual(
    patterns === undefined ? [] : [{ kind: 'regex', patterns }],
  );
});

it('reads how long an ID may be', () => {
  expect(gates('template.yaml', parameter('ModelId', 'MaxLength: 44'))).toEqual([{ kind: 'length', patterns: ['44'] }]);
});

const schema = (property: object) =>
  JSON.stringify({ properties: { modelId: property }, title: 'Claude on Bedrock' }, null, 1);

it.each([
  [{ type: 'string', pattern: '^anthropic\\.' }, [{ kind: 'regex', patterns: ['^anthropic\\.'] }]],
  [{ type: ['string', 'null'], maxLength: 60 }, [{ kind: 'length', patterns: ['60'] }]],
  [{ pattern: '(?i)^Anthropic' }, [{ kind: 'regex', patterns: ['^Anthropic'], flags: 'i' }]],
  [
    { type: 'string', anyOf: [{ pattern: '^anthropic\\.' }, { pattern: '^us\\.' }] },
    [{ kind: 'regex', patterns: ['^anthropic\\.', '^us\\.'] }],
  ],
])('reads what a schema asks with %j', (property, expected) => {
  expect(gates('config.schema.json', schema(property))).toEqual(expected);
});

it('sees none where a pattern routes rather than declares, nor in tests', () => {
  expect(gates('routes.yaml', 'routes:\n  - pattern: claude-3\n    to: bedrock\n')).toEqual([]);
  expect(gates('tests/config.schema.json', schema({ pattern: '^anthropic' }))).toEqual([]);
});

it('need not parse a template that names no model', () => {
  const { parseError, modelGates } = documentOf('chart/x.yaml', 'pattern: {{ .Values.claude }}\nb: [\n');
  expect({ parseError, modelGates }).toEqual({ parseError: null, modelGates: [] });
});
