import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});
const MODEL_ID = 'anthropic.claude-instant-v1';

interface ClaudeResponse {
  completion: string;
  stop_reason: string;
}

export async function ask(question: string) {
  const prompt = `\n\nHuman: Answer in one sentence.\n${question}\n\nAssistant:`;
  const body = {
    prompt,
    max_tokens_to_sample: 2048,
    temperature: 0.5,
    top_k: 250,
    top_p: 0.5,
    stop_sequences: ['\n\nHuman:', 'END'],
  };
  const params = {
    modelId: MODEL_ID,
    contentType: 'application/json',
    accept: '*/*',
    body: JSON.stringify(body),
  };
  const response = await client.send(new InvokeModelCommand(params));
  const parsed: ClaudeResponse = JSON.parse(Buffer.from(response.body).toString('utf-8'));
  if (parsed.stop_reason !== 'stop_sequence') throw new Error('cut off');
  return parsed.completion.trim();
}
