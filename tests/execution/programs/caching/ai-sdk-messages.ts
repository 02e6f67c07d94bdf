import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
import { streamText } from 'ai';
import { guidelines } from './guidelines.js';

const bedrock = createAmazonBedrock({
  region: 'us-east-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'secret',
  baseURL: process.env.BEDROCK_URL,
});

export async function ask(question: string): Promise<string> {
  const result = streamText({
    model: bedrock('global.anthropic.claude-sonnet-4-5-20250929-v1:0'),
    system: guidelines,
    messages: [{ role: 'user', content: question }],
  });
  let whole = '';
  for await (const text of result.textStream) whole += text;
  return whole;
}
