import { describe, expect, it } from 'vitest';
import { documentOf, placesIn, positionsIn } from './places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-5-sonnet-20240620-v1:0';

describe('.env', () => {
  it.each([
    `MODEL_ID=${haiku}`,
    `MODEL_ID="${haiku}"`,
    `export MODEL_ID='${haiku}'`,
    `MODEL_ID=${haiku} # the cheap one`,
    `MODEL_ID=${haiku}\r`,
    `\uFEFFMODEL_ID=${haiku}`,
  ])('edits %j', (line) => {
    expect(placesIn('.env', `A=1\n${line}\nB=2\n`)).toEqual([
      { id: haiku, position: 'constant', level: 'error', fixed: null },
    ]);
  });

  it('edits the ID of an ARN', () => {
    const [reference] = documentOf(
      '.env.local',
      `MODEL_ARN=arn:aws:bedrock:us-west-2:123456789012:inference-profile/us.${haiku}\n`,
    ).modelReferences;
    expect(reference).toMatchObject({ position: 'constant', region: 'us-west-2', fixed: null });
  });

  it('takes a setting that is commented out for one nobody runs yet', () => {
    expect(placesIn('.env.example', `# MODEL_ID='us.${haiku}'\n`)).toEqual([
      { id: `us.${haiku}`, position: 'constant', level: 'note', fixed: null },
    ]);
  });

  it('takes a comment for prose', () => {
    expect(positionsIn('.env.example', `# Example: ${haiku} is the default of most regions\n`)).toEqual([
      'prose: prose',
    ]);
  });

  it('takes a list for a table', () => {
    expect(positionsIn('.env', `MODELS=${haiku},${sonnet}\n`)).toEqual(['table', 'table']);
  });

  it('does not edit an ID inside other text', () => {
    expect(positionsIn('.env', `MODELS=[{"modelId":"${haiku}"}]\n`)).toEqual(['constant: part of a longer text']);
  });

  it('collects regions', () => {
    expect(
      documentOf('.env', 'AWS_REGION=eu-west-1\nBEDROCK_REGION="us-east-1"\nX_REGIONS=eu-north-1\n').regions,
    ).toEqual(['eu-west-1', 'us-east-1']);
  });
});

describe('properties', () => {
  it('reads dotted names and colons', () => {
    expect(positionsIn('application.properties', `bedrock.model-id=${haiku}\nbedrock.other: ${sonnet}\n`)).toEqual([
      'constant',
      'constant',
    ]);
  });
});
