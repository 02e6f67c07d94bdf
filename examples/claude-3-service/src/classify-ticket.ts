import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';

const CLASSIFIER_MODEL = 'anthropic.claude-3-haiku-20240307-v1:0';

const labels = ['billing', 'bug', 'question'] as const;
export type Label = (typeof labels)[number];

export async function classifyTicket(text: string): Promise<Label> {
  const response = await client.send(
    new ConverseCommand({
      modelId: CLASSIFIER_MODEL,
      system: [{ text: `Answer with one word: ${labels.join(', ')}.` }],
      messages: [{ role: 'user', content: [{ text }] }],
      inferenceConfig: { maxTokens: 10, temperature: 0 },
    }),
  );
  const answer = response.output?.message?.content?.[0]?.text?.trim().toLowerCase();
  return labels.find((label) => label === answer) ?? 'question';
}
