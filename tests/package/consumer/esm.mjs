import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { inferenceProfile } from 'bedrock-claude-runtime';
import plugin from 'eslint-plugin-bedrock-claude';

assert.equal(plugin.meta.name, 'eslint-plugin-bedrock-claude');
assert.ok(plugin.rules['no-end-of-life-model'].create);
assert.ok(plugin.configs.recommended);
assert.equal(
  inferenceProfile('anthropic.claude-haiku-4-5-20251001-v1:0'),
  'global.anthropic.claude-haiku-4-5-20251001-v1:0',
);

for (const name of ['eslint', 'eslint9'].filter((name) => existsSync(`node_modules/${name}`))) {
  const { Linter } = await import(name);
  const messages = new Linter({ configType: 'flat' }).verify(
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
     await new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: 'anthropic.claude-v2' }));`,
    [plugin.configs.recommended].flat(),
    { filename: 'service.js' },
  );
  assert.deepEqual(
    messages.map((message) => message.ruleId),
    ['bedrock-claude/no-end-of-life-model'],
    `${name} ${Linter.version}`,
  );
}
