import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  const text = response.output?.message?.content?.map((block) => block.text ?? '').join('') ?? '';
  switch (response.stopReason) {
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return `${text} (cut off)`;
    case 'tool_use':
      throw new Error('There are no tools.');
    default:
      return text;
  }
}
