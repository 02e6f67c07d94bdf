import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { guidelines } from './guidelines.js';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const command = new ConverseStreamCommand({
    modelId: 'global.anthropic.claude-opus-5-5',
    system: [{ text: guidelines }],
    messages: [{ role: 'user', content: [{ text: question }] }],
  });
  const { stream } = await client.send(command);
  let text = '';
  for await (const event of stream ?? []) text += event.contentBlockDelta?.delta?.text ?? '';
  return text;
}
