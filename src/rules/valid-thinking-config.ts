import type { EffortLevel } from '../catalog/schema.js';
import { defineRule } from './define-rule.js';
import { fieldFindings } from './request/field-findings.js';
import { effortFindings } from './thinking/effort-findings.js';
import { looseThinking } from './thinking/loose-thinking.js';
import { misplacedThinking } from './thinking/misplaced-thinking.js';
import { besideThinking } from './thinking/beside-thinking.js';
import { thinkingFindings } from './thinking/thinking-findings.js';
import { shortAnswers } from './thinking/short-answers.js';

export interface Options {
  readonly effort?: EffortLevel;
  readonly budgetTokens?: number;
  readonly minMaxTokens: number;
}

/** The options without a default are those that only a team can choose. */
const defaultOptions: Options = { minMaxTokens: 0 };

export default defineRule({
  name: 'valid-thinking-config',
  meta: {
    type: 'problem',
    docs: {
      description: 'require thinking to be configured in the form that the model takes',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      refused: '{{name}} {{problem}}: the request fails with a ValidationException. {{advice}}.',
      refusedForSuccessor:
        '{{name}}, the successor of `{{id}}`, {{problem}}: requests fail once the model is moved. {{advice}}.',
      refusedForTarget:
        'The code does not say which Claude this call reaches; one that your policy moves to, such as {{name}}, {{problem}} and fails the request. {{advice}}.',
      olderName:
        '`{{parameter}}` is a name of early samples, which Bedrock does not document and may refuse. Call it `thinking`.',
      preferAdaptive:
        '{{name}} takes a budget for thinking, but later models refuse one. `{ type: "adaptive" }` and an effort do what it is for.',
      misplaced: 'The API reads no `{{parameter}}` here, and the model does not think. Put it into `{{place}}`.',
      samplingWithThinking:
        '{{name}} takes no `{{parameter}}` of {{value}} while it thinks with a budget: the request fails with a ValidationException. Leave it out.',
      samplingWithThinkingForSuccessor:
        '{{name}}, the successor of `{{id}}`, takes no `{{parameter}}` of {{value}} while it thinks with a budget: requests fail once the model is moved. Leave it out.',
      forcedWithThinking:
        '{{name}} can be made to use no tool while it thinks with a budget: the request fails with a ValidationException. Let it choose (`auto`), or leave thinking off for this call.',
      forcedWithThinkingForSuccessor:
        '{{name}}, the successor of `{{id}}`, can be made to use no tool while it thinks with a budget: requests fail once the model is moved. Let it choose (`auto`), or leave thinking off for this call.',
      tooFewTokens:
        '{{name}} thinks unless it is told not to, and its thoughts count towards `max_tokens`: {{tokens}} may be used up before it answers. Give it more, or configure thinking.',
    },
    repairs: {
      useAdaptive: { message: 'Let the model decide how much it thinks: `adaptive`.', safeties: ['safe', 'review'] },
      useManual: { message: 'Think with a budget of {{budget}} tokens.', safeties: ['safe', 'review'] },
      useBetweenTools: { message: 'Think between tool calls only: `between_tools`.', safeties: ['safe', 'review'] },
      removeThinking: { message: 'Remove the setting.', safeties: ['safe', 'review'] },
      fixThinkingShape: { message: 'Write it as the API takes it.', safeties: ['safe', 'review'] },
      useThinkingName: { message: 'Call it `thinking`.', safeties: ['review'] },
      moveThinking: { message: 'Put it into `{{place}}`.', safeties: ['review'] },
      removeEffort: { message: 'Remove the effort.', safeties: ['safe', 'review'] },
      removeForThinking: { message: 'Remove `{{parameter}}`.', safeties: ['safe', 'review'] },
    },
    schema: {
      type: 'object',
      properties: {
        effort: { type: 'string', enum: ['low', 'medium', 'high', 'xhigh', 'max'] },
        budgetTokens: { type: 'integer', minimum: 1 },
        minMaxTokens: { type: 'integer', minimum: 0 },
      },
      additionalProperties: false,
    },
    defaultOptions,
    formats: ['javascript'],
  },
  detect(document, { policy, options }) {
    const { effort = null, budgetTokens = null, minMaxTokens } = options;
    const choices = { effort, budgetTokens };
    return [
      ...fieldFindings(document, (call) => [
        ...thinkingFindings(call, choices, document, policy),
        ...effortFindings(call, document, policy),
        ...besideThinking(call, document, policy),
        ...misplacedThinking(call, document),
        ...shortAnswers(call, minMaxTokens, document, policy),
      ]),
      ...looseThinking(document, policy),
    ];
  },
});
