import validCachePoints from '../../src/rules/valid-cache-points.js';
import { runRule } from './run-rule.js';

const sonnet = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const head = `import { ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { handbook, cases, question } from './handbook.js';
`;

/** A Converse request of these properties. */
function converse(properties: string, modelId = sonnet) {
  return `${head}export const command = new ConverseCommand({ modelId: '${modelId}', ${properties} });`;
}

/** A Messages body of these properties. */
function invoke(properties: string, modelId = sonnet) {
  return `${head}export const command = new InvokeModelCommand({ modelId: '${modelId}', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, ${properties} }) });`;
}

function generate(properties: string, provider = 'bedrock') {
  return `import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';
import { handbook, question } from './handbook.js';
export const answer = generateText({ model: ${provider}('${sonnet}'), ${properties} });`;
}

const point = `{ cachePoint: { type: 'default' } }`;
const hour = `{ cachePoint: { type: 'default', ttl: '1h' } }`;
const control = `cache_control: { type: 'ephemeral' }`;
const user = `messages: [{ role: 'user', content: [{ text: question }] }]`;
const turn = `messages: [{ role: 'user', content: question }]`;

const inConverse = {
  messageId: 'wrongDialect',
  data: {
    written: 'cache_control',
    api: 'Converse',
    consequence: 'it is left out of the request, and nothing is cached',
    write: "`{ cachePoint: { type: 'default' } }` as an element behind the block",
  },
};
const inMessages = {
  messageId: 'wrongDialect',
  data: {
    written: 'cachePoint',
    api: 'A Messages body',
    consequence: 'the request fails with a ValidationException',
    write: "`cache_control: { type: 'ephemeral' }` in the block",
  },
};
const useDialect = { messageId: 'useSurfaceDialect', data: {} };

