import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'valid-max-tokens',
  meta: {
    type: 'problem',
    docs: {
      description: "require `max_tokens` where it is required, within the model's limit",
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
