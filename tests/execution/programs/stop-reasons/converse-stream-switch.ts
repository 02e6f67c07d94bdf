import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<object> {
  const { stream } = await client.send(
    new ConverseStreamCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  let text = '';
  let finish = 'unknown';
  for await (const event of stream ?? []) {
    if (event.contentBlockDelta) text += event.contentBlockDelta.delta?.text ?? '';
    if (event.messageStop) {
      switch (event.messageStop.stopReason) {
        case 'max_tokens':
          finish = 'length';
          break;
        case 'tool_use':
          finish = 'tool-calls';
          break;
        default:
          finish = 'stop';
      }
    }
  }
  return { text, finish };
}
