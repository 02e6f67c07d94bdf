import { expect, it } from 'vitest';
import { documentOf, placesIn, positionsIn } from './places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-5-sonnet-20240620-v1:0';

it('edits the default of a variable', () => {
  expect(
    placesIn(
      'variables.tf',
      `variable "model_id" {\n  description = "such as ${sonnet}"\n  default     = "${haiku}"\n}\n`,
    ),
  ).toEqual([
    { id: sonnet, position: 'prose', level: 'note', fixed: 'prose' },
    { id: haiku, position: 'default', level: 'error', fixed: null },
  ]);
});

it('takes the default of a validated variable for a default, and the entries for a table', () => {
  const text = `variable "m" {\n  default = "${haiku}"\n  validation {\n    condition = contains(["${haiku}", "${sonnet}"], var.m)\n  }\n}\n`;
  expect(positionsIn('variables.tf', text)).toEqual(['default', 'table', 'table']);
});

it.each([
  [
    'an attribute',
    `resource "aws_lambda_function" "f" { environment { variables = { MODEL_ID = "${haiku}" } } }`,
    ['constant'],
  ],
  ['a value file', `model_id = "${haiku}"`, ['constant']],
  ['a choice', `m = var.fast ? "${haiku}" : "${sonnet}"`, ['constant', 'constant']],
  ['a comparison', `count = var.model == "${haiku}" ? 1 : 0`, ['comparison']],
  ['a key', `locals { prices = { "${haiku}" = 1 } }`, ['key']],
  ['a map of models', `locals { ids = { haiku3 = "${haiku}", sonnet = "${sonnet}" } }`, ['table', 'table']],
  ['a map of families', `locals { ids = { haiku = "${haiku}", sonnet = "${sonnet}" } }`, ['constant', 'constant']],
  ['a map of roles', `locals { ids = { fast = "${haiku}", smart = "${sonnet}" } }`, ['constant', 'constant']],
  ['a fallback', `m = coalesce(var.m, "${haiku}")`, ['default']],
  [
    'a resource of a statement',
    `policy = jsonencode({ Statement = [{ Resource = ["arn:aws:bedrock:\${var.region}::foundation-model/${haiku}"] }] })`,
    ['policy'],
  ],
  [
    'a policy document',
    `data "aws_iam_policy_document" "p" {\n statement { resources = ["arn:aws:bedrock:*::foundation-model/${haiku}"] }\n}`,
    ['policy'],
  ],
  ['a hole for the geography', `m = "\${var.geo}.${haiku}"`, ['constant: part of a template']],
  ['a here-document', `code = <<EOF\nMODEL_ID = "${haiku}"\nEOF\n`, ['constant: part of a longer text']],
  [
    'a policy in a here-document',
    `policy = <<EOF\n{ "Resource": "arn:aws:bedrock:*::foundation-model/${haiku}" }\nEOF\n`,
    ['policy: part of a longer text'],
  ],
  ['comments', `# ${haiku}\n// ${haiku}\n/* ${haiku} */`, ['prose: prose', 'prose: prose', 'prose: prose']],
])('reads %s', (_, text, positions) => {
  expect(positionsIn('main.tf', `${text}\n`)).toEqual(positions);
});

it('collects the region of a provider', () => {
  expect(documentOf('main.tf', 'provider "aws" {\n  region = "eu-central-1"\n}\n').regions).toEqual(['eu-central-1']);
});

it('edits no ID that names a foundation model to read', () => {
  expect(placesIn('main.tf', `data "aws_bedrock_foundation_model" "m" {\n  model_id = "${haiku}"\n}\n`)).toEqual([
    { id: haiku, position: 'constant', level: 'error', fixed: 'a foundation model is meant here, not a profile' },
  ]);
});
