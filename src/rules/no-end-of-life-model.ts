import { capLevel } from './models/cap-level.js';
import { defineRule } from './define-rule.js';
import { describeId } from './models/describe-id.js';
import { adviseSuccessor } from './models/advise-successor.js';
import { ignoreIdsSchema } from './models/ignore-ids.js';
import { judgeModel } from './models/judge-model.js';
import { repairsTowardsSuccessor, successorRepairs } from './models/successor-repairs.js';

export default defineRule({
  name: 'no-end-of-life-model',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow Claude models that Amazon Bedrock has shut down',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      modelEnded:
        '`{{id}}` ({{name}}) reached its end of life on Bedrock on {{date}}: every request for it fails. {{advice}}.',
      modelEndedInRegion:
        '`{{id}}` ({{name}}) reached its end of life in {{region}} on {{date}}: every request for it fails there. {{advice}}.',
      modelEndedElsewhere:
        '`{{id}}` ({{name}}) reached its end of life on {{date}} in every region that AWS has named. {{region}} is none of them and may still answer, but not for long. {{advice}}.',
    },
    repairs: successorRepairs,
    schema: {
      type: 'object',
      properties: {
        ignoreIds: ignoreIdsSchema,
      },
      additionalProperties: false,
    },
    defaultOptions: { ignoreIds: [] as readonly string[] },
  },
  *detect(document, { policy, options }) {
    for (const reference of document.modelReferences) {
      const verdict = judgeModel(reference, policy);
      if (verdict.kind !== 'endOfLife' || options.ignoreIds.includes(verdict.model.id)) continue;
      const { model, lifecycle } = verdict;
      const { certain } = lifecycle;
      const { successor, repairs, unrepaired } = repairsTowardsSuccessor(reference, model, certain, document, policy);
      const { region } = reference;
      yield {
        messageId: region === null ? 'modelEnded' : certain ? 'modelEndedInRegion' : 'modelEndedElsewhere',
        data: {
          id: describeId(reference.name),
          name: model.name,
          date: lifecycle.endOfLifeOn ?? '',
          region: region ?? '',
          advice: adviseSuccessor(successor, policy),
        },
        range: reference.range,
        level: capLevel(reference.level, certain ? 'error' : 'warning'),
        position: reference.position,
        repairs,
        ...(unrepaired === undefined ? {} : { unrepaired }),
      };
    }
  },
});
