import rule from '../../src/rules/no-first-block-text.js';
import { runRule } from './run-rule.js';

const opus = 'global.anthropic.claude-opus-5-5';
const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const old = 'anthropic.claude-3-haiku-20240307-v1:0';

const aws = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
`;
const converse = (id: string, more = '') =>
  `${aws}const response = await client.send(new ConverseCommand({ modelId: '${id}', messages${more} }));\n`;
const thinking = `, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } }`;
const invoke = (id: string) =>
  `${aws}const raw = await client.send(new InvokeModelCommand({ modelId: '${id}', body: JSON.stringify({ anthropic_version: 'v', messages }) }));
`;
const decoded = `const body = JSON.parse(new TextDecoder().decode(raw.body));\n`;
const sdk = (id: string) => `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const message = await new AnthropicBedrock().messages.create({ model: '${id}', max_tokens: 10, messages });
`;

const streamed = converse(opus).replaceAll('ConverseCommand', 'ConverseStreamCommand');
const langChain = (id: string) => `import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: '${id}', region: 'us-east-1' });
const answer = await model.invoke('Hi');
`;

const found = (list: string, when = 'on every request', name = 'Claude Opus 5.5') => ({
  messageId: 'firstBlock',
  data: { list, name, id: '', when },
});
const repaired = (output: string) => [{ messageId: 'findText', data: {}, output }];

runRule(rule, {
  valid: [
    // No model thinks here.
    { code: `${converse(haiku)}show(response.output.message.content[0].text);` },
    { code: `${converse(old)}show(response.output.message.content[0].text);` },
    {
      code: `${converse(
        'global.anthropic.claude-sonnet-4-6',
        `, additionalModelRequestFields: { thinking: { type: 'disabled' } }`,
      )}show(response.output.message.content[0].text);`,
    },
    {
      code: `${converse(
        'global.anthropic.claude-sonnet-5',
        `, additionalModelRequestFields: { thinking: { type: 'disabled' } }`,
      )}show(response.output.message.content[0].text);`,
    },
    // Another provider's, and nobody knows whose.
    {
      code: `${converse('us.amazon.nova-pro-v1:0')}show(response.output.message.content[0].text);`,
      policy: { target: 'latest' },
    },
    { code: `${converse(opus)}show(other.content[0].text, answer.output.message.content[0].text);` },
    // Blocks are looked for.
    { code: `${converse(opus)}show(response.output.message.content.find((block) => block.text).text);` },
    { code: `${converse(opus)}show(response.output.message.content.filter(({ text }) => text)[0].text);` },
    {
      code: `${converse(opus)}const texts = response.output.message.content.filter(({ text }) => text);\nshow(texts[0].text);`,
    },
    { code: `${converse(opus)}for (const block of response.output.message.content) show(block.text);` },
    { code: `${converse(opus)}show(response.output.message.content[1].text);` },
    // Indices of a stream that only count, or are those of other blocks.
    ...[
      'if (event.contentBlockStart?.contentBlockIndex === 0) begin();\n  show(event.contentBlockDelta?.delta.text);',
      "show(event.contentBlockDelta?.contentBlockIndex === 0 ? '' : event.contentBlockDelta.delta.text);",
      'if (event.contentBlockDelta?.contentBlockIndex === 0 || isLoud) show(event.contentBlockDelta.delta.text);',
      'if (event.contentBlockDelta?.contentBlockIndex === 1) show(event.contentBlockDelta.delta.text);',
    ].map((read) => ({
      code: `${streamed}for await (const event of response.stream) {\n  ${read}\n}`,
      filename: 'src/ask.js',
    })),
    // The content of a message of LangChain that code asks what it is, or takes for what it may be.
    {
      code: `${langChain(opus)}show(typeof answer.content === 'string' ? answer.content.trim() : textOf(answer.content));`,
    },
    {
      code: `${langChain(opus)}const { content } = answer;\nif (Array.isArray(answer.content)) show(answer.content as unknown as string); else show(answer.content.trim());`,
    },
    { code: `${langChain(opus)}show(answer.text, answer.content.length, JSON.stringify(answer.content));` },
    { code: `${langChain(haiku)}show(answer.content as string);` },
    // A guard that asks for reasoning, or for what nobody can follow, of which only a note is made.
    { code: `${sdk(opus)}if (message.content[0].type !== 'thinking') show(message.content[0].text);` },
    { code: `${sdk(opus)}if (message.content[0].type !== kind) show(message.content[0].text);` },
    {
      code: `${sdk(opus)}const block = message.content[0];
