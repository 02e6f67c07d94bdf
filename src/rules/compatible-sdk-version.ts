import { defineRule } from './define-rule.js';
import { cachePointFinding } from './sdk-versions/cache-point-finding.js';
import { refusedApiVersion } from './sdk-versions/refused-api-version.js';

export default defineRule({
  name: 'compatible-sdk-version',
  meta: {
    type: 'problem',
    docs: {
      description: 'require versions of the SDKs that the models in use accept',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      apiVersion:
        '`{{library}}` {{version}} sends API version {{sent}}, which Bedrock takes for Claude {{since}} and later: {{name}} answers with a ValidationException. Stay below {{library}} {{from}}, or call a newer model.',
      apiVersionForSuccessor:
        '`{{library}}` {{version}} sends API version {{sent}}, which Bedrock takes for Claude {{since}} and later: {{name}}, the successor of `{{id}}`, answers with a ValidationException. Stay below {{library}} {{from}}, or move to a newer model.',
      noCachePoints:
        '`{{library}}` {{version}} does not know cache points, which came with {{from}}: its types refuse them, and what it makes of answers leaves out what the cache did. Install a newer version.',
    },
    repairs: {},
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    formats: ['javascript'],
  },
  *detect(document, { policy }) {
    for (const call of document.modelCalls) {
      const refused = refusedApiVersion(call, document, policy);
      if (refused) yield refused;
    }
    // One for a file: whichever call says so, it is the same package that has to change.
    for (const call of document.modelCalls) {
      const missing = cachePointFinding(call, document, policy);
      if (!missing) continue;
      yield missing;
      return;
    }
  },
});
