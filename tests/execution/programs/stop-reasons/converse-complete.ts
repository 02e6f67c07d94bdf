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
  switch (response.stopReason) {
    case 'end_turn':
    case 'stop_sequence':
      return response.output?.message?.content?.map((block) => block.text ?? '').join('') ?? '';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      throw new Error('The answer was cut off.');
    case 'content_filtered':
    case 'guardrail_intervened':
      throw new Error('There is no answer.');
    default:
      throw new Error(`Claude stopped for another reason: ${response.stopReason}.`);
  }
}
