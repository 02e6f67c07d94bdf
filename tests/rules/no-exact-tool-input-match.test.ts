import rule from '../../src/rules/no-exact-tool-input-match.js';
import { runRule } from './run-rule.js';

const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const opus = 'global.anthropic.claude-opus-4-6-v1';
const old = 'anthropic.claude-3-haiku-20240307-v1:0';

const free = `{ type: 'string' }`;
const listed = `{ type: 'string', enum: ['C', 'F'] }`;
const converse = (
  id: string,
  unit = free,
) => `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const tools = [{ toolSpec: { name: 'weather', inputSchema: { json: { type: 'object', properties: { unit: ${unit} } } } } }];
const response = await client.send(new ConverseCommand({ modelId: '${id}', messages, toolConfig: { tools } }));
`;
const loop = (body: string) => `for (const { toolUse } of response.output.message.content) {
  if (!toolUse) continue;
  ${body}
}`;
const found = (subject: string, name = 'Claude Haiku 4.5') => ({
  messageId: 'exactMatch',
  data: { subject, name, id: '' },
});
const trimmed = (output: string) => [{ messageId: 'trimText', data: {}, output }];
const stream = (
  id: string,
  body: string,
) => `import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const { stream } = await client.send(new ConverseStreamCommand({ modelId: '${id}', messages }));
let json = '';
for await (const event of stream) {
  json += event.contentBlockDelta?.delta?.toolUse?.input ?? '';
  ${body}
}`;
const langChain = (body: string) => `import { ChatBedrockConverse } from '@langchain/aws';
const tools = [{ name: 'weather', schema: { type: 'object', properties: { unit: ${free} } } }];
const answer = await new ChatBedrockConverse({ model: '${haiku}' }).bindTools(tools).invoke(question);
${body}`;
const aiSdk = (unit: string, body: string) => `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText, tool } from 'ai';
import { z } from 'zod';
const weather = tool({ inputSchema: z.object({ unit: ${unit} }) });
const answer = await generateText({ model: bedrock('${haiku}'), prompt, tools: { weather } });
${body}`;

