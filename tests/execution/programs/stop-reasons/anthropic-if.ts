import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';

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
    messages: [{ role: 'user', content: question }],
  });
  const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
  if (message.stop_reason === 'tool_use') {
    return 'The model asks for a tool.';
  }
  return text;
}
