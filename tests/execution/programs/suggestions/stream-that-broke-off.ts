import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<object> {
  const response = await client.send(
    new ConverseStreamCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  let text = '';
  let stopReason: string | undefined;
  for await (const event of response.stream ?? []) {
    text += event.contentBlockDelta?.delta?.text ?? '';
    if (event.messageStop) {
      stopReason = event.messageStop.stopReason;
    }
  }
  return { text, finish: stopReason ?? 'end_turn' };
}