switch (block.type) { case 'redacted_thinking': break; case 'text': show(block.text); }`,
    },
    {
      code: `${converse(opus)}const [block] = response.output.message.content;
if ('reasoningContent' in block) think(block); else show(block.text);`,
    },
    // Code that changes an answer.
    { code: `${converse(opus)}response.output.message.content[0].text = '';`, filename: 'src/ask.js' },
    // A test.
    { code: `${converse(opus)}show(response.output.message.content[0].text);`, filename: 'src/ask.test.ts' },
    // A name that only looks like the answer.
    {
      code: `${converse(opus)}function show(response) { return response.output.message.content[0].text; }`,
    },
  ],
  invalid: [
    // A guard that passes over everything behind the first block.
    {
      code: `${sdk(opus)}if (message.content[0].type === 'text') show(«message.content[0].text»);`,
      output: null,
      errors: [
        {
          ...found('message.content'),
          messageId: 'onlyFirstBlock',
          suggestions: repaired(
            `${sdk(opus)}const textBlock = message.content.find((block) => block.type === 'text');\nif (textBlock?.type === 'text') show(textBlock.text);`,
          ),
        },
      ],
    },
    // What else is asked of the first block stays, and so does a name that is taken.
    {
      code: `${sdk(opus)}const textBlock = 1;\nif (message.content[0].type !== 'text') throw new Error(message.content[0].type + 'text');\nshow(«message.content[0].text»);`,
      output: null,
      errors: [
        {
          ...found('message.content'),
          messageId: 'onlyFirstBlock',
          suggestions: repaired(
            `${sdk(opus)}const textBlock = 1;\nconst firstTextBlock = message.content.find((block) => block.type === 'text');\nif (firstTextBlock?.type !== 'text') throw new Error(message.content[0].type + 'text');\nshow(firstTextBlock.text);`,
          ),
        },
      ],
    },
    // A list that may be absent is asked for where it was.
    {
      code: `${converse(opus)}show(response.output?.message?.content?.[0] && 'text' in response.output.message.content[0] ? «response.output.message.content[0].text» : 'none', 1);`,
      output: null,
      errors: [
        {
          ...found('response.output.message.content'),
          messageId: 'onlyFirstBlock',
          suggestions: repaired(
            `${converse(opus)}show(response.output?.message?.content?.find((block) => block.text !== undefined)?.text ?? 'none', 1);`,
          ),
        },
      ],
    },
    {
      code: `${sdk(opus)}export const long = (flag) => { const text = flag ? message.content[0].type === 'text' && «message.content[0].text» : null; return text; };`,
      output: null,
      errors: [
        {
          ...found('message.content'),
          messageId: 'onlyFirstBlock',
          suggestions: [],
        },
      ],
    },
    {
      code: `${sdk(opus)}export function long(flag) {\n  const text = flag ? message.content[0].type === 'text' && «message.content[0].text» : null;\n  return text;\n}`,
      output: null,
      errors: [
        {
          ...found('message.content'),
          messageId: 'onlyFirstBlock',
          suggestions: repaired(
            `${sdk(opus)}export function long(flag) {\n  const textBlock = message?.content?.find((block) => block.type === 'text');\n  const text = flag ? textBlock?.type === 'text' && textBlock.text : null;\n  return text;\n}`,
          ),
        },
      ],
    },
    // The fallback keeps its meaning, whichever branch it stands in.
    {
      code: `${sdk(opus)}show('A: ' + (message.content[0].type !== 'text' ? first || 'none' : «message.content[0].text».trim()));`,
      output: null,
      errors: [
        {
          ...found('message.content'),
          messageId: 'onlyFirstBlock',
          suggestions: repaired(
            `${sdk(opus)}show('A: ' + (message.content.find((block) => block.type === 'text')?.text.trim() ?? (first || 'none')));`,
          ),
        },
      ],
    },
    // One that asks for some kinds, none of them reasoning.
    {
      code: `${sdk(opus)}if (message.content[0].type !== 'tool_use') show(«message.content[0].text»);`,
      output: null,
      errors: [{ ...found('message.content'), messageId: 'onlyFirstBlock' }],
    },
    {
      code: `${sdk(opus)}const block = «message.content[0]»;\nswitch (block.type) {\n  case 'text':\n    show(block.text);\n    break;\n  case 'tool_use':\n    call(block.input);\n}`,
      output: null,
      errors: [{ ...found('message.content'), messageId: 'onlyFirstBlock' }],
    },
    {
      code: `${sdk(opus)}const block = «message.content[0]»;\nif (block.type === 'tool_use') call(block.input);\nif (block.type === 'text') show(block.text);`,
      output: null,
      errors: [{ ...found('message.content'), messageId: 'onlyFirstBlock' }],
    },
    {
      code: `${converse(opus)}const «[block] = response.output.message.content»;\nif ('toolUse' in block) call(block.toolUse); else show(block.text);`,
      output: null,
      errors: [{ ...found('response.output.message.content'), messageId: 'onlyFirstBlock' }],
    },
    // The block of index 0 of a stream.
    ...[
      'if (event.contentBlockDelta?.contentBlockIndex === 0) show(«event.contentBlockDelta.delta.text»);',
      'if (event.contentBlockDelta && event.contentBlockDelta.contentBlockIndex === 0) { show(«event.contentBlockDelta.delta?.text»); }',
      "const { contentBlockDelta: piece } = event; show(piece?.contentBlockIndex === 0 ? «piece.delta.text» : '');",
    ].map((read) => ({
      code: `${streamed}for await (const event of response.stream) {\n  ${read}\n}`,
      filename: 'src/ask.js',
      output: null,
      errors: [{ ...found('response.stream'), messageId: 'onlyFirstBlock' }],
    })),
    // The content of a message of LangChain, which is a list where the model reasons first.
    ...[
      'show(«answer.content» as string)',
      'show(JSON.parse(«answer.content»))',
      'show(«answer.content».toString())',
      'show(`A: ${«answer.content»}`)',
      "show('A: ' + «answer.content»)",
      'const text = «answer.content»; show(text.trim())',
    ].map((read) => ({
      code: `${langChain(opus)}${read};`,
      filename: 'src/ask.ts',
      output: null,
      errors: [{ ...found('answer.content'), messageId: 'contentAsText' }],
    })),
    {
      code: `${langChain('us.anthropic.claude-3-7-sonnet-20250219-v1:0')}for await (const chunk of await model.stream('Hi')) show(String(«chunk.content»));`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'contentAsTextAfterMove',
          data: {
            list: 'chunk.content',
            name: 'Claude Sonnet 5.5',
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            when: 'on every request',
          },
        },
      ],
    },
    // Code that does more with the block, or with another answer under the same name.
    {
      code: `${sdk(opus)}if (message.content[0].type === 'text') show(message.content[0].citations, «message.content[0].text»);`,
      output: null,
      errors: [{ ...found('message.content'), messageId: 'onlyFirstBlock' }],
    },
    {
      code: `${sdk(opus).replace('const message', 'let message')}if (message.content[0].type === 'text') show(«message.content[0].text»);\nmessage = other;`,
      output: null,
      errors: [{ ...found('message.content'), messageId: 'onlyFirstBlock' }],
    },
    // A pattern that reaches into the list.
    {
      code: `${invoke(opus)}const { «content: [{ text }]», usage } = JSON.parse(new TextDecoder().decode(raw.body));\nshow(text, usage);`,
      output: null,
      errors: [
        {
          ...found('content'),
          suggestions: repaired(
            `${invoke(opus)}const { content, usage } = JSON.parse(new TextDecoder().decode(raw.body));\nconst text = content.find((block: { type: string }) => block.type === 'text')?.text;\nshow(text, usage);`,
          ),
        },
      ],
    },
    {
      code: `${converse(opus)}const content = 1;\nconst { output: { message: { «content: [first]» } } } = response;\nshow(first.text);`,
      output: null,
      errors: [
        {
          ...found('content'),
          suggestions: repaired(
            `${converse(opus)}const content = 1;\nconst { output: { message: { content: contentBlocks } } } = response;\nconst first = contentBlocks.find((block) => block.text !== undefined);\nshow(first?.text);`,
          ),
        },
      ],
    },
    {
      code: `${sdk(opus).replace('const message = await', 'const message =')}export const a = message.then(({ «content: [{ text }]» }) => ({ text }));\nexport const b = message.then(({ «content: [block]» }) => {\n  return block.text;\n});`,
      output: null,
      errors: [
        {
          ...found('content'),
          suggestions: repaired(
            `${sdk(opus).replace('const message = await', 'const message =')}export const a = message.then(({ content }) => ({ text: content.find((block) => block.type === 'text')?.text }));\nexport const b = message.then(({ content: [block] }) => {\n  return block.text;\n});`,
          ),
        },
        {
          ...found('content'),
          suggestions: repaired(
            `${sdk(opus).replace('const message = await', 'const message =')}export const a = message.then(({ content: [{ text }] }) => ({ text }));\nexport const b = message.then(({ content }) => {\n  const block = content.find((block) => block.type === 'text');\n  return block?.text;\n});`,
          ),
        },
      ],
    },
    // One that takes more of the block, or more than one of them.
    {
      code: `${sdk(opus)}const { «content: [{ text, type }]» } = message;\nshow(text, type);`,
      output: null,
      errors: [found('content')],
    },
    {
      code: `${sdk(opus)}const { «content: [first, second]» } = message;\nshow(first.text, second);`,
      output: null,
      errors: [found('content')],
    },
    {
      code: `${sdk(opus)}const block = «message.content[0]»;\nif (block?.type !== 'text') throw new Error();\nshow(block.text);`,
      output: null,
      errors: [
        {
          ...found('message.content'),
          messageId: 'onlyFirstBlock',
          suggestions: repaired(
            `${sdk(opus)}const block = message.content.find((block) => block.type === 'text');\nif (block?.type !== 'text') throw new Error();\nshow(block?.text);`,
          ),
        },
      ],
    },
    // Once the ID has moved.
    {
      code: `${sdk('us.anthropic.claude-3-7-sonnet-20250219-v1:0')}show(message.content[0].type === 'text' ? «message.content[0].text» : '');`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'onlyFirstBlockAfterMove',
          data: {
            list: 'message.content',
            name: 'Claude Sonnet 5.5',
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            when: 'on every request',
          },
          suggestions: repaired(
            `${sdk('us.anthropic.claude-3-7-sonnet-20250219-v1:0')}show(message.content.find((block) => block.type === 'text')?.text ?? '');`,
          ),
        },
      ],
    },
    // Thinking that nobody turned off.
    {
      code: `${converse(opus)}show(«response.output?.message?.content?.[0]?.text» ?? '');`,
      output: null,
      errors: [
        {
          ...found('response.output?.message?.content'),
          suggestions: repaired(
            `${converse(opus)}show(response.output?.message?.content?.find((block) => block.text !== undefined)?.text ?? '');`,
          ),
        },
      ],
    },
    // Thinking that the request asks for.
    {
      code: `${converse(haiku, thinking)}const text = «response.output!.message!.content![0].text»;`,
      output: null,
      errors: [
        {
          ...found('response.output!.message!.content!', 'where the request asks for it', 'Claude Haiku 4.5'),
          suggestions: repaired(
            `${converse(haiku, thinking)}const text = response.output!.message!.content!.find((block) => block.text !== undefined)?.text;`,
          ),
        },
      ],
    },
    // Thinking that some requests ask for.
    {
      code: `${converse(haiku, `, ...(isHard ? { additionalModelRequestFields: { thinking: { type } } } : {})`)}show(«response.output?.message?.content?.[0]?.text»);`,
      output: null,
      errors: [
        {
          ...found('response.output?.message?.content', 'where the request asks for it', 'Claude Haiku 4.5'),
          suggestions: repaired(
            `${converse(haiku, `, ...(isHard ? { additionalModelRequestFields: { thinking: { type } } } : {})`)}show(response.output?.message?.content?.find((block) => block.text !== undefined)?.text);`,
          ),
        },
      ],
    },
    // Thinking that the model does not let anybody turn off.
    {
      code: `${sdk(opus).replace('messages }', `thinking: { type: 'disabled' }, messages }`)}show(«message.content[0].text»);`,
      filename: 'src/ask.js',
      output: null,
      errors: [
        {
          ...found('message.content'),
          suggestions: repaired(
            `${sdk(opus).replace('messages }', `thinking: { type: 'disabled' }, messages }`)}show(message.content.find((block) => block.type === 'text')?.text);`,
          ),
        },
      ],
    },
    // What holds a text for certain keeps its type.
    {
      code: `${converse(opus)}show(«response.output!.message!.content![0].text»!.trim());`,
      output: null,
      errors: [
        {
          ...found('response.output!.message!.content!'),
          suggestions: repaired(
            `${converse(opus)}show(response.output!.message!.content!.find((block) => block.text !== undefined)!.text!.trim());`,
          ),
        },
      ],
    },
    // Once its ID has moved.
    {
      code: `${invoke(old)}${decoded}export const text = «body.content[0].text»;`,
      output: null,
      policy: { target: 'latest' },
      errors: [
        {
          messageId: 'firstBlockAfterMove',
          data: { list: 'body.content', name: 'Claude Haiku 5.5', id: old, when: 'unless it is told not to' },
          suggestions: repaired(
            `${invoke(old)}${decoded}export const text = body.content.find((block: { type: string }) => block.type === 'text')?.text;`,
          ),
        },
      ],
    },
    // What was parsed is anything to the compiler, whatever it goes through.
    {
      code: `${invoke(opus)}let body;\ntry {\n  body = JSON.parse(new TextDecoder().decode(raw.body));\n} catch {\n  throw new Error('no JSON');\n}\nshow(«body.content[0].text»);`,
      output: null,
      errors: [
        {
          ...found('body.content'),
          suggestions: repaired(
            `${invoke(opus)}let body;\ntry {\n  body = JSON.parse(new TextDecoder().decode(raw.body));\n} catch {\n  throw new Error('no JSON');\n}\nshow(body.content.find((block: { type: string }) => block.type === 'text')?.text);`,
          ),
        },
      ],
    },
    {
      code: `${invoke(opus)}const body = JSON.parse(new TextDecoder().decode(raw.body)) ?? {};\nshow(«body?.content[0]?.text»);`,
      output: null,
      errors: [
        {
          ...found('body?.content'),
          suggestions: repaired(
            `${invoke(opus)}const body = JSON.parse(new TextDecoder().decode(raw.body)) ?? {};\nshow(body?.content.find((block: { type: string }) => block.type === 'text')?.text);`,
          ),
        },
      ],
    },
    {
      code: `${invoke(opus)}let body = null;\nbody = JSON.parse(new TextDecoder().decode(raw.body));\nshow(«body.content[0].text»);`,
      output: null,
      errors: [found('body.content')],
    },
    // A text that is put back where it was read.
    {
      code: `${converse(opus)}response.output.message.content[0].text = «response.output.message.content[0].text».trim();`,
      filename: 'src/ask.js',
      output: null,
      errors: [found('response.output.message.content')],
    },
    {
      code: `${converse(opus)}«response.output.message.content[0].text» += '.';`,
      filename: 'src/ask.js',
      output: null,
      errors: [found('response.output.message.content')],
    },
    // A type of the project's own stays what it is.
    {
      code: `${invoke(opus)}const body: { content: { text: string }[] } = JSON.parse(new TextDecoder().decode(raw.body));
