import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
import { guidelines } from './guidelines.js';

const client = new AnthropicBedrock({
  awsRegion: 'us-east-1',
  awsAccessKey: 'AKIDEXAMPLE',
  awsSecretKey: 'secret',
  baseURL: process.env.BEDROCK_URL,
});

export async function ask(question: string): Promise<string> {
  const message = await client.messages.create({
    model: 'global.anthropic.claude-opus-4-8',
    max_tokens: 512,
    tools: [
      {
        name: 'orders',
        description: guidelines,
        input_schema: { type: 'object', properties: { order: { type: 'string' } } },
      },
    ],
    messages: [{ role: 'user', content: question }],
  });
  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}
