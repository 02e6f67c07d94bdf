import noAssistantPrefill from '../../src/rules/no-assistant-prefill.js';
import { runRule } from './run-rule.js';

const aws = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
`;
const modelId = `modelId: 'global.anthropic.claude-sonnet-4-6'`;
const user = `{ role: 'user', content: [{ text: question }] }`;
const opening = `{ role: 'assistant', content: [{ text: '{' }] }`;
const sentence = 'Start your answer with exactly the following text, and with nothing before it: ';
const named = { messageId: 'refused', data: { name: 'Claude Sonnet 4.6', id: '' } } as const;
const asked = (output: string) => [{ messageId: 'askForOpening', data: { name: 'Claude Sonnet 4.6', id: '' }, output }];
const glue = `
const text = answer.output?.message?.content?.[0]?.text ?? '';
JSON.parse('{' + text);`;
const unglued = `
const text = answer.output?.message?.content?.[0]?.text ?? '';
JSON.parse(text);`;

runRule(noAssistantPrefill, {
  valid: [
    // The user speaks last.
    { code: `${aws}await client.send(new ConverseCommand({ ${modelId}, messages: [${user}] }));` },
    // An answer earlier in the conversation, and one that is added after the call.
    { code: `${aws}await client.send(new ConverseCommand({ ${modelId}, messages: [${user}, ${opening}, ${user}] }));` },
    {
      code: `${aws}const messages = [${user}];
const answer = await client.send(new ConverseCommand({ ${modelId}, messages }));
messages.push(answer.output.message);
messages.push(${opening});`,
    },
    // A model that takes it.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [${user}, ${opening}] }));`,
    },
    // Models of other vendors.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'amazon.nova-pro-v1:0', messages: [${user}, ${opening}] }));`,
    },
    // A model that nobody names, in a shape that any model takes.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: process.env.MODEL_ID, messages: [${user}, ${opening}] }));`,
      policy: { target: 'latest' },
    },
    // Code that asks first.
    {
      code: `${aws}const messages = [${user}];
if (supportsPrefill(modelId)) messages.push(${opening});
await client.send(new ConverseCommand({ ${modelId}, messages }));`,
    },
    {
      code: `${aws}await client.send(new ConverseCommand({ ${modelId}, messages: [${user}, ...(thinking ? [] : [${opening}])] }));`,
    },
    // A shadowed name and a look-alike.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const run = (ConverseCommand: Command) => new ConverseCommand({ ${modelId}, messages: [${user}, ${opening}] });`,
    },
    {
      code: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ ${modelId}, messages: [${user}, ${opening}] });`,
    },
    // Turns that a page shows, and Claude on another platform.
    {
      code: `export const bedrockChat = [{ role: 'user', content: '' }, { role: 'assistant', content: 'Thinking …' }];`,
    },
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
await new Anthropic().messages.create({ model: 'claude-sonnet-4-6', max_tokens: 10, messages: [{ role: 'user', content: question }, { role: 'assistant', content: '{' }] });`,
    },
  ],
  invalid: [
    // A system prompt that only some requests have can't take over what all of them end with.
    {
      code: `${aws}const answer = await client.send(new ConverseCommand({ ${modelId}, ...(rules && { system: [{ text: rules }] }), messages: [${user}, «${opening}»] }));${glue}`,
      output: null,
      errors: [named],
    },
    {
      code: `${aws}const input = { ${modelId}, messages: [${user}, «${opening}»] };
if (rules) input.system = [{ text: rules }];
const answer = await client.send(new ConverseCommand(input));${glue}`,
      output: null,
      errors: [named],
    },
    // Converse, with the words put before the answer: the system prompt asks for them.
    {
      code: `${aws}const answer = await client.send(new ConverseCommand({ ${modelId}, messages: [${user}, «${opening}»] }));${glue}`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${aws}const answer = await client.send(new ConverseCommand({ ${modelId}, messages: [${user}], system: [{ text: '${sentence}{' }] }));${unglued}`,
          ),
        },
      ],
    },
    // A system prompt that is there, as blocks in another place.
    {
      code: `${aws}const system = [{ text: 'You extract data.' }];
const answer = await client.send(new ConverseCommand({ ${modelId}, system, messages: [${user}, «${opening}»] }));${glue}`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${aws}const system = [{ text: 'You extract data.' }, { text: '${sentence}{' }];
const answer = await client.send(new ConverseCommand({ ${modelId}, system, messages: [${user}] }));${unglued}`,
          ),
        },
      ],
    },
    // A body for InvokeModel with a system prompt as one text.
    {
      code: `${aws}const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 900, system: 'You extract data.', messages: [{ role: 'user', content: question }, «{ role: 'assistant', content: '<answer>' }»] });
const response = await client.send(new InvokeModelCommand({ ${modelId}, body }));
const { content } = JSON.parse(new TextDecoder().decode(response.body));
parse('<answer>' + content[0].text);`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${aws}const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 900, system: 'You extract data.\\n\\n${sentence}<answer>', messages: [{ role: 'user', content: question }] });
const response = await client.send(new InvokeModelCommand({ ${modelId}, body }));
const { content } = JSON.parse(new TextDecoder().decode(response.body));
parse(\`\${content[0].text}\`);`,
          ),
        },
      ],
    },
    // Words with a name keep it.
    {
      code: `${aws}const start = '{';
const answer = await client.send(new ConverseCommand({ ${modelId}, messages: [${user}, «{ role: 'assistant', content: [{ text: start }] }»] }));
const text = answer.output?.message?.content?.[0]?.text ?? '';
JSON.parse(\`\${start}\${text}\`);`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${aws}const start = '{';
const answer = await client.send(new ConverseCommand({ ${modelId}, messages: [${user}], system: [{ text: \`${sentence}\${start}\` }] }));
const text = answer.output?.message?.content?.[0]?.text ?? '';
JSON.parse(\`\${text}\`);`,
          ),
        },
      ],
    },
    // A turn in a statement of its own, and a sentence of the team.
    {
      code: `${aws}const messages = [${user}];
messages.push(«${opening}»);
const answer = await client.send(new ConverseCommand({ ${modelId}, messages }));${glue}`,
      options: { instruction: 'Answer in JSON.' },
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(`${aws}const messages = [${user}];
const answer = await client.send(new ConverseCommand({ ${modelId}, messages, system: [{ text: 'Answer in JSON.' }] }));${unglued}`),
        },
      ],
    },
    // The successor of a model that still answers refuses it.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0', messages: [${user}, «${opening}»] }));`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'refusedForSuccessor',
          data: { name: 'Claude Opus 5.5', id: 'us.anthropic.claude-opus-4-1-20250805-v1:0' },
        },
      ],
    },
    // A request that only Claude takes, under a policy whose models refuse it.
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
await new AnthropicBedrock().messages.create({ model: process.env.MODEL, max_tokens: 9, messages: [{ role: 'user', content: question }, «{ role: 'assistant', content: '{' }»] });`,
      policy: { target: '4.6' },
      output: null,
      errors: [{ messageId: 'refusedForTarget', data: { name: 'Claude Sonnet 4.6', id: '' } }],
    },
    // On some condition: no repair.
    {
      code: `${aws}const messages = [${user}];
