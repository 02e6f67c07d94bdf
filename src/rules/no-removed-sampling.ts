import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-removed-sampling',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow sampling parameters for models that refuse them',
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
