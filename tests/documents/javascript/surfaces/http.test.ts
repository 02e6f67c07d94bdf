import { describe, expect, it } from 'vitest';
import { read } from '../read.js';
import { siteIn, sitesIn } from './sites.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const url = '`https://bedrock-runtime.${region}.amazonaws.com/model/${modelId}/invoke`';
const body = `JSON.stringify({ anthropic_version: 'v', system: S, messages: M })`;

describe('a request without an SDK', () => {
  it.each([
    ['fetch', `fetch(${url}, { method: 'POST', body: ${body} });`],
    ['fetch, by variables', `const url = ${url};\nconst init = { method: 'POST', body: ${body} };\nfetch(url, init);`],
    ['fetch of a URL', `const url = new URL(${url});\nfetch(url.toString(), { body: ${body} });`],
    ['a signed fetch', `aws.fetch(${url}, { body: ${body} });`],
    ['a Request', `new Request(${url}, { body: ${body} });`],
    ['axios', `axios.post(${url}, { anthropic_version: 'v', system: S, messages: M }, { headers });`],
    ['axios with options', `axios({ method: 'post', url: ${url}, data: ${body} });`],
    [
      'a signer of paths',
      `const request = new HttpRequest({ hostname: \`bedrock-runtime.\${region}.amazonaws.com\`, path: \`/model/\${modelId}/invoke\`, body: ${body} });`,
    ],
    [
      'an encoded ID',
      `fetch(\`https://bedrock-runtime.us-east-1.amazonaws.com/model/\${encodeURIComponent(modelId)}/invoke\`, { body: ${body} });`,
    ],
  ])('is seen: %s', (_, source) => {
    expect(siteIn(source)).toMatchObject({
      surface: 'Http',
      models: ['modelId'],
      dialect: 'messages',
      system: ['S'],
      messages: ['M'],
      isComplete: true,
    });
  });

  it('speaks as its operation does', () => {
    const at = (operation: string, content: string) =>
      `fetch(\`\${host}/model/${haiku}/${operation}\`, { body: JSON.stringify(${content}) }); // bedrock`;
    expect(siteIn(at('converse', '{ system: [s], toolConfig: { tools: [t] } }'))).toMatchObject({
      dialect: 'converse',
      models: [haiku],
      system: ['[s]'],
      tools: ['[t]'],
      shape: 'jsonBody',
    });
    expect(siteIn(at('converse-stream', '{ system: [s] }'))).toMatchObject({
      dialect: 'converse',
      shape: 'jsonEventStream',
    });
    expect(siteIn(at('invoke-with-response-stream', '{ system: s, anthropic_version: 1 }')).shape).toBe(
      'jsonEventStream',
    );
  });

  it('names the model that the address spells', () => {
    const source = `fetch('https://bedrock-runtime.us-east-1.amazonaws.com/model/${haiku.replace(':', '%3A')}/invoke', { body: ${body} });`;
    expect(read(source).modelCalls).toMatchObject([
      { surface: 'Http', model: { kind: 'text', text: haiku }, provesClaude: true },
    ]);
  });

  it('makes a request of the constant that the address is made with', () => {
    const source = `const modelId = '${haiku}';\nfetch(${url}, { body: ${body} });`;
    expect(read(source).modelReferences).toMatchObject([{ position: 'request', surface: 'Http' }]);
  });

  it('goes to bedrock-mantle with the model in its body', () => {
    const source = `fetch('https://bedrock-mantle.us-east-1.api.aws/anthropic/v1/messages', { body: JSON.stringify({ model: 'm', system: S }) });`;
    expect(siteIn(source)).toMatchObject({ surface: 'Http', models: [`'m'`], system: ['S'], dialect: 'messages' });
  });

  it.each([
    ['the path of anybody', `fetch('https://example.com/model/abc/invoke', { body: ${body} });`],
    [
      'a longer path',
      `fetch('https://bedrock-runtime.us-east-1.amazonaws.com/model/x/invoke-later', { body: ${body} });`,
    ],
    ['a text about it', `log('POST to bedrock-runtime: /model/${haiku}/invoke', { body: ${body} }.x);`],
    ['a request without content', `fetch(${url});`],
    ['content nobody can read', `fetch(${url}, options);`],
  ])('is not seen in %s', (_, source) => {
    expect(sitesIn(source)).toEqual([]);
  });
});

describe('an AppSync resolver', () => {
  it('has the request in its params', () => {
    const source = `export function request(ctx) {
  return {
    resourcePath: '/model/${haiku}/invoke',
    method: 'POST',
    params: { headers: {}, body: { anthropic_version: 'v', system: S, messages: M } },
  };
}`;
    expect(siteIn(source, {}, undefined, 'src/resolver.js')).toMatchObject({
      surface: 'AppSync',
      models: [haiku],
      dialect: 'messages',
      system: ['S'],
      answers: [],
    });
  });

  it('may be another path, or another property', () => {
    expect(sitesIn(`export const r = { resourcePath: '/items/${haiku}', params: { body: {} } };`)).toEqual([]);
    expect(
      sitesIn(`export const r = { label: '/model/${haiku}/invoke', params: { body: { messages: [] } } };`),
    ).toEqual([]);
  });
});
