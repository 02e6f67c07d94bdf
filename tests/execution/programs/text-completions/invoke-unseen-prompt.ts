import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});
const turns: { speaker: 'Human' | 'Assistant'; text: string }[] = [];

export async function ask(question: string): Promise<string> {
  turns.push({ speaker: 'Human', text: question });
  const history = turns.map(({ speaker, text }) => `\n\n${speaker}: ${text}`).join('');
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'anthropic.claude-v2:1',
      body: JSON.stringify({ prompt: `${history}\n\nAssistant:`, max_tokens_to_sample: 300 }),
    }),
  );
  return JSON.parse(new TextDecoder().decode(response.body)).completion.trim();
}
