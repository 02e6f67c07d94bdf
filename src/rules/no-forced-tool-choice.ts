import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-forced-tool-choice',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow forcing a tool on models that refuse it',
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
