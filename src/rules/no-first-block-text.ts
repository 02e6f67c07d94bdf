import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-first-block-text',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow reading the text of an answer from its first block',
      presets: ['recommended', 'strict', 'latest', 'residency'],
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
