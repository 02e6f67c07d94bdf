import { describe, expect, it } from 'vitest';
import { documentOf, placesIn, positionsIn } from '../text/places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-5-sonnet-20240620-v1:0';

describe('CloudFormation', () => {
  it('takes the default of a parameter for a default', () => {
    const text = `Parameters:\n  ModelId:\n    Type: String\n    Default: ${haiku}\n    Description: The ${haiku} model by default\n`;
    expect(positionsIn('template.yaml', text)).toEqual(['default', 'prose: prose']);
  });

  it('takes the default of a parameter for a default, and its allowed values for a table', () => {
    const text = `Parameters:\n  ModelId:\n    Default: '${haiku}'\n    AllowedValues:\n      - '${haiku}'\n      - "${sonnet}"\n`;
    expect(positionsIn('template.yaml', text)).toEqual(['default', 'table', 'table']);
  });

  it('takes substituted ARNs of a statement for a policy', () => {
    const text = `Statement:\n  - Effect: Allow\n    Action: bedrock:InvokeModel\n    Resource:\n      - !Sub arn:aws:bedrock:\${AWS::Region}::foundation-model/${haiku}\n      - !Sub 'arn:aws:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/us.${haiku}'\n`;
    expect(placesIn('template.yaml', text)).toEqual([
      { id: haiku, position: 'policy', level: 'warning', fixed: null },
      { id: `us.${haiku}`, position: 'policy', level: 'warning', fixed: null },
    ]);
  });

  it('tells the section Resources from the resources of a statement', () => {
    expect(
      positionsIn('template.yaml', `Resources:\n  Agent:\n    Properties:\n      FoundationModel: ${haiku}\n`),
    ).toEqual(['constant']);
  });

  it('takes an ARN that is handed on for a constant', () => {
    expect(
      positionsIn(
        'template.yaml',
        `DefinitionSubstitutions:\n  ModelId: !Sub arn:aws:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/global.${haiku}\n`,
      ),
    ).toEqual(['constant']);
  });

  it('takes a hole for the geography for a template', () => {
    const text = `Environment:\n  MODEL_ID: !Sub "\${Geo}.${haiku}"\n`;
    const [reference] = documentOf('template.yaml', text).modelReferences;
    expect(reference).toMatchObject({
      form: 'template',
      position: 'constant',
      fixed: 'part of a template',
      range: [text.indexOf('anthropic'), text.indexOf('"\n')],
    });
  });

  it('does not edit resolver code in a block', () => {
    const text = `Code: |\n  export function request(ctx) {\n    return { resourcePath: \`/model/${haiku}/invoke\` };\n  }\n`;
    const [reference] = documentOf('template.yaml', text).modelReferences;
    expect(reference).toMatchObject({ position: 'request', fixed: 'part of a longer text', level: 'warning' });
  });
});

describe('other YAML', () => {
  it('reads every document of a stream', () => {
    expect(positionsIn('k8s.yaml', `model: ${haiku}\n---\nmodel: ${sonnet}\n`)).toEqual(['constant', 'constant']);
  });

  it('takes comments for prose', () => {
    expect(positionsIn('config.yaml', `# model: ${haiku}\nmodel: x # not ${haiku}\n`)).toEqual([
      'prose: prose',
      'prose: prose',
    ]);
  });

  it('edits a setting in a list of a compose file', () => {
    expect(placesIn('docker-compose.yml', `environment:\n  - MODEL_ID=us.${haiku}\n`)).toEqual([
      { id: `us.${haiku}`, position: 'constant', level: 'error', fixed: null },
    ]);
  });

  it('tells the variables of a container from the rows of a table', () => {
    const rows = (first: string, second: string) =>
      `env:\n  - name: ${first}\n    value: ${haiku}\n  - { name: ${second}, value: '${sonnet}' }\n`;
    expect(positionsIn('deploy.yaml', rows('FAST_MODEL_ID', 'MODEL_ID'))).toEqual(['constant', 'constant']);
    expect(positionsIn('deploy.yaml', rows('Fast', 'Best'))).toEqual(['table', 'table']);
    const stack = `- ParameterKey: Fast\n  ParameterValue: ${haiku}\n- ParameterKey: Best\n  ParameterValue: ${sonnet}\n`;
    expect(positionsIn('parameters.yaml', stack)).toEqual(['constant', 'constant']);
  });

  it('adds nothing to a list whose dashes stand alone', () => {
    const text = `rows:\n  -\n    id: ${haiku}\n    tier: a\n  -\n    id: ${sonnet}\n    tier: b\n`;
    expect(documentOf('rows.yaml', text).modelReferences.map(({ entry }) => entry ?? null)).toEqual([null, null]);
  });

  it.each([
    `MODEL_ID: !Sub '${haiku}'`,
    `MODEL_ID:\n  Fn::Sub: ${haiku}`,
    `MODEL_ID:\n  Fn::Sub:\n    - ${haiku}\n    - { A: b }`,
    `- name: MODEL_ID\n  value: !Sub 'arn:aws:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/us.${haiku}'`,
  ])('knows the name of what is substituted: %s', (text) => {
    const [reference] = documentOf('template.yaml', `${text}\n`).modelReferences;
    expect(reference?.setting).toBe('MODEL_ID');
  });

  it('edits the fallback of a variable', () => {
    expect(placesIn('application.yml', `model: \${MODEL_ID:${haiku}}\n`)).toEqual([
      { id: haiku, position: 'default', level: 'error', fixed: null },
    ]);
  });

  it('takes keys for keys', () => {
    expect(positionsIn('prices.yaml', `models:\n  anthropic.claude-sonnet-4-6:\n    input: 3\n`)).toEqual(['key']);
  });

  it('edits a value that is folded over lines when the ID is in one of them', () => {
    expect(placesIn('a.yaml', `model: >-\r\n  ${haiku}\r\n`)).toEqual([
      { id: haiku, position: 'constant', level: 'error', fixed: null },
    ]);
  });

  it('does not edit an ID broken over lines', () => {
    expect(placesIn('a.yaml', 'model: "anthropic.claude-\\\n  v2"\n')).toEqual([
      { id: 'anthropic.claude-\\\n  v2', position: 'constant', level: 'error', fixed: 'escaped text' },
    ]);
  });

  it('scans what does not parse', () => {
    const document = documentOf('broken.yaml', `a: [1\nmodel: ${haiku}\n`);
    expect(document.parseError).not.toBeNull();
    expect(document.modelReferences.map(({ fixed }) => fixed)).toEqual(['the file does not parse']);
  });

  it('sees the region beside the model', () => {
    expect(documentOf('a.yaml', `AWS_REGION: eu-west-3\nmodel: ${haiku}\n`).regions).toEqual(['eu-west-3']);
  });
});
