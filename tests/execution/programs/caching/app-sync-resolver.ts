import { guidelines } from './guidelines.js';

interface Context {
  readonly args: { readonly prompt: string };
  readonly result: { readonly statusCode: number; readonly body: string };
}

export function request(ctx: Pick<Context, 'args'>) {
  return {
    method: 'POST',
    resourcePath: '/model/global.anthropic.claude-sonnet-4-5-20250929-v1:0/invoke',
    params: {
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: {
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 512,
        system: guidelines,
        messages: [{ role: 'user', content: ctx.args.prompt }],
      },
    },
  };
}

export function response(ctx: Pick<Context, 'result'>): string {
  const answer = JSON.parse(ctx.result.body) as { content: { text: string }[] };
  return answer.content.map(({ text }) => text).join('');
}

/** What AppSync does with a resolver of an HTTP data source. */
export async function ask(question: string): Promise<string> {
  const { method, resourcePath, params } = request({ args: { prompt: question } });
  const answer = await fetch(`${process.env.BEDROCK_URL}${resourcePath}`, {
    method,
    headers: { ...params.headers, authorization: 'Bearer key' },
    body: JSON.stringify(params.body),
  });
  return response({ result: { statusCode: answer.status, body: await answer.text() } });
}
