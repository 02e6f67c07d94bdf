const address = 'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-v2%3A1/invoke';

export async function ask(question: string): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer test' },
    body: JSON.stringify({
      prompt: `\n\nHuman: ${question}\n\nAssistant:`,
      max_tokens_to_sample: 300,
    }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status} ${await response.text()}`);
  const data = (await response.json()) as { completion: string };
  return data.completion.trim();
}
