import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';

const bedrock = createAmazonBedrock({
  region: 'us-east-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'secret',
  baseURL: process.env.BEDROCK_URL,
});

export async function ask(question: string): Promise<string> {
  const { text, finishReason } = await generateText({
    model: bedrock('global.anthropic.claude-sonnet-4-5-20250929-v1:0'),
    prompt: question,
  });
  if (finishReason === 'tool-calls') {
    return 'The model asks for a tool.';
  }
  return text;
}
