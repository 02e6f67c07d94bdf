import validThinkingConfig from '../../src/rules/valid-thinking-config.js';
import { runRule } from './run-rule.js';
import type { InvalidCase } from './run-rule.js';

const sonnet45 = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus47 = 'us.anthropic.claude-opus-4-7';
const sonnet37 = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0';
const names: Readonly<Record<string, string>> = { [sonnet45]: 'Claude Sonnet 4.5', [opus47]: 'Claude Opus 4.7' };

const noBudget = {
  problem: 'takes no budget for thinking (`enabled`)',
  advice: "Write `{ type: 'adaptive' }` and, where you want more or less of it, an effort",
};

const notDisabled = {
  problem: 'cannot be told not to think (`disabled`)',
  advice: "Write `{ type: 'between_tools' }`, or leave it out",
};

const converse = (
  modelId: string,
  request: string,
) => `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '${modelId}'${request === '' ? '' : `, ${request}`} });`;

/** A request that fails as it stands, and what is left of it. */
const refused = (
  modelId: string,
  name: string,
  [before, after]: readonly [string, string | null],
  { problem, advice, parameter }: { problem: string; advice: string; parameter?: string },
  options?: object,
): InvalidCase => ({
  code: converse(modelId, before),
  ...(options && { options }),
  output: after === null ? null : converse(modelId, after),
  errors: [
    { messageId: 'refused', data: { name, id: '', ...(parameter !== undefined && { parameter }), problem, advice } },
  ],
});

/** A thinking setting of a model that fails as it stands, and what is left of it. */
const thinking = (
  modelId: string,
  [before, after]: readonly [string, string | null],
  words: { problem: string; advice: string },
  name = names[modelId] ?? '',
  parameter = 'thinking',
) =>
  refused(
    modelId,
    name,
    [
      `additionalModelRequestFields: { «${before}» }`,
      // The part goes with its last property.
      after === null || after === '' ? after : `additionalModelRequestFields: { ${after} }`,
    ],
    { ...words, parameter },
  );

/** The same of a model that an environment may replace: what to do is for a person. */
const offered = (
  modelId: string,
  messageId: string,
  [before, after]: readonly [string, string],
  data: Readonly<Record<string, string>>,
  options?: object,
): InvalidCase => {
  const code = (request: string) =>
    converse(modelId, request).replace(`'${modelId}'`, `process.env.MODEL_ID ?? '${modelId}'`);
  return {
    code: code(before),
    ...(options && { options }),
    output: null,
    errors: [
      { messageId: 'refused', data: { id: '', ...data }, suggestions: [{ messageId, data, output: code(after) }] },
    ],
  };
};

/** A call that sends `thinking`, an object with a name of its own. */
function opusCall(more = '') {
  return `new ConverseCommand({ modelId: '${opus47}', ${more}additionalModelRequestFields: { «thinking» } })`;
}

