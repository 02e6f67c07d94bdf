import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-exact-tool-input-match',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow comparing tool inputs exactly, which newer models write with other white space and escapes',
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