runRule(rule, {
  valid: [
    { code: aiSdk(`z.enum(['C', 'F'])`, `if (answer.toolCalls[0].input.unit === 'C') show();`) },
    { code: langChain(`if (answer.tool_calls[0].args.unit?.trim() === 'C') show();`) },
    // A model can write no other than the values of the schema.
    { code: converse(haiku, listed) + loop(`if (toolUse.input.unit === 'C') show(toolUse);`) },
    // A schema that nobody sees may list them.
    { code: converse(haiku) + loop(`if (toolUse.input.kind === 'C') show(toolUse);`) },
    // Trimmed, or only looked into.
    { code: converse(haiku) + loop(`if (toolUse.input.unit.trim() === 'C') show(toolUse);`) },
    { code: converse(haiku) + loop(`if (toolUse.input.unit.startsWith('C')) show(toolUse);`) },
    { code: converse(haiku) + loop(`if (toolUse.input.unit) show(toolUse);`) },
    // A text that is searched for what the tool is given.
    {
      code:
        converse(haiku) +
        loop(`if (page.includes(toolUse.input.unit) || page.indexOf(toolUse.input.unit) > 0) show();`),
    },
    // The name of a tool is no input.
    { code: converse(haiku) + loop(`if (toolUse.name === 'unit') show(toolUse);`) },
    // A model that writes no line breaks, and one of another provider.
    {
      code:
        converse('us.anthropic.claude-opus-4-1-20250805-v1:0') + loop(`if (toolUse.input.unit === 'C') show(toolUse);`),
      policy: { target: { opus: '4.1' } },
    },
    { code: converse('us.amazon.nova-pro-v1:0') + loop(`if (toolUse.input.unit === 'C') show(toolUse);`) },
    // A property of something else.
    { code: converse(haiku) + loop(`if (settings.input.unit === 'C') show(toolUse);`) },
    // JSON that is parsed, or only empty.
    {
      code:
        converse(opus) +
        loop(`show(JSON.parse(JSON.stringify(toolUse.input)).unit, JSON.stringify(toolUse.input) === '{}');`),
    },
    { code: stream(haiku, `if (json.includes('unit')) show(json);`) },
  ],
  invalid: [
    {
      code: converse(haiku) + loop(`if («(toolUse.input as any).unit === 'C'») show(toolUse);`),
      output: null,
      errors: [
        {
          ...found('(toolUse.input as any).unit'),
          suggestions: trimmed(
            converse(haiku) + loop(`if ((toolUse.input as any).unit?.trim() === 'C') show(toolUse);`),
          ),
        },
      ],
    },
    // Through a name and its type.
    {
      code: `${converse(haiku)}interface Query { unit: string }
${loop(`const input = toolUse.input as Query;
  switch («input.unit») { case 'C': show(toolUse); }`)}`,
      output: null,
      errors: [
        {
          ...found('input.unit'),
          suggestions: trimmed(`${converse(haiku)}interface Query { unit: string }
${loop(`const input = toolUse.input as Query;
  switch (input.unit.trim()) { case 'C': show(toolUse); }`)}`),
        },
      ],
    },
    // Through a helper of the file.
    {
      code: `${converse(haiku)}function convert({ unit }) { return «units[unit]»; }
${loop('show(convert(toolUse.input));')}`,
      filename: 'src/tools.js',
      output: null,
      errors: [
        {
          ...found('unit'),
          suggestions: trimmed(`${converse(haiku)}function convert({ unit }) { return units[unit?.trim()]; }
${loop('show(convert(toolUse.input));')}`),
        },
      ],
    },
    // A list, on the spot or under a name.
    {
      code: `${converse(haiku)}const units = ['C', 'F'];\n${loop(`if («['K'].includes(toolUse.input.unit)» || «units.indexOf(toolUse.input.unit)» >= 0) show();`)}`,
      filename: 'src/tools.js',
      output: null,
      errors: ['K', 'units'].map((which) => ({
        ...found('toolUse.input.unit'),
        suggestions: trimmed(
          `${converse(haiku)}const units = ['C', 'F'];\n${loop(
            `if (['K'].includes(toolUse.input.unit${which === 'K' ? '?.trim()' : ''}) || units.indexOf(toolUse.input.unit${which === 'K' ? '' : '?.trim()'}) >= 0) show();`,
          )}`,
        ),
      })),
    },
    // A type that may have no such method.
    {
      code: converse(haiku) + loop(`if («toolUse.input.unit === 'C'») show(toolUse);`),
      output: null,
      errors: [found('toolUse.input.unit')],
    },
    // Once the ID has moved.
    {
      code: converse(old) + loop(`if («toolUse.input.unit === 'C'») show(toolUse);`),
      filename: 'src/tools.js',
      output: null,
      errors: [
        {
          messageId: 'exactMatchAfterMove',
          data: { subject: 'toolUse.input.unit', name: 'Claude Haiku 4.5', id: old },
          suggestions: trimmed(converse(old) + loop(`if (toolUse.input.unit?.trim() === 'C') show(toolUse);`)),
        },
      ],
    },
    // In the words of a framework.
    {
      code: langChain(`if («answer.tool_calls?.[0]?.args.unit === 'C'») show();`),
      output: null,
      errors: [
        {
          ...found('answer.tool_calls?.[0]?.args.unit'),
          suggestions: trimmed(langChain(`if (answer.tool_calls?.[0]?.args.unit?.trim() === 'C') show();`)),
        },
      ],
    },
    {
      code: aiSdk('z.string()', `for (const { input } of answer.toolCalls) if («input.unit === 'C'») show();`),
      output: null,
      errors: [
        {
          ...found('input.unit'),
          suggestions: trimmed(
            aiSdk('z.string()', `for (const { input } of answer.toolCalls) if (input.unit?.trim() === 'C') show();`),
          ),
        },
      ],
    },
    // Parsed from the pieces of a stream.
    {
      code: stream(haiku, `const schema = { unit: ${free} };\nif («JSON.parse(json).unit === 'C'») show();`),
      output: null,
      errors: [
        {
          ...found('JSON.parse(json).unit'),
          suggestions: trimmed(
            stream(haiku, `const schema = { unit: ${free} };\nif (JSON.parse(json).unit?.trim() === 'C') show();`),
          ),
        },
      ],
    },
    // With the runtime.
    {
      code: langChain(`if («answer.tool_calls?.[0]?.args.unit === 'C'») show();`),
      policy: { repairStyle: 'runtime' },
      output: null,
      errors: [
        {
          ...found('answer.tool_calls?.[0]?.args.unit'),
          suggestions: [
            {
              messageId: 'trimToolInput',
              data: {},
              output: langChain(`if (trimToolInput(answer.tool_calls?.[0]?.args)?.unit === 'C') show();`).replace(
                'const tools',
                `import { trimToolInput } from 'bedrock-claude-runtime';\nconst tools`,
              ),
            },
          ],
        },
      ],
    },
    {
      code: converse(haiku) + loop(`const { input: { unit } } = toolUse; if («unit === 'C'») show(toolUse);`),
      policy: { repairStyle: 'runtime' },
      output: null,
      errors: [found('unit')],
    },
    {
      code: converse(haiku) + loop(`if («toolUse.input.unit === 'C'») show(toolUse);`),
      policy: { repairStyle: 'runtime' },
      output: null,
      errors: [
        {
          ...found('toolUse.input.unit'),
          suggestions: [
            {
              messageId: 'trimToolInput',
              data: {},
              output: (converse(haiku) + loop(`if (trimToolInput(toolUse.input).unit === 'C') show(toolUse);`)).replace(
                'const client',
                `import { trimToolInput } from 'bedrock-claude-runtime';\nconst client`,
              ),
            },
          ],
        },
      ],
    },
    // JSON as a text.
    {
      code: converse(opus) + loop(`if («JSON.stringify(toolUse.input).includes('"unit":"°C"')») show(toolUse);`),
      output: null,
      errors: [
        {
          messageId: 'serializedMatch',
          data: { subject: 'JSON.stringify(toolUse.input)', name: 'Claude Opus 4.6', id: '' },
        },
      ],
    },
    {
      code: stream(opus, `if («/"unit":/.test(json)») show(json);`),
      output: null,
      errors: [{ messageId: 'serializedMatch', data: { subject: 'json', name: 'Claude Opus 4.6', id: '' } }],
    },
    {
      code: stream(old, `if («json.includes('unit')») show(json);`),
      policy: { target: 'latest' },
      output: null,
      errors: [{ messageId: 'serializedMatchAfterMove', data: { subject: 'json', name: 'Claude Haiku 5.5', id: old } }],
    },
  ],
});
