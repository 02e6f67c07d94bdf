import { describe, expect, it } from 'vitest';
import type { Repaired } from '../repair-text.js';
import { repairText } from '../repair-text.js';

const dead = 'anthropic.claude-3-haiku-20240307-v1:0';
const next = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const cdk = `import { Stack } from 'aws-cdk-lib';\nimport { PolicyStatement } from 'aws-cdk-lib/aws-iam';\n`;

function granted(path: string, text: string, settings: Readonly<Record<string, unknown>> = {}): Repaired {
  return repairText('addProfileResources', path, text, settings);
}

describe('code', () => {
  it('grants the three resources of a global profile beside the model', () => {
    const text = `${cdk}new PolicyStatement({
  actions: ['bedrock:InvokeModel'],
  resources: ['arn:aws:bedrock:us-east-1::foundation-model/${dead}'],
});`;
    expect(granted('lib/stack.ts', text, { profile: 'global' }).text).toBe(`${cdk}new PolicyStatement({
  actions: ['bedrock:InvokeModel'],
  resources: ['arn:aws:bedrock:us-east-1::foundation-model/${dead}', 'arn:aws:bedrock:us-east-1:*:inference-profile/global.${next}', 'arn:aws:bedrock:us-east-1::foundation-model/${next}', 'arn:aws:bedrock:::foundation-model/${next}'],
});`);
  });

  it.each([
    ['class A extends Stack {', 'this', '${this.account}'],
    ['class A extends Construct {', 'this', '*'],
    ['class A extends Construct {', 'Stack.of(this)', '${Stack.of(this).account}'],
    ['class A extends Construct {', 'props', '*'],
  ])('names the account as %s … %s.region does', (head, owner, account) => {
    const text = `${cdk}${head} x() { return new PolicyStatement({ actions: ['bedrock:*'], resources: [
  \`arn:aws:bedrock:\${${owner}.region}::foundation-model/${dead}\`,
] }); } }`;
    expect(granted('lib/stack.ts', text).text).toContain(
      `\`arn:aws:bedrock:\${${owner}.region}:${account}:inference-profile/global.${next}\`,\n`,
    );
  });

  it('keeps the geography, partition and account of a profile', () => {
    const text = `${cdk}new PolicyStatement({ actions: ['bedrock:InvokeModel*'], resources: [
  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.${dead}',
  'arn:aws:bedrock:us-east-1::foundation-model/${dead}',
  'arn:aws:bedrock:us-west-2::foundation-model/${dead}',
] });`;
    const { text: repaired, applied } = granted('lib/stack.ts', text, { profile: 'us' });
    expect(repaired).toBe(
      text.replace(
        `us.${dead}',`,
        `us.${dead}',\n  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.${next}',\n  'arn:aws:bedrock:*::foundation-model/${next}',`,
      ),
    );
    expect(applied).toEqual(['addProfileResources']);
  });

  it('writes what a substitution is given', () => {
    const text = `import { Fn } from 'aws-cdk-lib';
${cdk}new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: [Fn.sub('arn:aws:bedrock:\${AWS::Region}::foundation-model/${dead}')] });`;
    expect(granted('lib/stack.ts', text).text).toContain(
      `, Fn.sub('arn:aws:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/global.${next}'), Fn.sub(`,
    );
  });

  it('follows a list that grants alone use', () => {
    const text = `${cdk}const models = ['arn:aws:bedrock:*::foundation-model/${dead}'];
new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: models });
new PolicyStatement({ actions: ['bedrock:InvokeModelWithResponseStream'], resources: [...models] });`;
    expect(granted('lib/stack.ts', text).applied).toEqual(['addProfileResources']);
  });

  it.each([
    [
      'denies',
      `effect: Effect.DENY, actions: ['bedrock:InvokeModel'], resources: [ARN]`,
      'the statement does not allow',
    ],
    [
      'lists exceptions',
      `actions: ['bedrock:InvokeModel'], notResources: [ARN]`,
      'the statement lists what it is not about',
    ],
    [
      'is about something else',
      `actions: ['bedrock:GetFoundationModel'], resources: [ARN]`,
      'the statement does not say that it allows model calls',
    ],
    [
      'has actions out of sight',
      `actions: ACTIONS, resources: [ARN]`,
      'the statement does not say that it allows model calls',
    ],
    [
      'has conditions',
      `actions: ['bedrock:InvokeModel'], conditions: { StringEquals: region }, resources: [ARN]`,
      'a condition narrows the statement: write one for the profile',
    ],
  ])('leaves a statement that %s to a person', (_what, source, why) => {
    const arn = `'arn:aws:bedrock:*::foundation-model/${dead}'`;
    const text = `${cdk}new PolicyStatement({ ${source.replace('ARN', arn)} });`;
    expect(granted('lib/stack.ts', text)).toEqual({
      text,
      applied: [],
      left: [`IAM: the policy must name the profile and its models (${why})`],
    });
  });

  it('leaves a list that other code reads to a person', () => {
    const text = `${cdk}const models = ['arn:aws:bedrock:*::foundation-model/${dead}'];
new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: models });
print(models);`;
    expect(granted('lib/stack.ts', text).text).toBe(text);
  });
});

