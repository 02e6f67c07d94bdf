import { Agent, BedrockModel } from '@strands-agents/sdk';
import { guidelines } from './guidelines.js';

export async function ask(question: string): Promise<string> {
  const agent = new Agent({
    model: new BedrockModel({
      modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      region: 'us-east-1',
      clientConfig: {
        endpoint: process.env.BEDROCK_URL ?? '',
        credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
      },
    }),
    systemPrompt: guidelines,
    printer: false,
  });
  const result = await agent.invoke(question);
  return result.toString();
}
