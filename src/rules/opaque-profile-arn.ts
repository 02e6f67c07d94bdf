import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'opaque-profile-arn',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'require the model behind an application inference profile to be named',
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