describe('JSON', () => {
  it('makes a list of a single resource', () => {
    const text = `{
  "Effect": "Allow",
  "Action": "bedrock:InvokeModel",
  "Resource": "arn:aws:bedrock:*::foundation-model/${dead}"
}
`;
    expect(granted('policy.json', text).text).toBe(`{
  "Effect": "Allow",
  "Action": "bedrock:InvokeModel",
  "Resource": [
    "arn:aws:bedrock:*::foundation-model/${dead}",
    "arn:aws:bedrock:*:*:inference-profile/global.${next}",
    "arn:aws:bedrock:*::foundation-model/${next}",
    "arn:aws:bedrock:::foundation-model/${next}"
  ]
}
`);
  });

  it('adds to a list of substitutions', () => {
    const text = `{ "Effect": "Allow", "Action": ["bedrock:InvokeModel"], "Resource": [
  { "Fn::Sub": "arn:aws:bedrock:\${AWS::Region}::foundation-model/${dead}" },
  "arn:aws:s3:::bucket"
] }`;
    const { text: repaired } = granted('template.json', text);
    expect(JSON.parse(repaired)).toMatchObject({
      Resource: [
        {},
        { 'Fn::Sub': `arn:aws:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/global.${next}` },
        { 'Fn::Sub': `arn:aws:bedrock:\${AWS::Region}::foundation-model/${next}` },
        { 'Fn::Sub': `arn:aws:bedrock:::foundation-model/${next}` },
        'arn:aws:s3:::bucket',
      ],
    });
    expect(repaired).toContain('" },\n  { "Fn::Sub"');
  });

  it('does not add to what denies', () => {
    const text = `{ "Effect": "Deny", "Action": "bedrock:InvokeModel", "Resource": ["arn:aws:bedrock:*::foundation-model/${dead}"] }`;
    expect(granted('scp.json', text).text).toBe(text);
  });
});

describe('YAML', () => {
  it('adds items to a list, with tag, quotes and comments as they are', () => {
    const text = `Statement:
  - Effect: Allow
    Action: bedrock:InvokeModel
    Resource:
      - !Sub 'arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/${dead}' # small
      - '*'
`;
    const head = `      - !Sub 'arn:\${AWS::Partition}:bedrock:`;
    expect(granted('template.yaml', text).text).toBe(`Statement:
  - Effect: Allow
    Action: bedrock:InvokeModel
    Resource:
${head}\${AWS::Region}::foundation-model/${dead}' # small
${head}\${AWS::Region}:\${AWS::AccountId}:inference-profile/global.${next}'
${head}\${AWS::Region}::foundation-model/${next}'
${head}::foundation-model/${next}'
      - '*'
`);
  });

  it('makes a list of a single resource', () => {
    const text = `Statement:
  - Resource: !Sub arn:aws:bedrock:\${AWS::Region}::foundation-model/${dead}
    Effect: Allow
    Action:
      - bedrock:InvokeModel
`;
    const head = '        - !Sub arn:aws:bedrock:';
    expect(granted('template.yml', text, { profile: 'eu' }).text).toBe(`Statement:
  - Resource:
${head.slice(2)}\${AWS::Region}::foundation-model/${dead}
${head.slice(2)}\${AWS::Region}:\${AWS::AccountId}:inference-profile/eu.${next}
${head.slice(2)}*::foundation-model/${next}
    Effect: Allow
    Action:
      - bedrock:InvokeModel
`);
  });

  it('adds to a list in brackets', () => {
    const text = `Effect: Allow\nAction: ['bedrock:InvokeModel']\nResource: ['arn:aws:bedrock:*::foundation-model/${dead}']\n`;
    expect(granted('template.yml', text).text).toContain(
      `/${dead}', 'arn:aws:bedrock:*:*:inference-profile/global.${next}', `,
    );
  });
});

