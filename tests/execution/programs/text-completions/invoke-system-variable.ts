import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';

const bedrock = new BedrockRuntime({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

const PERSONA = 'You are a laconic pirate.';

export async function ask(question: string): Promise<string> {
  const prompt = PERSONA + '\n\nHuman: ' + question + '\n\nAssistant:';
  const result = await bedrock.invokeModel({
    modelId: 'anthropic.claude-v2:1',
    body: new TextEncoder().encode(JSON.stringify({ prompt, max_tokens_to_sample: 300 })),
  });
  const answer = JSON.parse(result.body.transformToString());
  switch (answer.stop_reason) {
    case 'stop_sequence':
      return answer.completion.trim();
    default:
      throw new Error(`Stopped: ${answer.stop_reason}`);
  }
}