function withThinkingObject(code: string, calls: number, outcome: 'repaired' | null): InvalidCase {
  const head = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n`;
  const data = { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget };
  return {
    code: `${head}const thinking = { type: 'enabled', budget_tokens: 4000 };\n${code}`,
    output: outcome && `${head}const thinking = { type: 'adaptive' };\n${code.replaceAll(/[«»]/g, '')}`,
    errors: Array.from({ length: calls }, () => ({ messageId: 'refused', data })),
  };
}

runRule(validThinkingConfig, {
  valid: [
    // The form each model takes.
    {
      code: converse(sonnet45, `additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 } }`),
    },
    { code: converse(sonnet45, `additionalModelRequestFields: { thinking: { type: 'disabled' } }`) },
    {
      code: converse(
        opus47,
        `additionalModelRequestFields: { thinking: { type: 'adaptive' }, output_config: { effort: 'xhigh' } }`,
      ),
    },
    {
      code: converse(
        'us.anthropic.claude-opus-5',
        `additionalModelRequestFields: { thinking: { type: 'disabled' }, output_config: { effort: 'high' } }`,
      ),
    },
    {
      code: converse(
        'us.anthropic.claude-opus-4-5-20251101-v1:0',
        `additionalModelRequestFields: { output_config: { effort: 'low' }, anthropic_beta: ['effort-2025-11-24'] }`,
      ),
    },
    // A model that takes both: a note, which ESLint shows on request only.
    {
      code: converse(
        'us.anthropic.claude-sonnet-4-6',
        `additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }`,
      ),
    },
    // What a helper makes of the model's ID.
    { code: converse(opus47, 'additionalModelRequestFields: { thinking: withThinking(modelId) }') },
    // A branch for each kind of model.
    {
      code: converse(
        opus47,
        `additionalModelRequestFields: { thinking: isOld ? { type: 'enabled', budget_tokens: 2000 } : { type: 'adaptive' } }`,
      ).replace("{ type: 'enabled', budget_tokens: 2000 }", 'manual'),
    },
    // What goes with a budget: a temperature of 1, a free choice of tools, a high top_p.
    {
      code: converse(
        sonnet45,
        `inferenceConfig: { temperature: 1, maxTokens: 4000 }, toolConfig: { tools, toolChoice: { auto: {} } }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }`,
      ),
    },
    {
      code: converse(
        sonnet45,
        `inferenceConfig: { topP: 0.95 }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }`,
      ),
    },
    // A temperature for requests that don't think.
    {
      code: converse(
        sonnet45,
        `inferenceConfig: { temperature: isThinking ? 1 : 0.2 }, additionalModelRequestFields: isThinking ? { thinking: { type: 'enabled', budget_tokens: 2000 } } : {}`,
      ),
    },
    // A model that nobody names is likely to be one that takes what it is asked.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (modelId: string) => new InvokeModelCommand({ modelId, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 10, messages: [], thinking: { type: 'adaptive' }, output_config: { effort: 'low' } }) });`,
    },
    // Manual thinking without a known call, for a target that takes it.
    {
      code: `import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
export const fields = { thinking: { type: 'enabled', budget_tokens: 2000 } };`,
    },
    // The same for Claude on another platform, and in a file that knows no Bedrock.
    {
      code: `import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import Anthropic from '@anthropic-ai/sdk';
export const fields = { thinking: { type: 'enabled', budget_tokens: 2000 } };`,
      policy: { target: 'latest' },
    },
    {
      code: `export const bedrockFields = { thinking: { type: 'enabled', budget_tokens: 2000 } };`,
      policy: { target: 'latest' },
    },
    // The reasoning of another vendor's model.
    {
      code: converse(
        'us.amazon.nova-2-lite-v1:0',
        `additionalModelRequestFields: { reasoningConfig: { type: 'enabled' }, thinking: { type: 'enabled' } }`,
      ),
      policy: { target: 'latest' },
    },
    // A shadowed name and a look-alike.
    {
      code: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ modelId: '${opus47}', additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } } });`,
    },
    // Few tokens are no defect where no team says so.
    { code: converse('us.anthropic.claude-sonnet-5', 'inferenceConfig: { maxTokens: 100 }') },
  ],
  invalid: [
    // Manual thinking for a model that takes adaptive thinking only.
    thinking(
      opus47,
      [`thinking: { type: 'enabled', budget_tokens: 2000 }`, `thinking: { type: 'adaptive' }`],
      noBudget,
    ),
    thinking(
      opus47,
      [`thinking: { budget_tokens: budget, type: "enabled" }`, `thinking: { type: "adaptive" }`],
      noBudget,
    ),
    thinking(opus47, [`thinking: { enabled: true, budget: 10000 }`, `thinking: { type: 'adaptive' }`], noBudget),
    thinking(
      opus47,
      [`reasoning_config: { type: 'enabled', budget_tokens: 2000 }`, `thinking: { type: 'adaptive' }`],
      noBudget,
      'Claude Opus 4.7',
      'reasoning_config',
    ),
    // With an effort that a team chose.
    refused(
      opus47,
      'Claude Opus 4.7',
      [
        `additionalModelRequestFields: { «thinking: { type: 'enabled', budget_tokens: 2000 }» }`,
        `additionalModelRequestFields: { thinking: { type: 'adaptive' }, output_config: { effort: 'high' } }`,
      ],
      { ...noBudget, parameter: 'thinking' },
      { effort: 'high' },
    ),
    // Lines and comments of its own.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 4000,
  «thinking: {
    type: 'enabled',
    budget_tokens: 2000, // enough
  }»,
  messages: [],
};
new InvokeModelCommand({ modelId: '${opus47}', body: JSON.stringify(body) });`,
      options: { effort: 'low' },
      output: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 4000,
  thinking: {
    type: 'adaptive',
  },
  messages: [],
  output_config: { effort: 'low' },
};
new InvokeModelCommand({ modelId: '${opus47}', body: JSON.stringify(body) });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget } }],
    },
    // A model that has ended, whose successor takes no budget.
    {
      code: converse(
        sonnet37,
        `additionalModelRequestFields: { «thinking: { type: 'enabled', budget_tokens: 2000 }» }`,
      ),
      policy: { target: 'latest' },
      output: converse(sonnet37, `additionalModelRequestFields: { thinking: { type: 'adaptive' } }`),
      errors: [
        {
          messageId: 'refusedForSuccessor',
          data: { name: 'Claude Sonnet 5.5', id: sonnet37, parameter: 'thinking', ...noBudget },
        },
      ],
    },
    // A model that nobody names.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (modelId: string, thinks: boolean) => new ConverseCommand({ modelId, additionalModelRequestFields: { «thinking: thinks ? { type: 'enabled', budget_tokens: 2000 } : undefined» } });`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'refusedForTarget',
          data: { name: 'Claude Haiku 5.5', id: '', parameter: 'thinking', ...noBudget },
        },
      ],
    },
    // A setting without a known call.
    {
      code: `import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
export function addThinking(input: ConverseCommandInput, budget: number) {
  return deepMerge(input, { «reasoning_config: { type: 'enabled', budget_tokens: budget }» });
}`,
      policy: { target: 'latest' },
      output: null,
      errors: [{ messageId: 'refusedForTarget', data: { name: 'Claude Haiku 5.5', ...noBudget } }],
    },
    // Shapes that no model takes.
    ...[
      [`thinking: { enabled: true, budget: 2000 }`, `thinking: { type: 'enabled', budget_tokens: 2000 }`],
      [`thinking: { type: 'enabled', budgetTokens: 2000 }`, `thinking: { type: 'enabled', budget_tokens: 2000 }`],
      [`thinking: { "type": "enabled", "budget": 2000 }`, `thinking: { "type": "enabled", "budget_tokens": 2000 }`],
      [`thinking: { budget_tokens: 2000 }`, `thinking: { budget_tokens: 2000, type: 'enabled' }`],
      [`thinking: { enabled: false }`, `thinking: { type: 'disabled' }`],
    ].map(([before = '', after = '']) =>
      thinking(sonnet45, [before, after], {
        problem: 'takes no thinking of this shape',
        advice: "Write `{ type: 'enabled', budget_tokens: … }`",
      }),
    ),
    // A name of early samples.
    {
      code: converse(
        sonnet45,
        `additionalModelRequestFields: { «reasoning_config: { type: 'enabled', budget_tokens: 2000 }» }`,
      ),
      output: null,
      errors: [
        {
          messageId: 'olderName',
          data: {
            name: 'Claude Sonnet 4.5',
            id: '',
            parameter: 'reasoning_config',
            problem: 'takes thinking as `thinking`, not as `reasoning_config`',
            advice: 'Call it `thinking`',
          },
          suggestions: [
            {
              messageId: 'useThinkingName',
              data: { budget: '' },
              output: converse(
                sonnet45,
                `additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }`,
              ),
            },
          ],
        },
      ],
    },
    // Budgets that a person must choose.
    refused(
      sonnet45,
      'Claude Sonnet 4.5',
      [
        `inferenceConfig: { maxTokens: 2000 }, additionalModelRequestFields: { «thinking: { type: 'enabled', budget_tokens: 2000 }» }`,
        null,
      ],
      {
        parameter: 'thinking',
        problem: 'wants a budget below the most tokens it may write, for thoughts count towards them',
        advice: 'Lower `budget_tokens`, or allow more tokens',
      },
    ),
    thinking(sonnet45, [`thinking: { type: 'enabled', budget_tokens: 1000 }`, null], {
      problem: 'thinks with a budget of 1024 tokens or more',
      advice: 'Raise `budget_tokens`, or leave thinking out',
    }),
    thinking(sonnet45, [`thinking: { type: 'enabled' }`, null], {
      problem: 'takes no `enabled` without `budget_tokens`',
      advice: 'Give it a budget',
    }),
    thinking(sonnet45, [`thinking: { type: 'adaptive' }`, null], {
      problem: 'knows no `adaptive` thinking',
      advice: "Write `{ type: 'enabled', budget_tokens: … }`, with a budget of 1024 tokens or more",
    }),
    // …or a team, once.
    refused(
      sonnet45,
      'Claude Sonnet 4.5',
      [
        `inferenceConfig: { maxTokens: 4000 }, additionalModelRequestFields: { «thinking: { type: 'adaptive' }» }`,
        `inferenceConfig: { maxTokens: 4000 }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2048 } }`,
      ],
      {
        parameter: 'thinking',
        problem: 'knows no `adaptive` thinking',
        advice: "Write `{ type: 'enabled', budget_tokens: … }`, with a budget of 1024 tokens or more",
      },
      { budgetTokens: 2048 },
    ),
    // Models that can't be told not to think.
    thinking(
      'us.anthropic.claude-opus-5-5',
      [`thinking: { type: 'disabled' }`, ''],
      {
        problem: 'cannot be told not to think (`disabled`)',
        advice: 'Leave it out; a lower effort makes it think less',
      },
      'Claude Opus 5.5',
    ),
    thinking(
      'us.anthropic.claude-sonnet-5-5',
      [`thinking: { type: 'disabled' }`, `thinking: { type: 'between_tools' }`],
      {
        problem: 'cannot be told not to think (`disabled`)',
        advice: "Write `{ type: 'between_tools' }`, or leave it out",
      },
      'Claude Sonnet 5.5',
    ),
    refused(
      'us.anthropic.claude-opus-5',
      'Claude Opus 5',
      [`additionalModelRequestFields: { «thinking: { type: 'disabled' }», output_config: { effort: 'max' } }`, null],
      {
        parameter: 'thinking',
        problem: 'takes `disabled` only up to an effort of `high`',
        advice: 'Ask for less effort, or let it think',
      },
    ),
    // Efforts.
    refused(
      sonnet45,
      'Claude Sonnet 4.5',
      [
        `additionalModelRequestFields: { top_k: 5, output_config: { «effort: 'high'» } }`,
        `additionalModelRequestFields: { top_k: 5 }`,
      ],
      { problem: 'takes no effort', advice: 'Leave it out' },
    ),
    refused(
      'us.anthropic.claude-sonnet-4-6',
      'Claude Sonnet 4.6',
      [`additionalModelRequestFields: { output_config: { «effort: 'xhigh'» } }`, null],
      { problem: 'knows no effort of `xhigh`', advice: 'It takes `low`, `medium`, `high`, `max`' },
    ),
    refused(
      'us.anthropic.claude-opus-4-5-20251101-v1:0',
      'Claude Opus 4.5',
      [`additionalModelRequestFields: { output_config: { «effort: 'low'» } }`, null],
      {
        problem: 'takes an effort only with the beta `effort-2025-11-24`',
        advice: 'Name the beta, or leave it out',
      },
    ),
    refused(
      opus47,
      'Claude Opus 4.7',
      [`additionalModelRequestFields: { «thinking: { type: 'adaptive', effort: 'high' }» }`, null],
      {
        parameter: 'thinking',
        problem: 'takes no effort inside `thinking`',
        advice: 'Put it into `output_config: { effort: … }`',
      },
    ),
    // Sampling and forced tools beside a budget.
    {
      code: converse(
        sonnet45,
        `inferenceConfig: { maxTokens: 4000, «temperature: 0.2» }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 }, «top_k: 5» }, toolConfig: { tools, «toolChoice: { any: {} }» }`,
      ),
      output: converse(
        sonnet45,
        `inferenceConfig: { maxTokens: 4000 }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }, toolConfig: { tools, toolChoice: { any: {} } }`,
      ),
      errors: [
        {
          messageId: 'samplingWithThinking',
          data: { name: 'Claude Sonnet 4.5', id: '', parameter: 'temperature', value: '0.2' },
        },
        {
          messageId: 'samplingWithThinking',
          data: { name: 'Claude Sonnet 4.5', id: '', parameter: 'top_k', value: '5' },
        },
        { messageId: 'forcedWithThinking', data: { name: 'Claude Sonnet 4.5', id: '' } },
      ],
    },
    // Thinking where Converse does not read it.
    {
      code: converse(sonnet45, `«thinking: { type: 'enabled', budget_tokens: 2000 }»`),
      output: null,
      errors: [
        {
          messageId: 'misplaced',
          data: { parameter: 'thinking', place: 'additionalModelRequestFields' },
          suggestions: [
            {
              messageId: 'moveThinking',
              data: { place: 'additionalModelRequestFields' },
              output: converse(
                sonnet45,
                `additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }`,
              ),
            },
          ],
        },
      ],
    },
    // Few tokens for a model that thinks by itself, where a team wants more.
    {
      code: converse('us.anthropic.claude-sonnet-5', `messages: [], inferenceConfig: { «maxTokens: 100» }`),
      options: { minMaxTokens: 1024 },
      output: null,
      errors: [{ messageId: 'tooFewTokens', data: { name: 'Claude Sonnet 5', tokens: '100' } }],
    },
    // One setting for two models: the form of the one is not the other's.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const additionalModelRequestFields = { «thinking: { type: 'enabled', budget_tokens: 2000 }» };
