import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** The lines whose IDs must stay as they are. */
function heldLines(path: string, text: string) {
  const { modelReferences } = openDocument({ path, text, files: null });
  return modelReferences
    .filter(({ fixed }) => fixed?.includes('makes the ARN of a foundation model') === true)
    .map(({ range }) => text.slice(0, range[0]).split('\n').length);
}

describe('templates of CloudFormation', () => {
  const withResource = (resource: string) => `Parameters:
  ModelId:
    Default: ${haiku}
  OtherId:
    Default: ${haiku}
Mappings:
  Models:
    Small:
      Id: ${haiku}
Resources:
  Grant:
    Type: AWS::IAM::Policy
    Properties:
      Arn: ${resource}
`;

  it.each([
    ['!Sub arn:aws:bedrock:${AWS::Region}::foundation-model/${ModelId}', [3]],
    ["{ 'Fn::Sub': 'arn:aws:bedrock:*::foundation-model/${ModelId}' }", [3]],
    ["!Sub ['arn:aws:bedrock:*::foundation-model/${Id}', { Id: !Ref OtherId }]", [5]],
    ["!Join ['', ['arn:aws:bedrock:*::foundation-model/', !Ref ModelId]]", [3]],
    ["!Sub ['arn:aws:bedrock:*::foundation-model/${Id}', { Id: !FindInMap [Models, Small, Id] }]", [9]],
    ["!Join [',', ['arn:aws:bedrock:*::foundation-model/', !Ref ModelId]]", []],
    ['!Sub arn:aws:bedrock:*:${AWS::AccountId}:inference-profile/${ModelId}', []],
    ['!Sub arn:aws:bedrock:*::foundation-model/${Elsewhere}', []],
  ])('make one with %s', (resource, lines) => {
    expect(heldLines('template.yaml', withResource(resource))).toEqual(lines);
  });

  it('are read in JSON as well', () => {
    const text = JSON.stringify(
      {
        Parameters: { ModelId: { Default: haiku } },
        Arn: { 'Fn::Join': ['', ['arn:aws:bedrock:*::foundation-model/', { Ref: 'ModelId' }]] },
      },
      null,
      1,
    );
    expect(heldLines('template.json', text)).toEqual([4]);
  });
});

describe('settings of Serverless', () => {
  const withResource = (resource: string) => `custom:
  modelId: ${haiku}
  otherId: ${haiku}
  alias: \${self:custom.otherId}
  models:
    dev: ${haiku}
    prod: ${haiku}
resources: arn:aws:bedrock:*::foundation-model/${resource}
`;

  it.each([
    ['${self:custom.modelId}', [2]],
    ['${opt:model, self:custom.otherId}', [3]],
    ['${self:custom.alias}', [3]],
    ['${self:custom.models.${sls:stage}}', [6, 7]],
    ['${self:custom.none}', []],
    ['*', []],
  ])('make one with %s', (resource, lines) => {
    expect(heldLines('serverless.yml', withResource(resource))).toEqual(lines);
  });

  it('are read in TypeScript as well', () => {
    const text = `module.exports = {
  custom: { modelId: '${haiku}' },
  other: '${haiku}',
  provider: { arn: 'arn:aws:bedrock:*::foundation-model/\${self:custom.modelId}' },
};`;
    expect(heldLines('serverless.ts', text)).toEqual([2]);
  });
});

describe('values of Terraform', () => {
  const withArn = (arn: string) => `variable "model_id" {
  type    = string
  default = "${haiku}"
}
variable "other_id" {
  default = "${haiku}"
}
locals {
  small = "${haiku}"
  used  = coalesce(var.other_id, "x")
  by_stage = {
    dev = "${haiku}"
  }
}
${arn}
`;

  it.each([
    ['output "a" { value = "arn:aws:bedrock:*::foundation-model/${var.model_id}" }', [3]],
    ['output "a" { value = "arn:aws:bedrock:*::foundation-model/${local.small}" }', [9]],
    ['output "a" { value = "arn:aws:bedrock:*::foundation-model/${local.used}" }', [6]],
    ['output "a" { value = "arn:aws:bedrock:*::foundation-model/${local.by_stage[var.stage]}" }', [12]],
    ['output "a" { value = format("arn:aws:bedrock:%s::foundation-model/%s", var.region, var.model_id) }', [3]],
    ['output "a" { value = join("", ["arn:aws:bedrock:*::foundation-model/", var.model_id]) }', [3]],
    ['data "aws_bedrock_foundation_model" "a" {\n  model_id = var.model_id\n}', [3]],
    ['output "a" { value = "arn:aws:bedrock:*:1:inference-profile/${var.model_id}" }', []],
    ['output "a" { value = var.model_id }', []],
  ])('make one in %s', (arn, lines) => {
    expect(heldLines('main.tf', withArn(arn))).toEqual(lines);
  });
});

describe('JavaScript', () => {
  it('makes one of a text, not of every text that spells the same ID', () => {
    const text = `export const a = (id = '${haiku}') => call(id);
export const b = (id = '${haiku}') => \`arn:aws:bedrock:*::foundation-model/\${id}\`;`;
    expect(heldLines('src/a.ts', text)).toEqual([2]);
  });
});
