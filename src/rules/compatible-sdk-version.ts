import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'compatible-sdk-version',
  meta: {
    type: 'problem',
    docs: {
      description: 'require versions of the SDKs that the models in use accept',
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
