import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question) {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  if (response.stopReason === 'refusal') {
    throw new Error('Claude declined to answer.');
  }
  if (response.stopReason === 'max_tokens' || response.stopReason === 'model_context_window_exceeded') {
    throw new Error('The answer was cut off.');
  }
  return response.output.message.content.map((block) => block.text ?? '').join('');
}
