import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';
import { supportTools } from './support-tools.js';

export async function routeTicket(ticket: string): Promise<unknown> {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
      system: [{ text: 'You decide which team answers a ticket.' }],
      messages: [{ role: 'user', content: [{ text: ticket }] }],
      toolConfig: { tools: supportTools, toolChoice: { tool: { name: 'hand_over' } } },
      inferenceConfig: { maxTokens: 256 },
    }),
  );
  const content = response.output?.message?.content ?? [];
  return content.find((block) => block.toolUse !== undefined)?.toolUse?.input;
}
