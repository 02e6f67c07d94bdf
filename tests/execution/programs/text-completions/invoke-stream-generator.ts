import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});
const decoder = new TextDecoder();

async function* pieces(question: string) {
  const { body } = await client.send(
    new InvokeModelWithResponseStreamCommand({
      modelId: 'anthropic.claude-v2:1',
      body: JSON.stringify({ prompt: `Human: ${question}\n\nAssistant:`, max_tokens_to_sample: 1000 }),
    }),
  );
  for await (const event of body ?? []) {
    if (!event.chunk?.bytes) continue;
    const data = JSON.parse(decoder.decode(event.chunk.bytes));
    if (data.completion) yield data.completion as string;
    if (data.stop_reason === 'max_tokens') throw new Error('cut off');
  }
}

export async function ask(question: string): Promise<string> {
  let text = '';
  for await (const piece of pieces(question)) text += piece;
  return text.trim();
}
