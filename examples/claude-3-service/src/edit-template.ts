import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';

interface Edit {
  readonly command: string;
  readonly path: string;
}

interface Answer {
  readonly content: readonly { readonly type: string; readonly name?: string; readonly input?: Edit }[];
}

export async function editTemplate(wish: string): Promise<readonly Edit[]> {
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
      contentType: 'application/json',
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        anthropic_beta: ['token-efficient-tools-2025-02-19'],
        max_tokens: 2048,
        tools: [{ type: 'text_editor_20250124', name: 'str_replace_editor' }],
        messages: [{ role: 'user', content: `Edit templates/reply.txt: ${wish}` }],
      }),
    }),
  );
  const { content } = JSON.parse(new TextDecoder().decode(response.body)) as Answer;
  return content.flatMap((block) => (block.name === 'str_replace_editor' && block.input ? [block.input] : []));
}
