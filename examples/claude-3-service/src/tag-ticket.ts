import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';

interface Completion {
  readonly completion: string;
}

export async function tagTicket(ticket: string): Promise<string> {
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'anthropic.claude-instant-v1',
      contentType: 'application/json',
      body: JSON.stringify({
        prompt: `\n\nHuman: Name the product that this ticket is about, and nothing else.\n\n${ticket}\n\nAssistant:`,
        max_tokens_to_sample: 50,
        temperature: 0,
        stop_sequences: ['\n\nHuman:'],
      }),
    }),
  );
  const { completion } = JSON.parse(new TextDecoder().decode(response.body)) as Completion;
  return completion.trim();
}
