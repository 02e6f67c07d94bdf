import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { StopReason } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

function toFinishReason(reason: StopReason | undefined): string {
  switch (reason) {
    case 'tool_use':
      return 'tool-calls';
    case 'max_tokens':
      return 'length';
    default:
      return 'stop';
  }
}

export async function ask(question: string): Promise<object> {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  return {
    text: response.output?.message?.content?.map((block) => block.text ?? '').join('') ?? '',
    finish: toFinishReason(response.stopReason),
  };
}
