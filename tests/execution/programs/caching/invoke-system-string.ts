import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { guidelines } from './guidelines.js';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      contentType: 'application/json',
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 512,
        system: guidelines,
        messages: [{ role: 'user', content: question }],
      }),
    }),
  );
  const answer = JSON.parse(new TextDecoder().decode(response.body)) as { content: { text: string }[] };
  return answer.content.map(({ text }) => text).join('');
}
