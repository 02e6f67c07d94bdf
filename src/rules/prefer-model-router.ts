import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'prefer-model-router',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'suggest routing simple requests to a smaller model',
      presets: [],
      severity: 'warn',
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
