import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

interface Chunk {
  type: string;
  stop_reason?: string;
  delta?: { text?: string; stop_reason?: string };
}

export async function ask(question: string): Promise<object> {
  const response = await client.send(
    new InvokeModelWithResponseStreamCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 512,
        messages: [{ role: 'user', content: question }],
      }),
    }),
  );
  let text = '';
  for await (const event of response.body ?? []) {
    const chunk = JSON.parse(new TextDecoder().decode(event.chunk?.bytes)) as Chunk;
    text += chunk.delta?.text ?? '';
    switch (chunk.stop_reason) {
      case 'max_tokens':
      case 'model_context_window_exceeded':
      case 'refusal':
        throw new Error('The answer is not complete.');
    }
  }
  return { text };
}