export const text = «body.content[0].text».trim();`,
      output: null,
      errors: [
        {
          ...found('body.content'),
          suggestions:
            repaired(`${invoke(opus)}const body: { content: { text: string }[] } = JSON.parse(new TextDecoder().decode(raw.body));
export const text = (body.content.find((block) => block.text !== undefined)?.text ?? '').trim();`),
        },
      ],
    },
    // A value whose type is nowhere to be seen.
    {
      code: `${invoke(opus)}const body = decode(raw.body);
function decode(bytes) { return JSON.parse(new TextDecoder().decode(bytes)); }
export const text = «body.content[0].text»;`,
      output: null,
      errors: [found('body.content')],
    },
    // A file without types.
    {
      code: `${invoke(opus)}${decoded}export const text = «body.content.at(0).text»;`,
      filename: 'src/ask.js',
      output: null,
      errors: [
        {
          ...found('body.content'),
          suggestions: repaired(
            `${invoke(opus)}${decoded}export const text = body.content.find((block) => block.type === 'text')?.text;`,
          ),
        },
      ],
    },
    // Through an assertion.
    {
      code: `${sdk(opus)}show(«(message.content[0] as AnthropicBedrock.TextBlock).text»);`,
      output: null,
      errors: [
        {
          ...found('message.content'),
          suggestions: repaired(
            `${sdk(opus)}show((message.content.find((block) => block.type === 'text') as AnthropicBedrock.TextBlock).text);`,
          ),
        },
      ],
    },
    // Under a name, and in patterns.
    {
      code: `${converse(opus)}const [first] = response.output.message.content;\nif (first) show(first.text);`.replace(
        '[first] = response.output.message.content',
        '«[first] = response.output.message.content»',
      ),
      output: null,
      errors: [
        {
          ...found('response.output.message.content'),
          suggestions: repaired(
            `${converse(opus)}const first = response.output.message.content.find((block) => block.text !== undefined);\nif (first) show(first?.text);`,
          ),
        },
      ],
    },
    {
      code: `${converse(opus)}const block = «response.output.message.content[0]»;\nshow(block.text, block.text);`,
      output: null,
      errors: [
        {
          ...found('response.output.message.content'),
          suggestions: repaired(
            `${converse(opus)}const block = response.output.message.content.find((block) => block.text !== undefined);\nshow(block?.text, block?.text);`,
          ),
        },
      ],
    },
    {
      code: `${converse(opus)}const block = «response.output.message.content[0]»;\nshow(block.text, block);`,
      output: null,
      errors: [found('response.output.message.content')],
    },
    {
      code: `${converse(opus)}const { «text» } = response.output.message.content[0];`,
      output: null,
      errors: [
        {
          ...found('response.output.message.content'),
          suggestions: repaired(
            `${converse(opus)}const text = response.output.message.content.find((block) => block.text !== undefined)?.text;`,
          ),
        },
      ],
    },
    {
      code: `${converse(opus)}const «[{ text: answer }] = response.output.message.content»;`,
      output: null,
      errors: [
        {
          ...found('response.output.message.content'),
          suggestions: repaired(
            `${converse(opus)}const answer = response.output.message.content.find((block) => block.text !== undefined)?.text;`,
          ),
        },
      ],
    },
    // One place that two calls come through is reported once.
    {
      code: `${aws}const textOf = (response) => «response.output.message.content[0].text»;
