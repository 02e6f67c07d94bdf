import { guidelines } from './guidelines.js';

const region = 'us-east-1';

export async function ask(question: string): Promise<string> {
  const response = await fetch(
    `https://bedrock-runtime.${region}.amazonaws.com/model/global.anthropic.claude-sonnet-4-5-20250929-v1:0/converse`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${process.env.AWS_BEARER_TOKEN_BEDROCK}` },
      body: JSON.stringify({
        system: [{ text: guidelines }],
        messages: [{ role: 'user', content: [{ text: question }] }],
      }),
    },
  );
  const answer = (await response.json()) as { output: { message: { content: { text: string }[] } } };
  return answer.output.message.content.map(({ text }) => text).join('');
}
