import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open.js';
import { inProject } from '../../src/project/in-project.js';
import { createProjectIndex } from '../../src/project/project-index.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** The lines whose IDs must stay as they are. */
function heldLines(path: string, text: string) {
  const { modelReferences } = openDocument({ path, text, files: null });
  return modelReferences
    .filter(({ fixed }) => fixed?.includes('makes the ARN of a foundation model') === true)
    .map(({ range }) => text.slice(0, range[0]).split('\n').length);
}

/** What the references of a file say of themselves beside the other files of its project. */
function referencesIn(path: string, text: string, others: Readonly<Record<string, string>>) {
  const document = openDocument({ path, text, files: null });
  const index = createProjectIndex(() => '');
  index.add(document);
  for (const [other, content] of Object.entries(others))
    index.add(openDocument({ path: other, text: content, files: null }));
  return inProject(document, index).modelReferences;
}

function heldIn(path: string, text: string, others: Readonly<Record<string, string>>) {
  return referencesIn(path, text, others)
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
  Stored:
    Type: AWS::SSM::Parameter
    Properties:
      Value: !Ref ModelId
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
    ["!Join ['/', ['arn:aws:bedrock:*::foundation-model', !Ref ModelId]]", [3]],
    ["!Join ['', ['arn:aws:bedrock:*::foundation-model/', !If [IsLarge, !Ref OtherId, !Ref ModelId]]]", [3, 5]],
    ["!Join ['', ['arn:aws:bedrock:*::foundation-model/', !Sub '${ModelId}']]", [3]],
    ["!Sub 'arn:aws:bedrock:*::foundation-model/${Stored.Value}'", [3]],
    ["!Join ['', ['arn:aws:bedrock:*::foundation-model/', !GetAtt Stored.Value]]", [3]],
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
    ['output "a" { value = [for m in [var.model_id] : "arn:aws:bedrock:*::foundation-model/${m}"] }', [3]],
    [
      'resource "x" "a" {\n  for_each = toset([var.other_id])\n  arn = "arn:aws:bedrock:*::foundation-model/${each.value}"\n}',
      [6],
    ],
    [
      `resource "aws_ssm_parameter" "m" {\n  value = "${haiku}"\n}\nlocals { arn = "arn:aws:bedrock:*::foundation-model/\${aws_ssm_parameter.m.value}" }`,
      [16],
    ],
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

  it.each([
    ['p.stringValue', [3]],
    ['other.valueAsString', [4]],
    ['p.parameterName', []],
    ['this.stored.stringValue', [5]],
  ])('makes one of what a construct was given, with %s', (read, lines) => {
    const text = `import { StringParameter } from 'aws-cdk-lib/aws-ssm';
export class Stack { constructor() {
  const p = new StringParameter(this, 'P', { parameterName: '/model', stringValue: '${haiku}' });
  const other = new CfnParameter(this, 'O', { type: 'String', default: '${haiku}' });
  this.stored = new StringParameter(this, 'S', { stringValue: '${haiku}' });
  grant(\`arn:aws:bedrock:\${this.region}::foundation-model/\${${read}}\`);
} }
`;
    expect(heldLines('lib/stack.ts', text)).toEqual(lines);
  });
});

describe('settings', () => {
  const settings = (arn: string) => `MODEL_ID=${haiku}
OTHER_ID=${haiku}
ALIAS=\${OTHER_ID}
${arn}
`;

  it.each([
    ['MODEL_ARN=arn:aws:bedrock:us-east-1::foundation-model/${MODEL_ID}', [1]],
    ['MODEL_ARN="arn:aws:bedrock:us-east-1::foundation-model/$MODEL_ID"', [1]],
    ['MODEL_ARN=arn:aws:bedrock:us-east-1::foundation-model/${MODEL_ID:-none}', [1]],
    ['MODEL_ARN=arn:aws:bedrock:us-east-1::foundation-model/${ALIAS}', [2]],
    ['# MODEL_ARN=arn:aws:bedrock:us-east-1::foundation-model/${MODEL_ID}', []],
    ['MODEL_ARN=arn:aws:bedrock:us-east-1:1:inference-profile/${MODEL_ID}', []],
    ['MODEL_ARN=arn:aws:bedrock:us-east-1::foundation-model/${ELSEWHERE}', []],
  ])('make one in %s', (arn, lines) => {
    expect(heldLines('.env', settings(arn))).toEqual(lines);
  });

  it.each([
    ['docker-compose.yml', 'arn:aws:bedrock:us-east-1::foundation-model/${MODEL_ID}'],
    ['.github/workflows/deploy.yml', 'arn:aws:bedrock:us-east-1::foundation-model/${{ env.MODEL_ID }}'],
    ['k8s/pod.yaml', 'arn:aws:bedrock:us-east-1::foundation-model/$(MODEL_ID)'],
  ])('make one in %s', (path, arn) => {
    expect(heldLines(path, `env:\n  MODEL_ID: ${haiku}\n  OTHER_ID: ${haiku}\n  MODEL_ARN: ${arn}\n`)).toEqual([2]);
  });

  it('make one in a script', () => {
    const text = `MODEL_ID=${haiku}\naws iam put-role-policy --policy "arn:aws:bedrock:*::foundation-model/\${MODEL_ID}"\n`;
    expect(heldLines('deploy.sh', text)).toEqual([1]);
  });
});

