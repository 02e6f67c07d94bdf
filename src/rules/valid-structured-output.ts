import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'valid-structured-output',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow structured outputs and strict tools where Amazon Bedrock refuses them',
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
