import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';

const client = new AnthropicBedrock({
  awsRegion: 'us-east-1',
  awsAccessKey: 'AKIDEXAMPLE',
  awsSecretKey: 'secret',
  baseURL: process.env.BEDROCK_URL,
});

export async function ask(question: string): Promise<object> {
  const message = await client.messages.create({
    model: 'global.anthropic.claude-opus-4-8',
    max_tokens: 512,
    messages: [{ role: 'user', content: question }],
  });
  const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
  let finish: string;
  switch (message.stop_reason) {
    case 'max_tokens':
      finish = 'length';
      break;
    case 'tool_use':
      finish = 'tool-calls';
      break;
    default:
      finish = 'stop';
      break;
  }
  return { text, finish };
}
