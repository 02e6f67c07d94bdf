import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-obsolete-beta',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow beta flags and tool versions that the model does not know any more',
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