textOf(await client.send(new ConverseCommand({ modelId: '${opus}', messages })));
textOf(await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-opus-5', messages })));`,
      output: null,
      errors: [
        {
          ...found('response.output.message.content'),
          suggestions:
            repaired(`${aws}const textOf = (response) => response.output.message.content.find((block: { text?: string }) => block.text !== undefined)?.text;
textOf(await client.send(new ConverseCommand({ modelId: '${opus}', messages })));
textOf(await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-opus-5', messages })));`),
        },
      ],
    },
    // With the runtime.
    {
      code: `${converse(opus)}show(«response.output?.message?.content?.[0]?.text» ?? '');`,
      output: null,
      policy: { repairStyle: 'runtime' },
      errors: [
        {
          ...found('response.output?.message?.content'),
          suggestions: [
            {
              messageId: 'useTextOf',
              data: {},
              output: `${converse(opus)}show(textOf(response.output?.message?.content) ?? '');`.replace(
                'const client',
                `import { textOf } from 'bedrock-claude-runtime';\nconst client`,
              ),
            },
          ],
        },
      ],
    },
    // Code that looks at the kind of the first block alone, where notes are asked for.
    {
      code: `${sdk(opus)}if (message.content[0].type === 'text') show(«message.content[0].text»);`,
      policy: { notes: true },
      output: null,
      errors: [
        {
          ...found('message.content'),
          messageId: 'onlyFirstBlock',
          suggestions: repaired(
            `${sdk(opus)}const textBlock = message.content.find((block) => block.type === 'text');\nif (textBlock?.type === 'text') show(textBlock.text);`,
          ),
        },
      ],
    },
  ],
});
