import rule from '../../src/rules/require-cache-point.js';
import { runRule } from './run-rule.js';

/** Some 1,600 tokens. */
const rules = `const RULES = Array(90).fill('Answer in at most three sentences and ask for the order number when it is not given.').join('\\n');`;
const sonnet = 'global.anthropic.claude-sonnet-4-6';
const haiku = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const imported = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${rules}`;
const messages = `messages: [{ role: 'user', content: [{ text: question }] }]`;
const point = `{ cachePoint: { type: 'default' } }`;

const tokens = 'about 1,400 to 2,000 tokens';
const price = ': writing it costs 1.25 times the price of input, reading it 0.1 times';

/** A call with this system list, or these properties. */
function converse(properties: string, { head = imported, model = `'${sonnet}'` } = {}) {
  return `${head}\nexport const ask = (question: string) => new ConverseCommand({ modelId: ${model}, ${properties}, ${messages} });`;
}

function noPoint(output: string | null, data: Readonly<Record<string, string>> = {}) {
  const all = {
    part: 'the system prompt',
    tokens,
    models: 'Claude Sonnet 4.6 caches',
    minimum: '1,024',
    price,
    others: '',
    ...data,
  };
  return {
    messageId: 'noPoint',
    data: all,
    suggestions: output === null ? [] : [{ messageId: 'addCachePoint', data: all, output }],
  };
}

runRule(rule, {
  valid: [
    // Too short.
    { code: converse(`system: [{ text: 'You are the support assistant of a bookshop.' }]`) },
    // Near the minimum, which nobody asked about.
    { code: converse(`system: [{ text: RULES }]`).replace('Array(90)', 'Array(60)') },
    // Surely below the minimum of the model, or of one of the models.
    { code: converse(`system: [{ text: RULES }]`, { model: `'${haiku}'` }) },
    {
      code: converse(`system: [{ text: RULES }]`, {
        model: `fast ? '${haiku}' : '${sonnet}'`,
        head: `declare const fast: boolean;\n${imported}`,
      }),
    },
    // A point is set, behind the text or further on.
    { code: converse(`system: [{ text: RULES }, ${point}]`) },
    {
      code: `${imported}\nexport const ask = (question: string) => new ConverseCommand({ modelId: '${sonnet}', system: [{ text: RULES }], messages: [{ role: 'user', content: [{ text: question }, ${point}] }] });`,
    },
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\n${rules}\nexport const ask = (content: string) => new InvokeModelCommand({ modelId: '${sonnet}', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, cache_control: { type: 'ephemeral' }, system: RULES, messages: [{ role: 'user', content }] }) });`,
    },
    // Counting tokens caches nothing.
    {
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\n${rules}\nexport const count = (content: string) => new AnthropicBedrock().messages.countTokens({ model: '${sonnet}', system: RULES, messages: [{ role: 'user', content }] });`,
    },
    // Somebody sees to it, in a way that nobody can follow.
    {
      code: `${converse(`system: [{ text: RULES }]`)}\nexport const send = (client, command) => client.send(addCachePoints(command));`,
    },
    // What changes comes first, or nobody can see what does.
    { code: converse('system: [{ text: `It is ${new Date().toISOString()}. ${RULES}` }]') },
    { code: converse('system: [{ text: `${question} ${RULES}` }]') },
    { code: converse(`system: [{ text: question }, { text: RULES }]`) },
    { code: converse(`system: [{ text: RULES }], toolConfig: { tools: toolsOf(question) }`) },
    { code: converse(`system: [{ text: RULES }], ...more`, { head: `declare const more: object;\n${imported}` }) },
    { code: converse(`system: systemOf(RULES)`) },
    {
      code: converse(`system: [{ text: build(question) }]`, {
        head: `${imported}\nfunction build(name: string) {\n  let text = RULES;\n  if (name !== '') text = name + text;\n  return text;\n}`,
      }),
    },
    {
      code: converse(`system: [{ text: build(question) }]`, {
        head: `${imported}\nfunction build(name: string) {\n  for (const each of name) {\n    if (each === 'x') return each;\n  }\n  return RULES;\n}`,
      }),
    },
    // Nothing caches it, or nobody knows.
    { code: converse(`system: [{ text: RULES }]`, { model: `'us.amazon.nova-pro-v1:0'` }) },
    { code: converse(`system: [{ text: RULES }]`, { model: `'global.anthropic.claude-sonnet-9'` }) },
    { code: converse(`system: [{ text: RULES }]`, { model: 'process.env.MODEL_ID' }) },
    {
      code: converse(`system: [{ text: RULES }]`, { model: `'us.anthropic.claude-sonnet-4-6'` }),
      policy: { minTokens: 3000 },
    },
    // Look-alikes: a class of one's own, another package, a shadowed name.
    {
      code: converse(`system: [{ text: RULES }]`, {
        head: `class ConverseCommand { constructor(readonly input: object) {} }\n${rules}`,
      }),
    },
    {
      code: converse(`system: [{ text: RULES }]`, {
        head: imported.replace('@aws-sdk/client-bedrock-runtime', './fakes.js'),
      }),
    },
    {
      code: `${imported}\nexport function ask(ConverseCommand: new (input: object) => object) { return new ConverseCommand({ modelId: '${sonnet}', system: [{ text: RULES }] }); }`,
    },
    // Tests are not called.
    { code: converse(`system: [{ text: RULES }]`), filename: 'src/ask.test.ts' },
  ],
  invalid: [
    // The element goes behind the text, in the list it stands in.
    {
      code: converse(`system: «[{ text: RULES }]»`),
      output: null,
      errors: [noPoint(converse(`system: [{ text: RULES }, ${point}]`))],
    },
    {
      name: 'an alias of the command',
      code: converse(`system: «[{ text: RULES }]»`)
        .replace('{ ConverseCommand }', '{ ConverseCommand as Talk }')
        .replace('new ConverseCommand', 'new Talk'),
      output: null,
      errors: [
        noPoint(
          converse(`system: [{ text: RULES }, ${point}]`)
            .replace('{ ConverseCommand }', '{ ConverseCommand as Talk }')
            .replace('new ConverseCommand', 'new Talk'),
        ),
      ],
    },
    {
      name: 'before what changes',
      code: converse(`system: «[{ text: RULES }, { text: question }]»`),
      output: null,
      errors: [noPoint(converse(`system: [{ text: RULES }, ${point}, { text: question }]`))],
    },
    {
      name: 'a beginning of a few words is not worth parting a text',
      code: converse('system: «[{ text: RULES }, { text: `Now: ${question}` }]»'),
      output: null,
      errors: [noPoint(converse(`system: [{ text: RULES }, ${point}, { text: \`Now: \${question}\` }]`))],
    },
    {
      name: 'behind what a helper adds on a condition',
      code: converse(`system: «[{ text: build(question) }]»`, {
        head: `${imported}\nfunction build(name: string) {\n  let text = RULES;\n  if (name !== '') {\n    text += name;\n  }\n  return text;\n}`,
      }),
      output: null,
      errors: [noPoint(null, { part: 'the system prompt up to what may change in it' })],
    },
    // A text is parted where it begins to change, unless the rest may be blank.
    {
      code: converse('system: «[{ text: `${RULES}\\nNow: ${question}` }]»'),
      output: null,
      errors: [
        noPoint(converse(`system: [{ text: \`\${RULES}\\n\` }, ${point}, { text: \`Now: \${question}\` }]`), {
          part: 'the system prompt up to what may change in it',
        }),
      ],
    },
    {
      code: converse(`system: «[{ text: RULES + '. Customer: ' + question }]»`),
      output: null,
      errors: [
        noPoint(converse(`system: [{ text: RULES + '. ' }, ${point}, { text: 'Customer: ' + question }]`), {
          part: 'the system prompt up to what may change in it',
        }),
      ],
    },
    {
      code: converse(`system: «[{ text: RULES + '. ' + question }]»`),
      output: null,
      errors: [noPoint(null, { part: 'the system prompt up to what may change in it' })],
    },
    {
      code: converse('system: «[{ text: `${RULES}\\n${question}` }]»'),
      output: null,
      errors: [noPoint(null, { part: 'the system prompt up to what may change in it' })],
    },
    // Tools come before the system prompt, and count.
    {
      code: converse(
        `toolConfig: { tools: [{ toolSpec: { name: 'find', description: RULES, inputSchema: { json: {} } } }] }, system: «[{ text: 'Be brief.' }]»`,
      ),
      output: null,
      errors: [
        noPoint(
          converse(
            `toolConfig: { tools: [{ toolSpec: { name: 'find', description: RULES, inputSchema: { json: {} } } }] }, system: [{ text: 'Be brief.' }, ${point}]`,
          ),
          { part: 'the tool list and the system prompt', tokens: 'about 1,500 to 2,600 tokens' },
        ),
      ],
    },
    {
      name: 'a point behind the tools leaves a long system prompt unmarked',
      code: converse(
        `toolConfig: { tools: [{ toolSpec: { name: 'find', description: RULES, inputSchema: { json: {} } } }, ${point}] }, system: «[{ text: RULES }]»`,
      ),
      output: null,
      errors: [
        noPoint(
          converse(
            `toolConfig: { tools: [{ toolSpec: { name: 'find', description: RULES, inputSchema: { json: {} } } }, ${point}] }, system: [{ text: RULES }, ${point}]`,
          ),
          { part: 'the tool list and the system prompt', tokens: 'about 2,900 to 4,600 tokens' },
        ),
      ],
    },
    // Outside the call, TypeScript takes 'default' for any text.
    {
      code: `${imported}\nexport function ask(question: string) {\n  const input = {\n    modelId: '${sonnet}',\n    system: «[{ text: RULES }]»,\n    messages: [{ role: 'user' as const, content: [{ text: question }] }],\n  };\n  return new ConverseCommand(input);\n}`,
      output: null,
      errors: [
        noPoint(
          `${imported}\nexport function ask(question: string) {\n  const input = {\n    modelId: '${sonnet}',\n    system: [{ text: RULES }, { cachePoint: { type: 'default' as const } }],\n    messages: [{ role: 'user' as const, content: [{ text: question }] }],\n  };\n  return new ConverseCommand(input);\n}`,
        ),
      ],
    },
    {
      code: `${imported}\nexport function ask(question: string) {\n  const input = { modelId: '${sonnet}', system: «[{ text: RULES }]», ${messages} };\n  return new ConverseCommand(input);\n}`,
      filename: 'src/ask.js',
      output: null,
      errors: [
        noPoint(
          `${imported}\nexport function ask(question: string) {\n  const input = { modelId: '${sonnet}', system: [{ text: RULES }, ${point}], ${messages} };\n  return new ConverseCommand(input);\n}`,
        ),
      ],
    },
    // A default beside a setting is what there is to judge by.
    {
      code: converse(`system: «[{ text: RULES }]»`, { model: `process.env.MODEL_ID ?? '${sonnet}'` }),
      output: null,
      errors: [
        noPoint(converse(`system: [{ text: RULES }, ${point}]`, { model: `process.env.MODEL_ID ?? '${sonnet}'` })),
      ],
    },
    // A model that has ended is judged by its successor, several by the one with the highest minimum.
    {
      code: converse(`system: «[{ text: RULES }]»`, { model: `'anthropic.claude-3-5-sonnet-20240620-v1:0'` }),
      output: null,
      errors: [
        noPoint(
          converse(`system: [{ text: RULES }, ${point}]`, { model: `'anthropic.claude-3-5-sonnet-20240620-v1:0'` }),
          {
            models: 'Claude Sonnet 4.5 caches',
          },
        ),
      ],
    },
    {
      code: converse(`system: «[{ text: RULES }]»`, {
        head: `declare const long: boolean;\n${imported}`.replace('Array(90)', 'Array(400)'),
        model: `long ? '${haiku}' : '${sonnet}'`,
      }),
      output: null,
      errors: [
        noPoint(
          converse(`system: [{ text: RULES }, ${point}]`, {
            head: `declare const long: boolean;\n${imported}`.replace('Array(90)', 'Array(400)'),
            model: `long ? '${haiku}' : '${sonnet}'`,
          }),
          {
            models: 'Claude Haiku 4.5 and Claude Sonnet 4.6 cache',
            minimum: '4,096',
            tokens: 'about 6,300 to 8,900 tokens',
          },
        ),
      ],
    },
    {
      name: 'a body that only Claude takes, for a model that nobody names',
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\n${rules.replace('90', '400')}\nexport const ask = (modelId: string, content: string) => new InvokeModelCommand({ modelId, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, system: «RULES», messages: [{ role: 'user', content }] }) });`,
      output: null,
      errors: [
        noPoint(
          `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\n${rules.replace('90', '400')}\nexport const ask = (modelId: string, content: string) => new InvokeModelCommand({ modelId, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, system: [{ type: 'text', text: RULES, cache_control: { type: 'ephemeral' } }], messages: [{ role: 'user', content }] }) });`,
          {
            models: 'every active Claude caches',
            minimum: '4,096',
            tokens: 'about 6,300 to 14,000 tokens',
            price: ': writing it costs 1.25 times the price of input, reading it 0.025 to 0.1 times',
          },
        ),
      ],
    },
    // Near the minimum, on request.
    {
      code: converse(`system: «[{ text: RULES }]»`).replace('Array(90)', 'Array(60)'),
      options: { nearMinimum: true },
      output: null,
      errors: [
        {
          ...noPoint(converse(`system: [{ text: RULES }, ${point}]`).replace('Array(90)', 'Array(60)'), {
            tokens: 'about 950 to 1,300 tokens',
          }),
          messageId: 'nearMinimum',
        },
      ],
    },
    // Between the floor of a team and the minimum there is nothing to repair.
    {
      code: converse(`system: «[{ text: RULES }]»`, { model: `'${haiku}'` }),
      policy: { minTokens: 500 },
      output: null,
      errors: [
        {
          ...noPoint(null, { models: 'Claude Haiku 4.5 caches', minimum: '4,096', others: 'Claude Haiku 5.5' }),
          messageId: 'belowMinimum',
        },
      ],
    },
    // Messages count where they are long.
    {
      code: `${imported}\nexport const ask = (question: string) => new ConverseCommand({ modelId: '${sonnet}', messages: «[{ role: 'user', content: [{ text: RULES }, { text: question }] }]» });`,
      output: null,
      errors: [
        noPoint(
          `${imported}\nexport const ask = (question: string) => new ConverseCommand({ modelId: '${sonnet}', messages: [{ role: 'user', content: [{ text: RULES }, ${point}, { text: question }] }] });`,
          { part: 'the beginning of the messages' },
        ),
      ],
    },
    // bedrock-sdk: tools and the text of a turn.
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\n${rules}\nconst client = new AnthropicBedrock();\nconst find = { name: 'find', description: RULES, input_schema: { type: 'object' as const } };\nexport const ask = (content: string) => client.messages.create({ model: '${sonnet}', max_tokens: 9, tools: «[find]», messages: [{ role: 'user', content }] });`,
      output: null,
      errors: [
        noPoint(
          `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\n${rules}\nconst client = new AnthropicBedrock();\nconst find = { name: 'find', description: RULES, input_schema: { type: 'object' as const } };\nexport const ask = (content: string) => client.messages.create({ model: '${sonnet}', max_tokens: 9, tools: [{ ...find, cache_control: { type: 'ephemeral' } }], messages: [{ role: 'user', content }] });`,
          { part: 'the tool list', tokens: 'about 1,500 to 2,600 tokens' },
        ),
      ],
    },
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\n${rules}\nconst client = new AnthropicBedrock();\nexport const ask = (question: string) => client.messages.create({ model: '${sonnet}', max_tokens: 9, messages: «[{ role: 'user', content: \`\${RULES}\\nQuestion: \${question}\` }]» });`,
      output: null,
      errors: [
        noPoint(
          `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\n${rules}\nconst client = new AnthropicBedrock();\nexport const ask = (question: string) => client.messages.create({ model: '${sonnet}', max_tokens: 9, messages: [{ role: 'user', content: [{ type: 'text', text: \`\${RULES}\\n\`, cache_control: { type: 'ephemeral' } }, { type: 'text', text: \`Question: \${question}\` }] }] });`,
          { part: 'the beginning of the messages up to what may change in it' },
        ),
      ],
    },
    // The AI SDK installed here takes messages as `system`.
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { generateText } from 'ai';\n${rules.replace('RULES', 'system')}\nexport const ask = (prompt: string) => generateText({ model: bedrock('${sonnet}'), «system», prompt });`,
      output: null,
      errors: [
        noPoint(
          `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { generateText } from 'ai';\n${rules.replace('RULES', 'system')}\nexport const ask = (prompt: string) => generateText({ model: bedrock('${sonnet}'), system: { role: 'system', content: system, providerOptions: { bedrock: { cachePoint: { type: 'default' } } } }, prompt });`,
        ),
      ],
    },
    {
      name: 'the Anthropic provider of the AI SDK has its own words',
      code: `import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';\nimport { generateText } from 'ai';\n${rules}\nexport const ask = (prompt: string) => generateText({ model: bedrockAnthropic('${sonnet}'), system: «RULES», prompt });`,
      output: null,
      errors: [
        noPoint(
          `import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';\nimport { generateText } from 'ai';\n${rules}\nexport const ask = (prompt: string) => generateText({ model: bedrockAnthropic('${sonnet}'), system: { role: 'system', content: RULES, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } }, prompt });`,
        ),
      ],
    },
  ],
});
