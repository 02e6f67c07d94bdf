import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geographiesBefore } from '../../src/documents/geographies-before.js';
import { openDocument } from '../../src/documents/open.js';

const found = (text: string) => geographiesBefore(text).map((range) => text.slice(...range));

describe('a geography before what is filled in', () => {
  it.each([
    ['Terraform', 'model_id = "us.${var.model_id}"', 'us.'],
    ['a list that Terraform joins', 'id = join(".", ["us", var.model_id])', '".", ["us",'],
    ['settings', 'MODEL_ID=us.${BASE_MODEL_ID}', 'us.'],
    ['a shell', 'aws bedrock-runtime converse --model-id "eu.$MODEL"', 'eu.'],
    ['a path', 'curl $HOST/model/us.$MODEL/invoke', 'us.'],
    ['CloudFormation', "ModelId: !Sub 'us.${ModelId}'", 'us.'],
    ['a list that CloudFormation joins', "ModelId: !Join ['.', [us, !Ref ModelId]]", "'.', [us,"],
    [
      'such a list on lines of its own',
      "ModelId: !Join\n  - '.'\n  - - us\n    - !Ref ModelId\n",
      "'.'\n  - - us\n    -",
    ],
    ['JSON', '{ "Fn::Join": [".", ["apac", { "Ref": "ModelId" }]] }', '".", ["apac",'],
    ['a workflow', 'MODEL_ID: us.${{ vars.MODEL }}', 'us.'],
    ['Helm', 'modelId: us.{{ .Values.model }}', 'us.'],
    ['Python', 'model_id = f"us.{MODEL}"', 'us.'],
    ['a sum', 'model_id = "us." + MODEL', '"us." + M'],
    ['a list that Python joins', 'model_id = ".".join(["us", MODEL])', '".".join(["us",'],
    ['a format', 'fmt.Sprintf("us.%s", model)', 'us.'],
  ])('is seen in %s', (_, text, builder) => {
    expect(found(text)).toEqual([builder]);
  });

  it.each([
    ['an address', 'url = "https://us.${var.name}/api"'],
    ['a host', 'host = "us.${var.domain}"'],
    ['a longer name', 'id = "focus.${var.model_id}"'],
    ['an ID that is written out', 'id = "us.anthropic.claude-sonnet-4-6"'],
    ['another list that is joined', 'id = join(".", ["app", var.name])'],
    ['a word', 'Contact us. {name} answers.'],
  ])('is none: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('counts in programs and settings, not in prose or tests', () => {
    const builders = (path: string) => {
      const text = '# anthropic.claude-v2\nmodel_id = "us.${var.model_id}"\n';
      return openDocument({ path, text, files: null }).geographyBuilders.length;
    };
    expect(builders('main.tf')).toBe(1);
    expect(builders('README.md')).toBe(0);
    expect(builders('tests/main.tf')).toBe(0);
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('us', '.', '"', '[', ',', ' ', '$', '{', '-', '\n') }), (text) => {
        for (const [start, end] of geographiesBefore(text)) expect(end).toBeGreaterThan(start);
      }),
    );
  });
});
