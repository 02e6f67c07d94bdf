import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { guidelines } from './guidelines.js';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      system: [
        { text: guidelines },
        { cachePoint: { type: 'default' } },
        { text: `These rules hold always. ${guidelines}` },
        { cachePoint: { type: 'default', ttl: '1h' } },
      ],
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  return response.output?.message?.content?.map((block) => block.text ?? '').join('') ?? '';
}
