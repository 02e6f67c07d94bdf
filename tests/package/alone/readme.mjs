// Runs the first sample of the installed README, against the SDK and a server that answers as Bedrock does.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http2';
import { createRequire } from 'node:module';
import path from 'node:path';

const answer = {
  output: { message: { role: 'assistant', content: [{ text: 'Hello from Bedrock.' }] } },
  stopReason: 'end_turn',
  usage: { inputTokens: 20, outputTokens: 5, totalTokens: 25 },
};
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
Object.assign(process.env, {
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: `http://127.0.0.1:${server.address().port}`,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
});

const require = createRequire(import.meta.url);
const readme = readFileSync(
  path.join(path.dirname(require.resolve('bedrock-claude-runtime/package.json')), 'README.md'),
  'utf8',
);
const [, sample] = /^```ts\n(.*?)^```$/ms.exec(readme);
const file = path.join(import.meta.dirname, 'sample.mjs');
writeFileSync(file, `${sample}\nexport { client, response };`);

const { client, response } = await import(file);
assert.equal(response.output.message.content[0].text, 'Hello from Bedrock.');
assert.equal(response.call.modelId, 'global.anthropic.claude-haiku-4-5-20251001-v1:0');

// CommonJS, and the other entries.
assert.equal(require('bedrock-claude-runtime').textOf(response), 'Hello from Bedrock.');
assert.equal(require('bedrock-claude-runtime/metrics').cacheUsage(response).hitRate, 0);
assert.equal(typeof require('bedrock-claude-runtime/streams').collectStream, 'function');

client.destroy();
server.close();
