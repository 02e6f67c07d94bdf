import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';
import { toFinishReason } from './finish-reason.js';
import { supportGuidelines } from './support-guidelines.js';
import { supportTools } from './support-tools.js';

export interface Draft {
  readonly text: string;
  readonly finishReason: string;
}

export async function draftReply(ticket: string, customer: string): Promise<Draft> {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
      system: [{ text: `${supportGuidelines}\n\nThe customer is called ${customer}.` }],
      toolConfig: { tools: supportTools },
      messages: [{ role: 'user', content: [{ text: ticket }] }],
      inferenceConfig: { maxTokens: 1024 },
    }),
  );
  const content = response.output?.message?.content ?? [];
  return {
    text: content.map((block) => block.text ?? '').join(''),
    finishReason: toFinishReason(response.stopReason),
  };
}
