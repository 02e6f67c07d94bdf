import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const claudePrompt = `\n\nHuman:${question}\n\nAssistant:`;
  const body = {
    prompt: claudePrompt,
    max_tokens_to_sample: 2048,
    temperature: 0.5,
    top_k: 250,
    top_p: 0.5,
    stop_sequences: [],
  };
  const params = {
    modelId: 'anthropic.claude-v2',
    contentType: 'application/json',
    accept: '*/*',
    body: JSON.stringify(body),
  };
  console.log(params);
  const response = await client.send(new InvokeModelWithResponseStreamCommand(params));
  const chunks: string[] = [];
  for await (const chunk of response.body ?? []) {
    const parsed = JSON.parse(Buffer.from(chunk.chunk?.bytes ?? []).toString('utf-8'));
    chunks.push(parsed.completion);
  }
  return chunks.join('').trim();
}
