import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';

export interface Order {
  readonly number: string;
  readonly date: string;
}

interface MessagesResponse {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
}

export async function extractOrder(ticket: string): Promise<Order> {
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
      contentType: 'application/json',
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 200,
        system: 'Find number and date of the order, as JSON.',
        messages: [
          { role: 'user', content: ticket },
          { role: 'assistant', content: '{' },
        ],
      }),
    }),
  );
  const answer = JSON.parse(new TextDecoder().decode(response.body)) as MessagesResponse;
  const text = answer.content.map((block) => block.text ?? '').join('');
  return JSON.parse('{' + text) as Order;
}
