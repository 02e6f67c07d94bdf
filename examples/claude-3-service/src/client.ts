import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';

export const client = new BedrockRuntimeClient({ region: process.env.AWS_REGION ?? 'us-east-1' });
