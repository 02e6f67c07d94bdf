import { expect, it } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import type { FoundationArn } from '../../src/documents/facts.js';
import { openDocument } from '../../src/documents/open.js';
import { inProject } from '../../src/project/in-project.js';
import { createProjectIndex } from '../../src/project/project-index.js';

const open = (path: string, text: string) => openDocument({ path, text, files: null });

it('gives a document the regions of its project and keeps its facts', () => {
  const index = createProjectIndex((path) => path.split('/')[0] ?? '');
  const code = open('app/a.ts', "export const id = 'anthropic.claude-3-haiku-20240307-v1:0';");
  for (const document of [
    code,
    open('app/.env', 'AWS_REGION=eu-central-1\n'),
    open('other/.env', 'AWS_REGION=us-east-1\n'),
  ])
    index.add(document);
  const placed = inProject(code, index);
  expect(placed.regions).toEqual(['eu-central-1']);
  expect(placed.modelReferences).toBe(code.modelReferences);
  expect(code.regions).toEqual([]);
});

it('does not take the region of a test or an example for the region of the program', () => {
  const index = createProjectIndex(() => '');
  const code = open('src/a.ts', "export const id = 'anthropic.claude-3-haiku-20240307-v1:0';");
  const example = open('examples/demo/.env', 'AWS_REGION=us-east-1\n');
  const test = open(
    'tests/client.test.ts',
    "import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({ region: 'eu-west-1' });",
  );
  expect(test.regions).toEqual(['eu-west-1']);
  for (const document of [code, example, test]) index.add(document);
  expect(inProject(code, index).regions).toEqual([]);
  expect(inProject(example, index).regions).toEqual(['us-east-1']);
});

const calling = (modelId: string) =>
  `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nnew ConverseCommand({ modelId: ${modelId} });\n`;
const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** The texts that the model of the one call may be, with their files. */
function modelsOf(code: Document, ...others: readonly Document[]) {
  const index = createProjectIndex((path) => path.split('/')[0] ?? '');
  for (const document of [code, ...others]) index.add(document);
  const model = inProject(code, index).modelCalls[0]?.model;
  const values = model?.kind === 'oneOf' ? model.values : [model];
  return values.map((value) => (value?.kind === 'text' ? `${String(value.path)} ${value.text}` : value?.kind));
}

it('gives the calls of a document the models that settings name', () => {
  const code = open('app/src/a.ts', calling(`process.env.MODEL_ID ?? 'us.${haiku}'`));
  const settings = [
    open('app/.env', `MODEL_ID=eu.${haiku}\n# MODEL_ID=jp.${haiku}\nOTHER=${haiku}\n`),
    open('app/deploy/task.json', `{ "environment": [{ "name": "MODEL_ID", "value": "global.${haiku}" }] }`),
    // For other programs.
    open('app/tools/.env', `MODEL_ID=${haiku}\n`),
    open('other/.env', `MODEL_ID=${haiku}\n`),
    open('app/tests/.env', `MODEL_ID=${haiku}\n`),
  ];
  expect(modelsOf(code, ...settings)).toEqual([
    'unknown',
    `app/.env eu.${haiku}`,
    `app/deploy/task.json global.${haiku}`,
    `app/src/a.ts us.${haiku}`,
  ]);
});

const stack = (body: string) => `import * as cdk from 'aws-cdk-lib';
export class Stack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    ${body}
  }
}
`;
const reader = open('app/src/a.mjs', calling('process.env.MODEL_ID'));

it.each([
  [
    'a parameter of the stack',
    `const model = new cdk.CfnParameter(this, 'Model', { default: 'us.${haiku}' });
    new Function(this, 'Ask', { environment: { MODEL_ID: model.valueAsString } });`,
  ],
  [
    'a constant',
    `const model = 'us.${haiku}';
    ask.addEnvironment('MODEL_ID', model);`,
  ],
  [
    'an object of settings',
    `const settings = { model: { id: 'us.${haiku}' } };
    new Function(this, 'Ask', { environment: { MODEL_ID: settings.model.id } });`,
  ],
  [
    'what may be set outside',
    `const model = this.node.tryGetContext('model') ?? 'us.${haiku}';
    new Function(this, 'Ask', { environment: { TABLE: table.name, MODEL_ID: model } });`,
  ],
  [
    'an environment with a name',
    `const shared = { MODEL_ID: 'us.${haiku}' };
    new Function(this, 'Ask', { environment: { ...shared, TABLE: table.name } });`,
  ],
  ['what is set outside or not', `ask.addEnvironment('MODEL_ID', props.model ?? 'us.${haiku}');`],
])('gives calls the models that code hands on to their settings: %s', (_, body) => {
  const given = open('app/lib/stack.ts', stack(body));
  expect(modelsOf(reader, given)).toEqual(['unknown', `app/lib/stack.ts us.${haiku}`]);
  expect(modelsOf(reader, open('other/lib/stack.ts', stack(body)))).toEqual(['unknown']);
  expect(modelsOf(reader, open('app/lib/stack.test.ts', stack(body)))).toEqual(['unknown']);
});

