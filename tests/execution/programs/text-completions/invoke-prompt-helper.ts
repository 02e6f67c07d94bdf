import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

function toPrompt(question: string): string {
  return `\n\nHuman: ${question}\n\nAssistant:`;
}

async function complete(prompt: string, maxTokens = 400): Promise<string> {
  const command = new InvokeModelCommand({
    modelId: process.env.CLAUDE_MODEL ?? 'anthropic.claude-v2',
    body: JSON.stringify({
      prompt: toPrompt(prompt),
      max_tokens_to_sample: maxTokens,
      temperature: 0,
    }),
  });
  const response = await client.send(command);
  return JSON.parse(new TextDecoder().decode(response.body)).completion;
}

export const ask = async (question: string) => (await complete(question)).trim();
