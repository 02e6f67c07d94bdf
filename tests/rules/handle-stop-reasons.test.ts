import rule from '../../src/rules/handle-stop-reasons.js';
import { runRule } from './run-rule.js';

const id = 'global.anthropic.claude-sonnet-4-6';

runRule(rule, {
  valid: [
    // Listed in the option.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '${id}', messages: [] });`,
      options: { ignoreIds: [id] },
    },
    // Nothing calls it.
    { code: `// ${id}` },
  ],
  invalid: [
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«${id}»', messages: [] });`,
      output: null,
      errors: [{ messageId: 'found', data: { id } }],
    },
  ],
});
