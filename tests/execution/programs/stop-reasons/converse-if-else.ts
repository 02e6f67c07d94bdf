import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { ToolConfiguration } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

const toolConfig: ToolConfiguration = {
  tools: [{ toolSpec: { name: 'look', inputSchema: { json: { type: 'object' } } } }],
};

export async function ask(question: string): Promise<string> {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      toolConfig,
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  if (response.stopReason === 'tool_use') {
    return 'The model asks for a tool.';
  } else {
    return response.output?.message?.content?.map((block) => block.text ?? '').join('') ?? '';
  }
}
