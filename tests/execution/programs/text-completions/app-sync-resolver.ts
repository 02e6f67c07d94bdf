interface Context {
  readonly args: { readonly prompt: string };
  readonly result: { readonly statusCode: number; readonly body: string };
}

export function request(ctx: Pick<Context, 'args'>) {
  return {
    method: 'POST',
    resourcePath: '/model/anthropic.claude-v2/invoke',
    params: {
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: {
        prompt: `\n\nHuman:${ctx.args.prompt}\n\nAssistant:`,
        temperature: 0.5,
        top_p: 1,
        top_k: 250,
        max_tokens_to_sample: 200,
        stop_sequences: ['\n\nHuman:'],
      },
    },
  };
}

export function response(ctx: Pick<Context, 'result'>) {
  return { completion: JSON.parse(ctx.result.body).completion };
}

/** What AppSync does with a resolver of an HTTP data source for bedrock-runtime. */
export async function ask(question: string): Promise<string> {
  const { method, resourcePath, params } = request({ args: { prompt: question } });
  const answer = await fetch(`${process.env.BEDROCK_URL}${resourcePath}`, {
    method,
    headers: { ...params.headers, authorization: 'Bearer test' },
    body: JSON.stringify(params.body),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(body);
  return response({ result: { statusCode: answer.status, body } }).completion.trim();
}