it('gives calls the models of templates and variables that infrastructure code hands on', () => {
  const template = `Parameters:
  Model:
    Type: String
    Default: us.${haiku}
Resources:
  Ask:
    Type: AWS::Serverless::Function
    Properties:
      Environment:
        Variables:
          MODEL_ID: !Ref Model
`;
  expect(modelsOf(reader, open('app/template.yaml', template))).toEqual(['unknown', `app/template.yaml us.${haiku}`]);
  const terraform = [
    open(
      'app/infra/main.tf',
      'resource "aws_lambda_function" "ask" {\n  environment {\n    variables = {\n      MODEL_ID = var.model_id\n    }\n  }\n}\n',
    ),
    open(
      'app/infra/variables.tf',
      `variable "model_id" {\n  default = "eu.${haiku}"\n}\nvariable "other_id" {\n  default = "us.${haiku}"\n}\n`,
    ),
    open('app/elsewhere/variables.tf', `variable "model_id" {\n  default = "us.${haiku}"\n}\n`),
    open('app/cdk.json', `{ "context": { "model": "global.${haiku}" } }`),
  ];
  const context = open('app/lib/stack.ts', stack("ask.addEnvironment('MODEL_ID', this.node.tryGetContext('model'));"));
  expect(modelsOf(reader, ...terraform)).toEqual(['unknown', `app/infra/variables.tf eu.${haiku}`]);
  expect(modelsOf(reader, ...terraform, context)).toEqual([
    'unknown',
    `app/infra/variables.tf eu.${haiku}`,
    `app/cdk.json global.${haiku}`,
  ]);
});

it('does not go round where an environment is made of itself', () => {
  const given = open('app/a.ts', `let shared = { MODEL_ID: 'us.${haiku}', ...shared };\n`);
  expect(given.modelReferences.map(({ setting }) => setting)).toEqual([undefined]);
});

it('does not go round where settings are handed on to each other', () => {
  const given = open(
    'app/lib/stack.ts',
    stack(`const environment = { MODEL_ID: process.env.MODEL };
    new Function(this, 'Ask', { environment: { ...environment, MODEL: process.env.MODEL_ID } });
    ask.addEnvironment('MODEL', process.env.MODEL_ID);
    ask.addEnvironment('MODEL', 'us.${haiku}');`),
  );
  expect(modelsOf(reader, given)).toEqual(['unknown', `app/lib/stack.ts us.${haiku}`]);
});

it('leaves calls alone whose model the code names', () => {
  const code = open('app/a.ts', calling(`'us.${haiku}'`));
  const index = createProjectIndex(() => '');
  for (const document of [code, open('app/.env', `MODEL_ID=${haiku}\n`)]) index.add(document);
  expect(inProject(code, index).modelCalls).toBe(code.modelCalls);
});

it('holds back IDs of which other files make ARNs of foundation models', () => {
  const index = createProjectIndex(() => '');
  const code = open('src/model.ts', `export const MODEL = '${haiku}';\nexport const PROFILE = 'us.${haiku}';\n`);
  const arns = '`arn:aws:bedrock:*::foundation-model/${MODEL}`';
  const stack = open('src/stack.ts', `import { MODEL } from './model.js';\nexport const arn = ${arns};\n`);
  for (const document of [code, { ...stack, foundationArns: [arnOf('src/model.ts')] }]) index.add(document);
  expect(inProject(code, index).modelReferences.map(({ fixed }) => fixed)).toEqual([
    'src/stack.ts:2 makes the ARN of a foundation model of it, which takes no geography',
    null,
  ]);
  const test = createProjectIndex(() => '');
  test.add({ ...stack, path: 'tests/stack.test.ts', foundationArns: [arnOf('src/model.ts')] });
  expect(inProject(code, test).modelReferences).toBe(code.modelReferences);
});

it('holds back what a variable is given in the folder, or anywhere', () => {
  const index = createProjectIndex(() => '');
  const variable = `variable "model_id" {\n  default = "${haiku}"\n}\n`;
  const files = [
    open('infra/main.tf', 'locals {\n  arn = "arn:aws:bedrock:*::foundation-model/${var.model_id}"\n}\n'),
    open('infra/variables.tf', variable),
    open('infra/prod.tfvars', `model_id = "${haiku}"\n`),
    open('elsewhere/variables.tf', variable),
    open('cdk.json', `{ "context": { "modelId": "${haiku}", "other": "${haiku}" } }`),
    open('lib/stack.ts', "export const arn = (s) => `foundation-model/${s.node.tryGetContext('modelId')}`;"),
  ];
  for (const document of files) index.add(document);
  const held = files.flatMap((file) =>
    inProject(file, index).modelReferences.map(({ fixed }) => `${file.path} ${fixed?.split(' ')[0] ?? 'moves'}`),
  );
  expect(held).toEqual([
    'infra/variables.tf infra/main.tf:2',
    'infra/prod.tfvars infra/main.tf:2',
    'elsewhere/variables.tf moves',
    'cdk.json lib/stack.ts:1',
    'cdk.json moves',
  ]);
});

/** Made of the first ID of the file, quotes included. */
function arnOf(path: string): FoundationArn {
  return { id: { path, range: [21, 23 + haiku.length] }, range: [45, 50] };
}
