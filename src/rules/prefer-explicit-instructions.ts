import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'prefer-explicit-instructions',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'suggest asking for an action rather than for a suggestion',
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
