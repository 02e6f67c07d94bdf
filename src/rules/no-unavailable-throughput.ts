import { capLevel } from './models/cap-level.js';
import { defineRule } from './define-rule.js';
import { describeId } from './models/describe-id.js';
import { judgeModel } from './models/judge-model.js';
import { fieldFindings } from './request/field-findings.js';
import { provisionedCalls } from './throughput/provisioned-calls.js';
import { provisionedModel } from './throughput/provisioned-model.js';
import { reservedAdvice } from './throughput/reserved-advice.js';
import { settingFindings } from './throughput/setting-findings.js';

export default defineRule({
  name: 'no-unavailable-throughput',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow throughput, tier and latency settings that no active Claude model offers',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      latency:
        'Bedrock offers no latency-optimized inference for {{name}}: a request that asks for it is refused, or served like any other. Remove the setting.',
      latencyForSuccessor:
        'Bedrock offers no latency-optimized inference for {{name}}, the successor of `{{id}}`. Remove the setting with the move.',
      latencyForTarget:
        'Bedrock offers latency-optimized inference for no active Claude model. Remove the setting if this call reaches Claude.',
      tier: 'Bedrock does not serve {{name}} in the `{{tier}}` tier: a request that asks for it is refused, or served in the standard tier. {{advice}}.',
      tierForSuccessor:
        'Bedrock does not serve {{name}}, the successor of `{{id}}`, in the `{{tier}}` tier. {{advice}}.',
      tierForTarget: 'Bedrock serves no active Claude model in the `{{tier}}` tier. {{advice}}.',
      notProvisioned: 'Provisioned Throughput cannot be bought for `{{id}}` ({{name}}). {{advice}}.',
      provisioned:
        '`{{arn}}` is provisioned throughput of {{name}}, for which Bedrock offers none: the ARN cannot answer. {{advice}}.',
      provisionedClaude:
        '`{{arn}}` is provisioned throughput, and the request is one for Claude: every Claude model that it could be bought for has reached its end of life. {{advice}}.',
    },
    repairs: {
      dropThroughputSetting: { message: 'Remove `{{setting}}`.', safeties: ['review'] },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    yield* fieldFindings(document, (call) => settingFindings(call, document, policy));
    for (const reference of document.modelReferences) {
      const model = provisionedModel(reference, policy);
      if (!model || judgeModel(reference, policy).kind === 'endOfLife') continue;
      const { name, range, level, position, creates } = reference;
      const data = {
        name: model.name,
        id: describeId(name),
        arn: describeId(name),
        advice: reservedAdvice(model, policy),
      };
      yield {
        messageId: creates ? 'notProvisioned' : 'provisioned',
        data,
        range,
        level: capLevel(level, creates ? 'error' : 'warning'),
        position,
        repairs: [],
        unrepaired: 'a person chooses how the model is called',
      };
    }
    for (const { arn, range } of provisionedCalls(document, policy)) {
      yield {
        messageId: 'provisionedClaude',
        data: { arn, advice: reservedAdvice(null, policy) },
        range,
        level: 'warning',
        repairs: [],
        unrepaired: 'a person chooses the model',
      };
    }
  },
});
