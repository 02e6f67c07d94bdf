import { printModelId } from '../catalog/model-id.js';
import { capLevel } from './models/cap-level.js';
import { defineRule } from './define-rule.js';
import { describePrice } from './models/describe-price.js';
import { judgeModel } from './models/judge-model.js';
import { claims, newId } from './models/successor-repairs.js';

export default defineRule({
  name: 'prefer-global-profile',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'prefer the global inference profile where data may be processed in any region',
      presets: ['strict', 'latest'],
      severity: 'warn',
    },
    messages: {
      geographicProfile:
        '`{{id}}` keeps requests in one geography; the global profile has quotas of its own{{price}}. Set `residency` in the policy if data must stay.',
    },
    repairs: {
      useGlobalProfile: {
        message: 'Use the global profile: `{{to}}`. IAM policies and SCPs must allow it.',
        safeties: ['review'],
      },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    for (const reference of document.modelReferences) {
      const verdict = judgeModel(reference, policy);
      if (verdict.kind !== 'geographic') continue;
      const { model } = verdict;
      const to = newId(reference, model, 'global');
      yield {
        messageId: 'geographicProfile',
        data: { id: printModelId(reference.name), price: describePrice(reference, model, 'global', policy) },
        range: reference.range,
        level: capLevel(reference.level, 'warning'),
        position: reference.position,
        repairs:
          reference.fixed === null
            ? [
                {
                  id: 'useGlobalProfile',
                  data: { to },
                  safety: 'review',
                  ...claims(reference, model, 'global'),
                  edits: [{ range: reference.range, text: to }],
                },
              ]
            : [],
        ...(reference.fixed === null ? {} : { unrepaired: reference.fixed }),
      };
    }
  },
});
