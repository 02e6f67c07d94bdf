import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'valid-thinking-config',
  meta: {
    type: 'problem',
    docs: {
      description: 'require thinking to be configured in the form that the model takes',
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
