import { describe, expect, it } from 'vitest';
import { iamStatements } from '../../../src/cli/follow-ups/iam-statements.js';

const Action = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

describe('iamStatements', () => {
  it('a global profile needs three', () => {
    const profile = 'arn:aws:bedrock:REGION:ACCOUNT:inference-profile/global.anthropic.claude-opus-5';
    expect(iamStatements([{ scope: 'global', model: 'anthropic.claude-opus-5' }])).toEqual([
      { Effect: 'Allow', Action, Resource: profile, Condition: { StringEquals: { 'aws:RequestedRegion': 'REGION' } } },
      {
        Effect: 'Allow',
        Action,
        Resource: 'arn:aws:bedrock:REGION::foundation-model/anthropic.claude-opus-5',
        Condition: { StringEquals: { 'aws:RequestedRegion': 'REGION', 'bedrock:InferenceProfileArn': profile } },
      },
      {
        Effect: 'Allow',
        Action,
        Resource: 'arn:aws:bedrock:::foundation-model/anthropic.claude-opus-5',
        Condition: { StringEquals: { 'aws:RequestedRegion': 'unspecified', 'bedrock:InferenceProfileArn': profile } },
      },
    ]);
  });

  it('several global profiles share the three', () => {
    const statements = iamStatements([
      { scope: 'global', model: 'anthropic.claude-opus-5' },
      { scope: 'global', model: 'anthropic.claude-sonnet-5' },
    ]);
    expect(statements).toHaveLength(3);
    expect(statements[2]).toHaveProperty('Resource', [
      'arn:aws:bedrock:::foundation-model/anthropic.claude-opus-5',
      'arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-5',
    ]);
  });

  it('a geographic profile needs the profile and the model in every destination', () => {
    expect(iamStatements([{ scope: 'eu', model: 'anthropic.claude-opus-5' }])).toEqual([
      {
        Effect: 'Allow',
        Action,
        Resource: [
          'arn:aws:bedrock:REGION:ACCOUNT:inference-profile/eu.anthropic.claude-opus-5',
          'arn:aws:bedrock:*::foundation-model/anthropic.claude-opus-5',
        ],
      },
    ]);
  });

  it('GovCloud is a partition of its own', () => {
    expect(JSON.stringify(iamStatements([{ scope: 'us-gov', model: 'anthropic.claude-opus-5' }]))).not.toContain(
      'arn:aws:',
    );
  });

  it('no profile needs none', () => {
    expect(iamStatements([])).toEqual([]);
  });
});