describe('Terraform', () => {
  it('adds to the resources of a policy document', () => {
    const text = `data "aws_iam_policy_document" "invoke" {
  statement {
    actions   = ["bedrock:InvokeModel"]
    resources = [
      "arn:aws:bedrock:\${var.region}::foundation-model/${dead}",
    ]
  }
}
`;
    const head = '      "arn:aws:bedrock:';
    expect(granted('main.tf', text).text).toBe(
      text.replace(
        `${dead}",`,
        `${dead}",
${head}\${var.region}:*:inference-profile/global.${next}",
${head}\${var.region}::foundation-model/${next}",
${head}::foundation-model/${next}",`,
      ),
    );
  });

  it('makes a list of the single resource of an encoded policy', () => {
    const text = `resource "aws_iam_role_policy" "invoke" {
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "bedrock:InvokeModel"
      Resource = "arn:aws:bedrock:*::foundation-model/${dead}"
    }]
  })
}
`;
    expect(granted('main.tf', text, { profile: 'us' }).text).toContain(`      Resource = [
        "arn:aws:bedrock:*::foundation-model/${dead}",
        "arn:aws:bedrock:*:*:inference-profile/us.${next}",
        "arn:aws:bedrock:*::foundation-model/${next}"
      ]
`);
  });

  it.each(['condition {\n test = "StringEquals"\n }', 'effect = "Deny"'])('does not add beside %s', (line) => {
    const text = `data "aws_iam_policy_document" "invoke" {
  statement {
    actions   = ["bedrock:InvokeModel"]
    ${line}
    resources = ["arn:aws:bedrock:*::foundation-model/${dead}"]
  }
}
`;
    expect(granted('main.tf', text).text).toBe(text);
  });
});

it('adds one set of resources for two models with one successor', () => {
  const text = `{ "Effect": "Allow", "Action": "bedrock:*", "Resource": [
  "arn:aws:bedrock:*::foundation-model/anthropic.claude-3-5-haiku-20241022-v1:0",
  "arn:aws:bedrock:*::foundation-model/${dead}",
  "arn:aws:bedrock:*::foundation-model/anthropic.claude-3-sonnet-20240229-v1:0"
] }`;
  const { text: repaired, applied } = granted('policy.json', text);
  expect(applied).toHaveLength(2);
  expect(repaired.split(`foundation-model/${next}`)).toHaveLength(3);
  expect(granted('policy.json', repaired).text).toBe(repaired);
});

it('grants one geography where several are offered', () => {
  const text = `provider "aws" {
  region = "eu-west-1"
}
data "aws_iam_policy_document" "invoke" {
  statement {
    actions   = ["bedrock:InvokeModel"]
    resources = ["arn:aws:bedrock:*::foundation-model/${dead}"]
  }
}
`;
  const { text: repaired, applied } = granted('main.tf', text);
  expect(applied).toHaveLength(1);
  expect(repaired).toContain(`inference-profile/eu.${next}`);
  expect(repaired).not.toContain('global.');
});

it('lets the models of another statement go with the profile', () => {
  const text = `{ "Statement": [
  { "Effect": "Allow", "Action": "bedrock:*", "Resource": ["arn:aws:bedrock:us-east-1::foundation-model/${dead}"] },
  { "Effect": "Allow", "Action": "bedrock:*", "Resource": ["arn:aws:bedrock:us-east-1:1:inference-profile/us.${dead}"] }
] }`;
  expect(granted('policy.json', text).text).toBe(
    text.replace(
      `us.${dead}"`,
      `us.${dead}", "arn:aws:bedrock:us-east-1:1:inference-profile/us.${next}", "arn:aws:bedrock:*::foundation-model/${next}"`,
    ),
  );
});

it('drops the wildcard behind an ID', () => {
  const text = `{ "Effect": "Allow", "Action": "bedrock:*", "Resource": ["arn:aws:bedrock:*::foundation-model/${dead}*"] }`;
  expect(granted('policy.json', text).text).toContain(`"arn:aws:bedrock:::foundation-model/${next}"]`);
});
