import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { guidelines } from './guidelines.js';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

export async function ask(question) {
  const response = await client.send(
    new ConverseCommand({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      toolConfig: { tools: [{ toolSpec: { name: 'rules', inputSchema: { json: { type: 'object' } } } }] },
      messages: [
        { role: 'user', content: [{ text: 'Read the rules.' }] },
        { role: 'assistant', content: [{ toolUse: { toolUseId: 'rules-1', name: 'rules', input: {} } }] },
        {
          role: 'user',
          content: [
            {
              toolResult: {
                toolUseId: 'rules-1',
                content: [{ text: guidelines }, { cachePoint: { type: 'default' } }],
              },
            },
            { text: question },
          ],
        },
      ],
    }),
  );
  return response.output.message.content.map((block) => block.text ?? '').join('');
}
