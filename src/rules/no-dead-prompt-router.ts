import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-dead-prompt-router',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow prompt routers for Claude, which have no models left',
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
