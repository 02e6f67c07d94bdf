import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { guidelines } from './guidelines.js';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const response = await client.send(
    new InvokeModelWithResponseStreamCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      body: Buffer.from(
        JSON.stringify({
          anthropic_version: 'bedrock-2023-05-31',
          max_tokens: 512,
          system: guidelines,
          messages: [{ role: 'user', content: question }],
        }),
      ),
    }),
  );
  let text = '';
  for await (const event of response.body ?? []) {
    const chunk = JSON.parse(new TextDecoder().decode(event.chunk?.bytes)) as { delta?: { text?: string } };
    text += chunk.delta?.text ?? '';
  }
  return text;
}
