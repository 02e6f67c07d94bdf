import { ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import type { ConverseStreamCommandInput, Message } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';

export async function* streamReply(history: Message[]): AsyncGenerator<string> {
  const input: ConverseStreamCommandInput = {
    modelId: process.env.SUPPORT_MODEL_ID ?? 'anthropic.claude-3-sonnet-20240229-v1:0',
    messages: history,
    inferenceConfig: { maxTokens: 1024 },
  };
  const response = await client.send(new ConverseStreamCommand(input));
  for await (const event of response.stream ?? []) {
    const text = event.contentBlockDelta?.delta?.text;
    if (text) yield text;
  }
}
