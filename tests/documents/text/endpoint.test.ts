import { expect, it } from 'vitest';
import { documentOf } from './places.js';

const id = 'anthropic.claude-opus-4-7';

it.each([
  ['app.py', `client = AnthropicBedrockMantle()\nclient.messages.create(model="${id}")`, 'mantle'],
  ['.env', `BASE_URL=https://bedrock-mantle.us-east-1.api.aws\nMODEL=${id}`, 'mantle'],
  ['config.json', `{ "url": "https://bedrock-mantle.us-east-1.api.aws", "model": "${id}" }`, 'mantle'],
  ['app.py', `boto3.client("bedrock-runtime")\n# not bedrock-mantle\nMODEL = "${id}"`, 'runtime'],
  ['app.py', `MODEL = "${id}"`, 'runtime'],
  // An ID with a geography is none that the other endpoint takes.
  ['config.json', `{ "url": "https://bedrock-mantle.us-east-1.api.aws", "model": "us.${id}" }`, 'runtime'],
  ['list.json', `[{ "url": "https://bedrock-mantle.us-east-1.api.aws" }, { "model": "${id}" }]`, 'runtime'],
  ['list.json', `[{ "url": "https://bedrock-mantle.us-east-1.api.aws", "model": "${id}" }]`, 'mantle'],
])('reads %s %j', (path, text, endpoint) => {
  expect(documentOf(path, text).modelReferences.map((reference) => reference.endpoint)).toEqual([endpoint]);
});
