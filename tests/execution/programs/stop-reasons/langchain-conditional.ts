import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { ChatBedrockConverse } from '@langchain/aws';

const model = new ChatBedrockConverse({
  model: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
  region: 'us-east-1',
  client: new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: process.env.BEDROCK_URL,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  }),
});

export async function ask(question: string): Promise<object> {
  const response = await model.invoke(question);
  const finish = response.response_metadata.stopReason === 'max_tokens' ? 'length' : 'stop';
  return { text: response.text, finish };
}
