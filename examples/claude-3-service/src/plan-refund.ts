import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';

export async function planRefund(ticket: string): Promise<string> {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
      system: [{ text: 'Weigh what we promised against what happened, and propose a refund.' }],
      messages: [{ role: 'user', content: [{ text: ticket }] }],
      inferenceConfig: { maxTokens: 8192 },
      additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 4096 } },
    }),
  );
  const content = response.output?.message?.content ?? [];
  return content.map((block) => block.text ?? '').join('');
}
