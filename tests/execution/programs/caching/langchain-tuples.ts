import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { ChatBedrockConverse } from '@langchain/aws';
import { guidelines } from './guidelines.js';

const model = new ChatBedrockConverse({
  model: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
  region: 'us-east-1',
  client: new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: process.env.BEDROCK_URL,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  }),
});

export async function ask(question: string): Promise<string> {
  let text = '';
  for await (const chunk of await model.stream([
    { role: 'system', content: guidelines },
    { role: 'user', content: question },
  ])) {
    text += chunk.text;
  }
  return text;
}