describe('code that is scanned', () => {
  it.each([
    ['f"arn:aws:bedrock:us-east-1::foundation-model/{model_id}"', [1]],
    [`f"arn:aws:bedrock:us-east-1::foundation-model/{os.environ['OTHER_ID']}"`, [2]],
    ['"arn:aws:bedrock:us-east-1::foundation-model/" + model_id', [1]],
    ['"arn:aws:bedrock:us-east-1::foundation-model/%s" % model_id', [1]],
    ['"arn:aws:bedrock:us-east-1::foundation-model/{}".format(model_id)', [1]],
    ['f"arn:aws:bedrock:us-east-1::foundation-model/{name}"', []],
    ['f"arn:aws:bedrock:us-east-1:1:inference-profile/{model_id}"', []],
  ])('makes one with %s', (arn, lines) => {
    const code = `import os\nmodel_id = os.environ["MODEL_ID"]\narn = ${arn}\n`;
    expect(heldIn('.env', `MODEL_ID=${haiku}\nOTHER_ID=${haiku}\n`, { 'app.py': code })).toEqual(lines);
  });
});

it('holds what the parameters of a deployment give', () => {
  const template =
    'Parameters:\n  ModelId: { Type: String }\nArn: !Sub arn:aws:bedrock:*::foundation-model/${ModelId}\n';
  const parameters = (key: string) => `[{ "ParameterKey": "${key}", "ParameterValue": "${haiku}" }]`;
  expect(heldIn('params.json', parameters('ModelId'), { 'template.yaml': template })).toEqual([1]);
  expect(heldIn('params.json', parameters('OtherId'), { 'template.yaml': template })).toEqual([]);
});

describe('names that are handed on', () => {
  it('are followed through the modules of Terraform', () => {
    const root = `variable "claude" { default = "${haiku}" }
variable "other" { default = "${haiku}" }
locals { model = var.claude }
module "llm" {
  source   = "./modules/llm"
  model_id = local.model
}
module "plain" {
  source   = "./modules/plain"
  model_id = var.other
}
`;
    const module = 'output "arn" { value = "arn:aws:bedrock:*::foundation-model/${var.model_id}" }\n';
    expect(heldIn('infra/main.tf', root, { 'infra/modules/llm/main.tf': module })).toEqual([1]);
    expect(heldIn('infra/main.tf', root, { 'infra/modules/elsewhere/main.tf': module })).toEqual([]);
  });

  it('are followed from a template to the environment of its functions', () => {
    const template = `Parameters:
  ModelId: { Type: String, Default: ${haiku} }
  OtherId: { Type: String, Default: ${haiku} }
Resources:
  Ask:
    Properties:
      Environment: { Variables: { MODEL_ID: !Ref ModelId, OTHER_ID: !Ref OtherId } }
`;
    const code = 'export const arn = `arn:aws:bedrock:us-east-1::foundation-model/${process.env.MODEL_ID}`;\n';
    expect(heldIn('template.yaml', template, { 'src/arn.ts': code })).toEqual([2]);
  });

  it('are followed from the values of a chart to its templates', () => {
    const values = `llm:\n  modelId: ${haiku}\n  otherId: ${haiku}\nmodels:\n  fast: ${haiku}\n`;
    const held = (action: string) =>
      heldIn('chart/values.yaml', values, {
        'chart/templates/map.yaml': `data:\n  ARN: ${action}\n{{ if .Values.on }}\n`,
      });
    const arn = 'arn:aws:bedrock:us-east-1::foundation-model/';
    expect(held(`${arn}{{ .Values.llm.modelId }}`)).toEqual([2]);
    expect(held(`${arn}{{ .Values.llm.otherId | quote }}`)).toEqual([3]);
    expect(held(`{{ printf "${arn}%s" .Values.llm.modelId }}`)).toEqual([2]);
    expect(held(`{{ $model := .Values.llm.modelId }}\n  X: ${arn}{{ $model }}`)).toEqual([2]);
    expect(held(`{{ with .Values.llm }}\n  X: ${arn}{{ .otherId }}`)).toEqual([3]);
    expect(held(`${arn}{{ index .Values.models .Values.stage }}`)).toEqual([5]);
    expect(held('{{ .Values.llm.modelId }}')).toEqual([]);
  });

  it('are followed from settings to a template of a policy', () => {
    const policy = '{ "Action": "bedrock:InvokeModel", "Resource": "arn:aws:bedrock:*::foundation-model/${MODEL_ID}" }';
    const [reference] = referencesIn('deploy/.env', `MODEL_ID=${haiku}\n`, { 'iam/policy.tpl.json': policy });
    expect(reference?.granted).toMatch(/^iam\/policy\.tpl\.json:1 makes the ARN/);
  });
});
