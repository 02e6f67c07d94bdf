import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { Message, ToolConfiguration } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

const toolConfig: ToolConfiguration = {
  tools: [{ toolSpec: { name: 'look', inputSchema: { json: { type: 'object' } } } }],
};

export async function ask(question: string): Promise<string> {
  const messages: Message[] = [{ role: 'user', content: [{ text: question }] }];
  let response = await client.send(
    new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', toolConfig, messages }),
  );
  while (response.stopReason === 'tool_use') {
    const content = response.output?.message?.content ?? [];
    messages.push({ role: 'assistant', content });
    messages.push({
      role: 'user',
      content: content.flatMap((block) =>
        block.toolUse ? [{ toolResult: { toolUseId: block.toolUse.toolUseId, content: [{ text: 'seen' }] } }] : [],
      ),
    });
    response = await client.send(
      new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', toolConfig, messages }),
    );
  }
  return response.output?.message?.content?.map((block) => block.text ?? '').join('') ?? '';
}
