import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-text-completions',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow text-completion requests, which no Claude model on Amazon Bedrock takes any more',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: { found: 'Found.' },
    repairs: {},
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  detect() {
    return [];
  },
});
