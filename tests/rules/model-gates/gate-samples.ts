/** Code around a gate; what it decides about stands at the places that samples need. */
const client = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
`;

export const budget = `{ type: 'enabled', budget_tokens: 2048 }`;

/** A Converse call of `modelId` with more in its request, behind more code. */
export function converse(more: string, before = ''): string {
  return `${client}export const ask = (modelId: string, text: string) => {${before}
  return client.send(new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text }] }], ${more} }));
};
`;
}

/** A call whose body is put together by statements. */
export function invoke(statements: string): string {
  return `${client}export const ask = (modelId: string, text: string, options: any) => {
  const body: any = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 4096, messages: [{ role: 'user', content: text }] };
  ${statements}
  return client.send(new InvokeModelCommand({ modelId, body: JSON.stringify(body) }));
};
`;
}
