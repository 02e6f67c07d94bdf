import * as runtime from '@aws-sdk/client-bedrock-runtime';

const client = new runtime.BedrockRuntime({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const body = JSON.stringify({ prompt: `\n\nHuman: ${question}\n\nAssistant:`, max_tokens_to_sample: 300 });
  const response = await client.send(
    new runtime.InvokeModelWithResponseStreamCommand({ modelId: 'anthropic.claude-instant-v1', body }),
  );
  let text = '';
  for await (const { chunk } of response.body ?? []) {
    if (chunk?.bytes) {
      const { completion, stop_reason } = JSON.parse(new TextDecoder().decode(chunk.bytes));
      if (completion) text += completion;
      if (stop_reason) break;
    }
  }
  return text.trim();
}