new ConverseCommand({ modelId: '${opus47}', additionalModelRequestFields });
new ConverseCommand({ modelId: '${sonnet45}', additionalModelRequestFields });`,
      output: null,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget } }],
    },
    // LangChain, Strands, the AI SDK and the Messages API.
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: '${opus47}', additionalModelRequestFields: { «thinking: { type: 'enabled', budget_tokens: 2000 }» } });`,
      output: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: '${opus47}', additionalModelRequestFields: { thinking: { type: 'adaptive' } } });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget } }],
    },
    {
      code: `import { BedrockModel } from '@strands-agents/sdk';
new BedrockModel({ modelId: '${opus47}', additionalRequestFields: { «thinking: { type: 'enabled', budget_tokens: 2000 }» } });`,
      output: `import { BedrockModel } from '@strands-agents/sdk';
new BedrockModel({ modelId: '${opus47}', additionalRequestFields: { thinking: { type: 'adaptive' } } });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget } }],
    },
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('${opus47}'), prompt: 'Hi', providerOptions: { bedrock: { «reasoningConfig: { type: 'enabled', budgetTokens: 2000 }» } } });`,
      options: { effort: 'high' },
      output: `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('${opus47}'), prompt: 'Hi', providerOptions: { bedrock: { reasoningConfig: { type: 'adaptive', maxReasoningEffort: 'high' } } } });`,
      errors: [
        { messageId: 'refused', data: { name: 'Claude Opus 4.7', id: '', parameter: 'reasoningConfig', ...noBudget } },
      ],
    },
    {
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
await new AnthropicBedrock().messages.create({ model: '${opus47}', max_tokens: 4000, messages: [], «thinking: { type: 'enabled', budget_tokens: 2000 }» });`,
      output: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
await new AnthropicBedrock().messages.create({ model: '${opus47}', max_tokens: 4000, messages: [], thinking: { type: 'adaptive' } });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget } }],
    },
    // The same beside a budget, for the successor of a model that has ended.
    {
      code: converse(
        sonnet37,
        `inferenceConfig: { maxTokens: 4000, «temperature: 0.2» }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }, toolConfig: { tools, «toolChoice: { any: {} }» }`,
      ),
      output: converse(
        sonnet37,
        `inferenceConfig: { maxTokens: 4000 }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }, toolConfig: { tools, toolChoice: { any: {} } }`,
      ),
      errors: [
        {
          messageId: 'samplingWithThinkingForSuccessor',
          data: { name: 'Claude Sonnet 4.5', id: sonnet37, parameter: 'temperature', value: '0.2' },
        },
        { messageId: 'forcedWithThinkingForSuccessor', data: { name: 'Claude Sonnet 4.5', id: sonnet37 } },
      ],
    },
    // What the environment may name takes them perhaps.
    offered(
      sonnet45,
      'useManual',
      [
        `inferenceConfig: { maxTokens: 4000 }, additionalModelRequestFields: { «thinking: { type: 'adaptive' }» }`,
        `inferenceConfig: { maxTokens: 4000 }, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2048 } }`,
      ],
      {
        name: 'Claude Sonnet 4.5',
        parameter: 'thinking',
        problem: 'knows no `adaptive` thinking',
        advice: "Write `{ type: 'enabled', budget_tokens: … }`, with a budget of 1024 tokens or more",
        budget: '2048',
      },
      { budgetTokens: 2048 },
    ),
    offered(
      'us.anthropic.claude-opus-5-5',
      'removeThinking',
      [
        `additionalModelRequestFields: { top_k: 5, «thinking: { type: 'disabled' }» }`,
        `additionalModelRequestFields: { top_k: 5 }`,
      ],
      {
        name: 'Claude Opus 5.5',
        problem: 'cannot be told not to think (`disabled`)',
        advice: 'Leave it out; a lower effort makes it think less',
      },
    ),
    offered(
      'us.anthropic.claude-sonnet-5-5',
      'useBetweenTools',
      [
        `additionalModelRequestFields: { «thinking: { type: 'disabled' }» }`,
        `additionalModelRequestFields: { thinking: { type: 'between_tools' } }`,
      ],
      {
        name: 'Claude Sonnet 5.5',
        problem: 'cannot be told not to think (`disabled`)',
        advice: "Write `{ type: 'between_tools' }`, or leave it out",
      },
    ),
    offered(
      sonnet45,
      'removeEffort',
      [
        `additionalModelRequestFields: { top_k: 5, output_config: { «effort: 'high'» } }`,
        `additionalModelRequestFields: { top_k: 5 }`,
      ],
      { name: 'Claude Sonnet 4.5', problem: 'takes no effort', advice: 'Leave it out' },
    ),
    // A budget beside another type.
    thinking(
      opus47,
      [
        `thinking: { type: 'adaptive', budget_tokens: 5000, display: 'summarized' }`,
        `thinking: { type: 'adaptive', display: 'summarized' }`,
      ],
      { problem: 'takes no `budget_tokens` with `adaptive`', advice: 'Leave the budget out' },
    ),
    // `between_tools` stands alone, and comes with little effort.
    thinking(
      'us.anthropic.claude-sonnet-5-5',
      [`thinking: { type: 'disabled', budget_tokens: 0 }`, `thinking: { type: 'between_tools' }`],
      notDisabled,
      'Claude Sonnet 5.5',
    ),
    thinking(
      'us.anthropic.claude-sonnet-5-5',
      [`thinking: { type: 'disabled', display: 'omitted' }`, null],
      notDisabled,
      'Claude Sonnet 5.5',
    ),
    refused(
      'us.anthropic.claude-sonnet-5-5',
      'Claude Sonnet 5.5',
      [`additionalModelRequestFields: { «thinking: { type: 'disabled' }», output_config: { effort: 'max' } }`, null],
      { ...notDisabled, parameter: 'thinking' },
    ),
    // An effort beside thinking that only newer models know: the ID is what is wrong.
    {
      code: converse(
        sonnet45,
        `additionalModelRequestFields: { «thinking: { type: 'adaptive' }», output_config: { «effort: 'high'» } }`,
      ),
      output: null,
      errors: [
        {
          messageId: 'refused',
          data: {
            name: 'Claude Sonnet 4.5',
            id: '',
            problem: 'knows no `adaptive` thinking',
            advice: "Write `{ type: 'enabled', budget_tokens: … }`, with a budget of 1024 tokens or more",
          },
        },
        {
          messageId: 'refused',
          data: { name: 'Claude Sonnet 4.5', id: '', problem: 'takes no effort', advice: 'Leave it out' },
        },
      ],
    },
    // Whether to think is for the program to choose: both ways must be taken.
    {
      code: converse(
        opus47,
        `additionalModelRequestFields: { «thinking: { type: deep ? 'enabled' : 'disabled', budget_tokens: 4096 }» }`,
      ),
      output: null,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget } }],
    },
    // Thinking that some calls ask for.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (budget?: number) => {
  const body: Body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 8192, messages: [] };
  if (budget) {
    «body.thinking = { type: 'enabled', budget_tokens: budget }»;
  }
  return new InvokeModelCommand({ modelId: '${opus47}', body: JSON.stringify(body) });
};`,
      output: null,
      errors: [
        {
          messageId: 'refused',
          data: { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget },
          suggestions: [
            {
              messageId: 'useAdaptive',
              data: { budget: '' },
              output: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (budget?: number) => {
  const body: Body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 8192, messages: [] };
  if (budget) {
    body.thinking = { type: 'adaptive' };
  }
  return new InvokeModelCommand({ modelId: '${opus47}', body: JSON.stringify(body) });
};`,
            },
          ],
        },
      ],
    },
    // A model that a parameter names by default goes together with what it asks of the request.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export function ask(modelId = '${opus47}') {
  return new ConverseCommand({ modelId, additionalModelRequestFields: { «thinking: { type: 'enabled', budget_tokens: 2000 }» } });
}`,
      output: null,
      errors: [
        {
          messageId: 'refused',
          data: { name: 'Claude Opus 4.7', id: '', parameter: 'thinking', ...noBudget },
          suggestions: [
            {
              messageId: 'useAdaptive',
              data: { budget: '' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export function ask(modelId = '${opus47}') {
  return new ConverseCommand({ modelId, additionalModelRequestFields: { thinking: { type: 'adaptive' } } });
}`,
            },
          ],
        },
      ],
    },
    // An object of its own, which nothing else reads.
    withThinkingObject(
      `export const ask = () => ${opusCall()};
export const again = () => ${opusCall()};
console.log(thinking.budget_tokens);
if (thinking) start();`,
      2,
      'repaired',
    ),
    // A budget that other code reads, or may read.
    ...[
      `export const ask = () => ${opusCall('inferenceConfig: { maxTokens: thinking.budget_tokens + 4000 }, ')};`,
      `const most = thinking.budget_tokens * 2;\nexport const ask = () => ${opusCall('inferenceConfig: { maxTokens: most }, ')};`,
      `const { budget_tokens } = thinking;\nexport const ask = () => ${opusCall('inferenceConfig: { maxTokens: budget_tokens + 1 }, ')};`,
      `const { type, ...rest } = thinking;\nexport const ask = () => ${opusCall('inferenceConfig: { maxTokens: rest.budget_tokens + 1 }, ')};`,
      `export const most = thinking?.['budget_tokens'];\nexport const ask = () => ${opusCall()};`,
      `export const most = limitFor(thinking);\nexport const ask = () => ${opusCall()};`,
      `export const isThinking = thinking.type === 'enabled';\nexport const ask = () => ${opusCall()};`,
      `export { thinking };\nexport const ask = () => ${opusCall()};`,
    ].map((code) => withThinkingObject(code, 1, null)),
    // The same beside two calls, both of which would be right with another form.
    ...[
      `export const most = thinking.budget_tokens * 2;`,
      `const { budget_tokens: budget } = thinking;\nexport const most = budget * 2;`,
      `export const most = limitFor(thinking);`,
      `const limitOf = ({ budget_tokens }) => budget_tokens * 2;\nexport const most = limitOf(thinking);`,
      `export default { thinking };`,
    ].map((code) =>
      withThinkingObject(
        `${code}\nexport const ask = () => ${opusCall()};\nexport const again = () => ${opusCall()};`,
        2,
        null,
      ),
    ),
    // An object that another call sends to a model that takes it.
    withThinkingObject(
      `export const ask = () => ${opusCall()};\nexport const old = () => ${opusCall().replace(opus47, sonnet45).replaceAll(/[«»]/g, '')};`,
      1,
      null,
    ),
  ],
});
