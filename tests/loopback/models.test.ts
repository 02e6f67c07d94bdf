import { describe, expect, it } from 'vitest';
import { awsClient, converse } from './clients.js';
import { post } from './post.js';
import { startBedrock } from './start-bedrock.js';

const invalid = { name: 'ValidationException', message: 'The provided model identifier is invalid.' };
const onDemand = {
  name: 'ValidationException',
  message: expect.stringMatching(
    /^Invocation of model ID \S+ with on-demand throughput isn't supported\. Retry your request with the ID or ARN of an inference profile that contains this model\.$/,
  ) as string,
};
const retired = {
  name: 'ResourceNotFoundException',
  message:
    'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
  $metadata: { httpStatusCode: 404 },
};

describe('a model', () => {
  it.each([
    'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'us.anthropic.claude-opus-4-1-20250805-v1:0',
    'global.anthropic.claude-opus-5-5',
    'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0',
  ])('answers as %s', async (modelId) => {
    await using bedrock = await startBedrock();
    await expect(converse(awsClient(bedrock.url), { modelId })).resolves.toMatchObject({ stopReason: 'end_turn' });
  });

  it.each([
    { modelId: 'anthropic.claude-v2:1', error: retired },
    { modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', error: retired },
    { modelId: 'anthropic.claude-3-haiku-20240307-v1:0', error: retired },
    { modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0', error: onDemand },
    { modelId: 'anthropic.claude-opus-5-5', error: onDemand },
    { modelId: 'anthropic.claude-sonnet-4-5-v1:0', error: invalid },
    { modelId: 'global.anthropic.claude-opus-4-1-20250805-v1:0', error: invalid },
    { modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', error: invalid },
    { modelId: 'global.anthropic.claude-mythos-5', error: invalid },
    { modelId: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc', error: invalid },
  ])('is refused as $modelId', async ({ modelId, error }) => {
    await using bedrock = await startBedrock();
    await expect(converse(awsClient(bedrock.url), { modelId })).rejects.toMatchObject(error);
  });

  it('answers until the day of its end of life', async () => {
    const modelId = 'us.anthropic.claude-opus-4-1-20250805-v1:0';
    await using today = await startBedrock({ asOf: '2027-01-07' });
    await expect(converse(awsClient(today.url), { modelId })).resolves.toBeDefined();
    await using tomorrow = await startBedrock({ asOf: '2027-01-08' });
    await expect(converse(awsClient(tomorrow.url), { modelId })).rejects.toMatchObject(retired);
  });

  it('belongs to the Region of the signature', async () => {
    await using bedrock = await startBedrock();
    const london = awsClient(bedrock.url, { region: 'eu-west-2' });
    await expect(converse(london, { modelId: 'anthropic.claude-sonnet-4-6' })).resolves.toBeDefined();
    await expect(converse(london, { modelId: 'eu.anthropic.claude-sonnet-4-6' })).resolves.toBeDefined();
    await expect(converse(london, { modelId: 'us.anthropic.claude-sonnet-4-6' })).rejects.toMatchObject(invalid);
    const gov = awsClient(bedrock.url, { region: 'us-gov-west-1' });
    const modelId = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
    await expect(converse(gov, { modelId: `us-gov.${modelId}` })).resolves.toBeDefined();
    await expect(converse(gov, { modelId: `global.${modelId}` })).rejects.toMatchObject(invalid);
  });

  it('stands behind an application profile that the account has', async () => {
    const modelId = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc';
    await using bedrock = await startBedrock({
      accountModels: { [modelId]: 'global.anthropic.claude-sonnet-4-6' },
    });
    await expect(converse(awsClient(bedrock.url), { modelId })).resolves.toBeDefined();
  });
});

it.each(['/', '/model/x/explain', '/v1/messages'])('%s leads nowhere', async (path) => {
  await using bedrock = await startBedrock();
  expect(await post(bedrock.url, path, {})).toMatchObject({ status: 404 });
  expect(bedrock.requests).toEqual([]);
});

it('a body that is no JSON is refused', async () => {
  await using bedrock = await startBedrock();
  const path = '/model/global.anthropic.claude-sonnet-4-6/converse';
  expect(await post(bedrock.url, path, '{')).toMatchObject({ status: 400 });
  expect(await post(bedrock.url, path, '[]')).toMatchObject({ status: 400 });
});
