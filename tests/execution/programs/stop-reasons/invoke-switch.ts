import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

interface Answer {
  content: { text?: string }[];
  stop_reason: string;
}

export async function ask(question: string): Promise<string> {
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 512,
        messages: [{ role: 'user', content: question }],
      }),
    }),
  );
  const answer = JSON.parse(new TextDecoder().decode(response.body)) as Answer;
  const text = answer.content.map((block) => block.text ?? '').join('');
  switch (answer.stop_reason) {
    case 'tool_use':
      return 'The model asks for a tool.';
    case 'max_tokens':
      return `${text} (cut off)`;
    default:
      return text;
  }
}
