import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<object> {
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 512,
        messages: [{ role: 'user', content: question }],
      }),
    }),
  );
  const answer = JSON.parse(response.body.transformToString()) as {
    content: { text?: string }[];
    stop_reason: string;
  };
  const text = answer.content.map((block) => block.text ?? '').join('');
  return { text, finish: answer.stop_reason === 'max_tokens' ? 'length' : 'stop' };
}
