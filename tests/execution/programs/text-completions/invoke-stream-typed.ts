import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const response = await client.send(
    new InvokeModelWithResponseStreamCommand({
      modelId: 'anthropic.claude-instant-v1',
      contentType: 'application/json',
      body: JSON.stringify({
        prompt: `\n\nHuman: ${question}\n\nAssistant:`,
        max_tokens_to_sample: 1024,
        temperature: 0.5,
        top_p: 0.9,
        top_k: 250,
        stop_sequences: ['\n\nHuman:'],
      }),
    }),
  );
  let written = '';
  for await (const event of response.body ?? []) {
    const chunk = JSON.parse(new TextDecoder().decode(event.chunk?.bytes)) as { completion: string };
    written += chunk.completion;
  }
  return written.trim();
}
