import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
import { guidelines } from './guidelines.js';

const client = new AnthropicBedrockMantle({
  awsRegion: 'us-east-1',
  awsAccessKey: 'AKIDEXAMPLE',
  awsSecretAccessKey: 'secret',
  baseURL: `${process.env.BEDROCK_URL}/mantle/anthropic`,
});

export async function ask(question: string): Promise<string> {
  const message = await client.messages.create({
    model: 'anthropic.claude-opus-4-8',
    max_tokens: 512,
    system: guidelines,
    messages: [{ role: 'user', content: question }],
  });
  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}
