import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
import { guidelines } from './guidelines.js';

const client = new AnthropicBedrock({
  awsRegion: 'us-east-1',
  awsAccessKey: 'AKIDEXAMPLE',
  awsSecretKey: 'secret',
  baseURL: process.env.BEDROCK_URL,
});

export async function ask(question: string): Promise<string> {
  const stream = client.messages.stream({
    model: 'global.anthropic.claude-opus-5-5',
    max_tokens: 512,
    system: [{ type: 'text', text: guidelines }],
    messages: [{ role: 'user', content: question }],
  });
  const message = await stream.finalMessage();
  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}