if (asJson) messages.push(«${opening}»);
const answer = await client.send(new ConverseCommand({ ${modelId}, messages }));${glue}`,
      output: null,
      errors: [named],
    },
    // The program reads what follows the words.
    {
      code: `${aws}const answer = await client.send(new ConverseCommand({ ${modelId}, messages: [${user}, «${opening}»] }));
show(answer.output?.message?.content?.[0]?.text);`,
      output: null,
      errors: [named],
    },
    // A stop sequence that the model would write at once.
    {
      code: `${aws}const answer = await client.send(new ConverseCommand({ ${modelId}, inferenceConfig: { stopSequences: ['\`\`\`'] }, messages: [${user}, «{ role: 'assistant', content: [{ text: '\`\`\`json' }] }»] }));
const text = answer.output?.message?.content?.[0]?.text ?? '';
parse('\`\`\`json' + text);`,
      output: null,
      errors: [named],
    },
    // A system prompt that nobody can read may be anything.
    {
      code: `${aws}const answer = await client.send(new ConverseCommand({ ...options, ${modelId}, messages: [${user}, «${opening}»] }));${glue}`,
      output: null,
      errors: [named],
    },
    // Two calls of one request: one finding, and the words go from both answers.
    {
      code: `${aws}const input = { ${modelId}, messages: [${user}, «${opening}»] };
const first = await client.send(new ConverseCommand(input));
const second = await client.send(new ConverseCommand(input));
JSON.parse('{' + first.output!.message!.content![0]!.text!);
JSON.parse('{' + second.output!.message!.content![0]!.text!);`,
      output: null,
      errors: [
        {
          ...named,
          suggestions:
            asked(`${aws}const input = { ${modelId}, messages: [${user}], system: [{ text: '${sentence}{' }] };
const first = await client.send(new ConverseCommand(input));
const second = await client.send(new ConverseCommand(input));
JSON.parse(first.output!.message!.content![0]!.text!);
JSON.parse(second.output!.message!.content![0]!.text!);`),
        },
      ],
    },
  ],
});
