import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';

interface MessagesResponse {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
}

export async function summarizeThread(thread: string): Promise<string> {
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
      contentType: 'application/json',
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 500,
        temperature: 0.2,
        top_p: 0.9,
        messages: [{ role: 'user', content: `Summarize this thread in three sentences.\n\n${thread}` }],
      }),
    }),
  );
  const body = JSON.parse(new TextDecoder().decode(response.body)) as MessagesResponse;
  return body.content.map((block) => block.text ?? '').join('');
}
