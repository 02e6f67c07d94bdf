import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-assistant-prefill',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow conversations that end with a turn of the assistant for models that refuse them',
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
