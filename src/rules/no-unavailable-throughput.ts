import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-unavailable-throughput',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow throughput, tier and latency settings that no active Claude model offers',
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
