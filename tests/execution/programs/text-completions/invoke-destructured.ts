import { BedrockRuntimeClient, InvokeModelCommand as Invoke } from '@aws-sdk/client-bedrock-runtime';
import type { InvokeModelCommandInput, InvokeModelCommandOutput } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question: string): Promise<string> {
  const input: InvokeModelCommandInput = {
    modelId: 'anthropic.claude-v2:1',
    accept: 'application/json',
    body: JSON.stringify({
      // The house style.
      prompt: `\n\nHuman: ${question}\n\nAssistant:`,
      max_tokens_to_sample: 300, // a page
      stop_sequences: ['\n\nHuman:', 'END'],
    }),
    contentType: 'application/json',
  };
  const response: InvokeModelCommandOutput = await client.send(new Invoke(input));
  if (!response.body) throw new Error('nothing came');
  const { completion, stop_reason: reason } = JSON.parse(new TextDecoder().decode(response.body));
  if (reason === 'max_tokens') throw new Error('cut off');
  return completion.trim();
}
