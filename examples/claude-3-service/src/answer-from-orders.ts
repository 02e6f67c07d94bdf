import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './client.js';
import { supportGuidelines } from './support-guidelines.js';

interface ToolUse {
  readonly type: 'tool_use';
  readonly id: string;
  readonly input: { readonly order: string };
}

type Block = { readonly type: 'text'; readonly text: string } | ToolUse;

interface Answer {
  readonly content: readonly Block[];
  readonly stop_reason: string;
}

export async function answerFromOrders(
  question: string,
  findOrder: (order: string) => Promise<string>,
): Promise<string> {
  const messages: object[] = [{ role: 'user', content: question }];
  let answer = await ask(messages);
  while (answer.stop_reason === 'tool_use') {
    const results = answer.content
      .filter((block) => block.type === 'tool_use')
      .map(async ({ id, input }) => ({ type: 'tool_result', tool_use_id: id, content: await findOrder(input.order) }));
    messages.push(
      { role: 'assistant', content: answer.content },
      { role: 'user', content: await Promise.all(results) },
    );
    answer = await ask(messages);
  }
  return answer.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}

async function ask(messages: readonly object[]): Promise<Answer> {
  const response = await client.send(
    new InvokeModelCommand({
      modelId: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
      contentType: 'application/json',
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 1024,
        system: supportGuidelines,
        tools: [
          {
            name: 'find_order',
            description: 'Finds an order by its number.',
            input_schema: { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] },
          },
        ],
        messages,
      }),
    }),
  );
  return JSON.parse(new TextDecoder().decode(response.body)) as Answer;
}
