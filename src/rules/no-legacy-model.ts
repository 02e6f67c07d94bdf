import type { Document } from '../documents/document.js';
import type { ModelReference } from '../documents/facts.js';
import type { Policy } from '../policy/policy.js';
import { adviseSuccessor } from './models/advise-successor.js';
import { capLevel } from './models/cap-level.js';
import { defineRule } from './define-rule.js';
import { describeId } from './models/describe-id.js';
import { ignoreIdsSchema } from './models/ignore-ids.js';
import { judgeModel } from './models/judge-model.js';
import type { Verdict } from './models/judge-model.js';
import { repairsTowardsSuccessor, successorRepairs } from './models/successor-repairs.js';
import { movesSuperseded, supersededBy } from './models/superseded-by.js';

export default defineRule({
  name: 'no-legacy-model',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow Claude models that Amazon Bedrock is about to shut down',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'warn',
    },
    messages: {
      legacy:
        '`{{id}}` ({{name}}) has been Legacy on Bedrock since {{date}}: new and idle accounts are refused{{end}}. {{advice}}.',
      extendedAccess:
        '`{{id}}` ({{name}}) has been in extended access on Bedrock since {{date}}: it may cost more, new and idle accounts are refused{{end}}. {{advice}}.',
      retiring: '`{{id}}` ({{name}}) reaches its end of life on Bedrock on {{date}}. {{advice}}.',
      superseded: '`{{id}}` ({{name}}) is active on Bedrock, but {{newest}} is the newest model of its family.',
    },
    repairs: successorRepairs,
    schema: {
      type: 'object',
      properties: {
        ignoreIds: ignoreIdsSchema,
        reportSuperseded: {
          type: 'boolean',
          description: 'Also report active models that a newer one of their family has superseded.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignoreIds: [] as readonly string[], reportSuperseded: false },
  },
  *detect(document, { policy, options }) {
    for (const reference of document.modelReferences) {
      const verdict = judgeModel(reference, policy);
      if (verdict.kind !== 'legacy') {
        const superseded = options.reportSuperseded ? reportedModel(verdict, policy) : verdict;
        if (superseded?.kind === 'superseded' && !options.ignoreIds.includes(superseded.model.id))
          yield supersededFinding(reference, superseded, document, policy);
        continue;
      }
      const { model, lifecycle, why } = verdict;
      if (options.ignoreIds.includes(model.id)) continue;
      const { successor, repairs, unrepaired } = repairsTowardsSuccessor(reference, model, false, document, policy);
      const date = {
        legacy: lifecycle.legacyOn,
        extendedAccess: lifecycle.extendedAccessOn,
        retiring: lifecycle.endOfLifeOn,
      }[why];
      const end = lifecycle.endOfLifeOn === null ? '' : `, and every request fails from ${lifecycle.endOfLifeOn}`;
      yield {
        messageId: why,
        data: {
          id: describeId(reference.name),
          name: model.name,
          date: date ?? '',
          end,
          advice: adviseSuccessor(successor, policy),
        },
        range: reference.range,
        level: capLevel(reference.level, 'warning'),
        position: reference.position,
        repairs,
        ...(unrepaired === undefined ? {} : { unrepaired }),
      };
    }
  },
});

type Superseded = Pick<Extract<Verdict, { kind: 'superseded' }>, 'kind' | 'model' | 'newest'>;

/** Whatever else is said of a model that still answers. */
function reportedModel(verdict: Verdict, policy: Policy): Superseded | null {
  const model = verdict.kind !== 'endOfLife' && 'model' in verdict ? verdict.model : null;
  const newest = model && supersededBy(model, policy);
  return newest ? { kind: 'superseded', model, newest } : null;
}

function supersededFinding(
  reference: ModelReference,
  { model, newest }: Superseded,
  document: Document,
  policy: Policy,
) {
  const towards: Policy = movesSuperseded(model, policy) ? policy : { ...policy, target: 'latest' };
  const { repairs, unrepaired } = repairsTowardsSuccessor(reference, model, false, document, towards);
  return {
    messageId: 'superseded' as const,
    data: { id: describeId(reference.name), name: model.name, newest: newest.name },
    range: reference.range,
    level: capLevel(reference.level, 'warning'),
    position: reference.position,
    repairs,
    ...(unrepaired === undefined ? {} : { unrepaired }),
  };
}
