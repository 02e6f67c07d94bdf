import rule from '../../src/rules/prefer-model-router.js';
import { runRule } from './run-rule.js';

const sdk = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`;
const opus = 'eu.anthropic.claude-opus-4-5-20251101-v1:0';
const haiku = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0';

function ask(rest: string, model = `'${opus}'`, text = 'question') {
  return `${sdk}
export const ask = (question: string) =>
  new ConverseCommand({ modelId: ${model}, messages: [{ role: 'user', content: [{ text: ${text} }] }], ${rest} }); // Claude`;
}

runRule(rule, {
  valid: [
    // Long answers, tools, thinking, and what nobody can see.
    { code: ask('inferenceConfig: { maxTokens: 4000 }') },
    { code: ask('') },
    {
      code: ask(
        'inferenceConfig: { maxTokens: 200 }, toolConfig: { tools: [{ toolSpec: { name: "a", inputSchema: { json: {} } } }] }',
      ),
    },
    {
      code: ask(
        `inferenceConfig: { maxTokens: 200 }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 } }`,
      ),
    },
    { code: ask('inferenceConfig: { maxTokens: 200 }, ...question.options') },
    // A system prompt of some size, a second turn, an image.
    { code: ask(`inferenceConfig: { maxTokens: 200 }, system: [{ text: '${'Weigh every clause. '.repeat(120)}' }]`) },
    {
      code: `${sdk}
export const ask = (question: string) =>
  new ConverseCommand({
    modelId: '${opus}',
    messages: [
      { role: 'user', content: [{ text: question }] },
      { role: 'assistant', content: [{ text: 'And?' }] },
      { role: 'user', content: [{ text: question }] },
    ],
    inferenceConfig: { maxTokens: 200 },
  });`,
    },
    // Nothing cheaper is there, or in that geography; a model that has ended belongs to other rules.
    { code: ask('inferenceConfig: { maxTokens: 200 }', `'${haiku}'`) },
    { code: ask('inferenceConfig: { maxTokens: 200 }', `'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0'`) },
    { code: ask('inferenceConfig: { maxTokens: 200 }', `'us.anthropic.claude-3-opus-20240229-v1:0'`) },
    { code: ask('inferenceConfig: { maxTokens: 200 }', `'us.amazon.nova-premier-v1:0'`) },
    // A cheaper model that refuses what the request sets.
    {
      code: ask('inferenceConfig: { maxTokens: 200, temperature: 0.2 }', `'us.anthropic.claude-opus-4-6-v1'`),
      policy: { target: 'latest' },
    },
    { code: ask('inferenceConfig: { maxTokens: 200 }'), options: { maxTokens: 100 } },
    { code: ask('inferenceConfig: { maxTokens: 200 }'), filename: 'tests/ask.test.ts' },
  ],
  invalid: [
    {
      code: ask('inferenceConfig: { maxTokens: 200 }', `«'${opus}'»`),
      output: null,
      errors: [
        {
          messageId: 'simpleRequest',
          data: { name: 'Claude Opus 4.5', tokens: '200', cheaper: 'Claude Haiku 4.5' },
          suggestions: [
            {
              messageId: 'useModelRouter',
              data: { simple: haiku, complex: opus },
              output: ask(
                'inferenceConfig: { maxTokens: 200 }',
                `selectModel(question, { simple: '${haiku}', complex: '${opus}' }).modelId`,
              ).replace(sdk, `${sdk}\nimport { selectModel } from 'bedrock-claude-runtime';`),
            },
          ],
        },
      ],
    },
    // A text that is built, or an ID that stands elsewhere: for a person.
    {
      code: ask(
        `inferenceConfig: { maxTokens: 200 }, system: [{ text: 'Be brief.' }]`,
        `«'${opus}'»`,
        '`Translate: ${question}`',
      ),
      output: null,
      errors: [
        {
          messageId: 'simpleRequest',
          data: { name: 'Claude Opus 4.5', tokens: '200', cheaper: 'Claude Haiku 4.5' },
        },
      ],
    },
  ],
});