runRule(validCachePoints, {
  valid: [
    // Every section of every dialect.
    {
      code: converse(
        `toolConfig: { tools: [{ toolSpec: { name: 'find', inputSchema: { json: {} } } }, ${hour}] }, system: [{ text: handbook }, ${hour}], messages: [{ role: 'user', content: [{ text: cases }, ${point}, { text: question }] }]`,
      ),
    },
    {
      code: invoke(
        `system: [{ type: 'text', text: handbook, ${control} }], messages: [{ role: 'user', content: [{ type: 'text', text: cases, ${control} }, { type: 'text', text: question }] }]`,
      ),
    },
    {
      code: generate(
        `messages: [{ role: 'system', content: handbook, providerOptions: { bedrock: ${point} } }, { role: 'user', content: question }]`,
      ),
    },
    {
      code: generate(
        `messages: [{ role: 'system', content: handbook, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } }, { role: 'user', content: question }]`,
        'bedrockAnthropic',
      ),
    },
    // The words of several APIs side by side: those of this one are read, and count once.
    { code: converse(`system: [{ text: handbook, ${control} }, ${point}], ${user}`) },
    {
      code: generate(
        `messages: [${['a', 'b', 'c']
          .map(
            (role) =>
              `{ role: 'system', content: ${role}, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } }, bedrock: ${point} } }`,
          )
          .join(', ')}, { role: 'user', content: question }]`,
      ),
    },
    // Instructions, point, large context, point, question.
    {
      code: `${head}export const ask = (context: string, question: string) =>
  new ConverseCommand({ modelId: '${sonnet}', messages: [{ role: 'user', content: [{ text: 'You answer from the context.' }, ${point}, { text: context }, ${point}, { text: question }] }] });`,
    },
    // Code that sets a point on some condition may set none.
    {
      code: converse(
        `system: [{ text: handbook }, ...(process.env.CACHE ? [${hour}] : []), { text: cases }, ${hour}], ${user}`,
      ),
    },
    // A collection that gives tools their order is worth a note.
    {
      code: `${head}const tools = new Map();
export const register = (tool) => tools.set(tool.name, tool);
export const ask = () => new ConverseCommand({ modelId: '${sonnet}', toolConfig: { tools: [...tools.values()].map((toolSpec) => ({ toolSpec })) }, system: [{ text: handbook }, ${point}], ${user} });`.replace(
        '(tool)',
        '(tool: { name: string })',
      ),
    },
    // Below the minimum perhaps: an unknown text, or a document, counts as long.
    { code: converse(`system: [{ text: 'You help.' }, { text: handbook }, ${point}], ${user}`) },
    // A look-alike, a shadowed name, the model of another provider.
    {
      code: converse(`system: [{ text: 'x', ${control} }], ${user}`).replace(
        '@aws-sdk/client-bedrock-runtime',
        './sdk.js',
      ),
    },
    {
      code: `${head}export const ask = (ConverseCommand: Command) => new ConverseCommand({ modelId: '${sonnet}', system: [{ text: 'x', ${control} }], ${user} });`,
    },
    { code: converse(`system: [{ text: 'You help.' }, ${point}], ${user}`, 'us.amazon.nova-pro-v1:0') },
    // The same thinking, or other messages.
    {
      code: `${head}const modelId = '${sonnet}';
const messages = [{ role: 'user', content: [{ text: handbook }, ${point}] }];
const thinking = { type: 'enabled', budget_tokens: 2048 };
export const a = () => new ConverseCommand({ modelId, messages, additionalModelRequestFields: { thinking } });
export const b = () => new ConverseCommand({ modelId, messages, additionalModelRequestFields: { thinking } });
export const c = () => new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: cases }, ${point}] }] });`,
    },
    // A point for the whole request, for a model of which nobody says that it refuses it.
    { code: invoke(`${control}, ${turn}`, 'global.anthropic.claude-opus-5-5') },
  ],
  invalid: [
    // The words of another API.
    {
      code: converse(`system: [{ text: handbook, «${control}» }], ${user}`),
      output: null,
      errors: [
        {
          ...inConverse,
          suggestions: [{ ...useDialect, output: converse(`system: [{ text: handbook }, ${point}], ${user}`) }],
        },
      ],
    },
    {
      code: converse(`system: [{ text: handbook, «cache_control: { type: 'ephemeral', ttl: '1h' }» }], ${user}`),
      output: null,
      errors: [
        {
          ...inConverse,
          suggestions: [{ ...useDialect, output: converse(`system: [{ text: handbook }, ${hour}], ${user}`) }],
        },
      ],
    },
    {
      code: invoke(`system: [{ type: 'text', text: handbook }, «${point}»], ${turn}`),
      output: null,
      errors: [
        {
          ...inMessages,
          suggestions: [
            { ...useDialect, output: invoke(`system: [{ type: 'text', text: handbook, ${control} }], ${turn}`) },
          ],
        },
      ],
    },
    // A type of the project's own takes no other form.
    {
      code: `${head}interface Block { text: string; cache_control?: object }
const system: Block[] = [{ text: handbook, «${control}» }];
export const a = () => new ConverseCommand({ modelId: '${sonnet}', system, ${user} });`,
      output: null,
      errors: [inConverse],
    },
    // A list that others use is not edited; one finding for all of them.
    {
      code: `${head}const system = [{ text: handbook, «${control}» }];
export const a = () => new ConverseCommand({ modelId: '${sonnet}', system, ${user} });
export const b = () => new ConverseCommand({ modelId: '${sonnet}', system, ${user} });`,
      output: null,
      errors: [inConverse],
    },
    // The two providers of the AI SDK.
    {
      code: generate(
        `messages: [{ role: 'system', content: handbook, «providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } }» }, { role: 'user', content: question }]`,
      ),
      output: null,
      errors: [
        {
          messageId: 'wrongDialect',
          data: {
            written: 'providerOptions.anthropic.cacheControl',
            api: 'The Bedrock provider of the AI SDK',
            consequence: 'it is left out of the request, and nothing is cached',
            write: "`providerOptions: { bedrock: { cachePoint: { type: 'default' } } }`",
          },
          suggestions: [
            {
              ...useDialect,
              output: generate(
                `messages: [{ role: 'system', content: handbook, providerOptions: { bedrock: ${point} } }, { role: 'user', content: question }]`,
              ),
            },
          ],
        },
      ],
    },
    // On the lines that it stands on.
    {
      code: generate(`messages: [{
  role: 'system',
  content: handbook,
  «providerOptions: {
    anthropic: { cacheControl: { type: "ephemeral" } },
  }»,
}, { role: 'user', content: question }]`),
      output: null,
      errors: [
        {
          messageId: 'wrongDialect',
          data: {
            written: 'providerOptions.anthropic.cacheControl',
            api: 'The Bedrock provider of the AI SDK',
            consequence: 'it is left out of the request, and nothing is cached',
            write: "`providerOptions: { bedrock: { cachePoint: { type: 'default' } } }`",
          },
          suggestions: [
            {
              ...useDialect,
              output: generate(`messages: [{
  role: 'system',
  content: handbook,
  providerOptions: {
    bedrock: { cachePoint: { type: "default" } },
  },
}, { role: 'user', content: question }]`),
            },
          ],
        },
      ],
    },
    {
      code: generate(
        `messages: [{ role: 'system', content: handbook, «providerOptions: { bedrock: { reasoning: true, cachePoint: { type: 'default' } } }» }, { role: 'user', content: question }]`,
        'bedrockAnthropic',
      ),
      output: null,
      errors: [
        {
          messageId: 'wrongDialect',
          data: {
            written: 'providerOptions.bedrock.cachePoint',
            api: 'The Anthropic provider of the AI SDK',
            consequence: 'it is left out of the request, and nothing is cached',
            write: "`providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } }`",
          },
        },
      ],
    },
    // LangChain.
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
import { SystemMessage } from '@langchain/core/messages';
import { handbook } from './handbook.js';
export const answer = new ChatBedrockConverse({ model: '${sonnet}' }).invoke([
  new SystemMessage({ content: [{ type: 'text', text: handbook, «${control}» }] }),
]);`,
      output: null,
      errors: [
        {
          messageId: 'wrongDialect',
          data: { ...inConverse.data, api: 'ChatBedrockConverse' },
          suggestions: [
            {
              ...useDialect,
              output: `import { ChatBedrockConverse } from '@langchain/aws';
import { SystemMessage } from '@langchain/core/messages';
import { handbook } from './handbook.js';
export const answer = new ChatBedrockConverse({ model: '${sonnet}' }).invoke([
  new SystemMessage({ content: [{ type: 'text', text: handbook }, { type: 'cachePoint', cachePoint: { type: 'default' } }] }),
]);`,
            },
          ],
        },
      ],
    },
    // Inside a tool result.
    {
      code: converse(
        `messages: [{ role: 'user', content: [{ toolResult: { toolUseId: '1', content: [{ text: handbook }, «${point}»] } }] }]`,
      ),
      output: null,
      errors: [
        {
          messageId: 'insideToolResult',
          data: {},
          suggestions: [
            {
              messageId: 'moveOutOfToolResult',
              data: {},
              output: converse(
                `messages: [{ role: 'user', content: [{ toolResult: { toolUseId: '1', content: [{ text: handbook }] } }, ${point}] }]`,
              ),
            },
          ],
        },
      ],
    },
    // Too many, of which one says the same as its neighbour.
    {
      code: converse(
        `system: [{ text: handbook }, ${point}, ${point}, { text: cases }, ${point}], messages: [{ role: 'user', content: [{ text: cases }, ${point}, { text: question }, «${point}»] }]`,
      ),
      output: null,
      errors: [
        {
          messageId: 'tooMany',
          data: { count: '5', max: '4' },
          suggestions: [
            {
              messageId: 'removeDuplicatePoint',
              data: {},
              output: converse(
                `system: [{ text: handbook }, ${point}, { text: cases }, ${point}], messages: [{ role: 'user', content: [{ text: cases }, ${point}, { text: question }, ${point}] }]`,
              ),
            },
          ],
        },
      ],
    },
    // Too many, each of which caches something.
    {
      code: converse(
        `system: [{ text: handbook }, ${point}, { text: cases }, ${point}, { text: handbook }, ${point}], messages: [{ role: 'user', content: [{ text: cases }, ${point}, { text: question }, «${point}»] }]`,
      ),
      output: null,
      errors: [{ messageId: 'tooMany', data: { count: '5', max: '4' } }],
    },
    // Nothing before it.
    {
      code: converse(`system: [«${point}», { text: 'You help.' }, { text: handbook }], ${user}`),
      output: null,
      errors: [
        {
          messageId: 'emptyPrefix',
          data: {},
          suggestions: [
            {
              messageId: 'moveBehindNextBlock',
              data: {},
              output: converse(`system: [{ text: 'You help.' }, ${point}, { text: handbook }], ${user}`),
            },
          ],
        },
      ],
    },
    // Times to live.
    {
      code: converse(
        `system: [{ text: handbook }, ${point}, { text: cases }, { cachePoint: { type: 'default', «ttl: '1h'» } }], ${user}`,
      ),
      output: null,
      errors: [
        {
          messageId: 'ttlOrder',
          data: { where: 'on line 3' },
          suggestions: [
            {
              messageId: 'shortenTtl',
              data: {},
              output: converse(`system: [{ text: handbook }, ${point}, { text: cases }, ${point}], ${user}`),
            },
          ],
        },
      ],
    },
    {
      code: converse(
        `system: [{ text: handbook }, { cachePoint: { type: 'default', «ttl: '1h'» } }], ${user}`,
        'us.anthropic.claude-opus-4-1-20250805-v1:0',
      ),
      policy: { asOf: '2026-01-01' },
      output: null,
      errors: [
        {
          messageId: 'ttlNotOffered',
          data: { name: 'Claude Opus 4.1' },
          suggestions: [
            {
              messageId: 'dropLongTtl',
              data: {},
              output: converse(
                `system: [{ text: handbook }, ${point}], ${user}`,
                'us.anthropic.claude-opus-4-1-20250805-v1:0',
              ),
            },
          ],
        },
      ],
    },
    // Its successor offers the hour.
    {
      code: converse(
        `system: [{ text: handbook }, { cachePoint: { type: 'default', «ttl: '1h'» } }], ${user}`,
        'us.anthropic.claude-opus-4-1-20250805-v1:0',
      ),
      output: null,
      errors: [{ messageId: 'ttlNotOffered', data: { name: 'Claude Opus 4.1' } }],
    },
    // Surely too little.
    {
      code: converse(`system: [{ text: 'You help.' }, «${point}»], ${user}`),
      output: null,
      errors: [
        {
          messageId: 'belowMinimum',
          data: { tokens: '30', minimum: '1,024', name: 'Claude Sonnet 4.5' },
        },
      ],
    },
    // A model that still answered on this day and never cached.
    {
      code: converse(`system: [{ text: handbook }, «${point}»], ${user}`, 'anthropic.claude-3-haiku-20240307-v1:0'),
      policy: { asOf: '2025-11-01' },
      output: null,
      errors: [{ messageId: 'noCaching', data: { name: 'Claude 3 Haiku' } }],
    },
    // Tools in the order in which a collection was filled: a note, on request.
    {
      code: `${head}const tools = new Map();
export const register = (tool: { name: string }) => tools.set(tool.name, tool);
export const ask = () => new ConverseCommand({ modelId: '${sonnet}', toolConfig: { tools: «[...tools.values()].map((toolSpec) => ({ toolSpec }))» }, system: [{ text: handbook }, ${point}], ${user} });`,
      policy: { notes: true },
      output: null,
      errors: [{ messageId: 'unstableTools', data: { expression: 'tools' } }],
    },
    // Tools in another order on every call.
    {
      code: `import { shuffle } from 'lodash-es';
${head}export const ask = (tools: Tool[]) => new ConverseCommand({ modelId: '${sonnet}', toolConfig: { tools: «shuffle(tools)» }, system: [{ text: handbook }, ${point}], ${user} });`,
      output: null,
      errors: [{ messageId: 'shuffledTools', data: { expression: 'shuffle(tools)' } }],
    },
    // Thinking that is switched on and off.
    {
      code: `${head}const modelId = '${sonnet}';
const messages = [{ role: 'user', content: [{ text: handbook }, ${point}] }];
export const a = () => new ConverseCommand({ modelId, messages, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2048 } } });
export const b = () => «new ConverseCommand({ modelId, messages })»;`,
      output: null,
      errors: [{ messageId: 'thinkingToggled', data: { before: 'enabled', now: 'disabled' } }],
    },
    // One point for the whole request.
    {
      code: invoke(`«${control}», ${turn}`),
      output: null,
      errors: [{ messageId: 'automaticRefused', data: { name: 'Claude Sonnet 4.5' } }],
    },
  ],
});
