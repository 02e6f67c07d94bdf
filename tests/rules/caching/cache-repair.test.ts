import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { openDocument } from '../../../src/documents/open.js';
import { applyEdits } from '../../../src/edits/apply-edits.js';
import { createPolicy } from '../../../src/policy/index.js';
import rule from '../../../src/rules/require-cache-point.js';
import { asOf } from '../run-rule.js';

const policy = createPolicy({ settings: { asOf } }, { asOf, catalog });
const rules = `const RULES = Array(90).fill('Answer in at most three sentences and ask for the order number when it is not given.').join('\\n');`;
const model = `'global.anthropic.claude-sonnet-4-6'`;
const options = `providerOptions: { bedrock: { cachePoint: { type: 'default' } } }`;

/** The text after the repair of the only finding; `null` where it has none. */
function repair(text: string, { path = 'src/ask.ts', version = '' } = {}) {
  const manifest = version === '' ? '' : JSON.stringify({ version });
  const files = {
    read: () => manifest,
    resolveModule: () => null,
    resolvePackage: () => (version === '' ? null : 'package.json'),
  };
  const findingsIn = (code: string) => [
    ...rule.detect(openDocument({ path, text: code, files }), { policy, options: rule.defaultOptions[0] }),
  ];
  const [finding, ...others] = findingsIn(text);
  expect(finding).toBeDefined();
  expect(others).toEqual([]);
  const [first] = finding?.repairs ?? [];
  if (!first) return null;
  const output = applyEdits(text, first.edits);
  expect(findingsIn(output)).toEqual([]);
  return output;
}

describe('AI SDK', () => {
  const call = (properties: string, path = `'@ai-sdk/amazon-bedrock'`) =>
    `import { bedrock } from ${path};\nimport { generateText } from 'ai';\n${rules}\nexport const ask = (messages, question, prompt, name) =>\n  generateText({ model: bedrock(${model}), ${properties} });\n`;

  it('takes messages as its system prompt from version 6 on', () => {
    for (const version of ['4.0.186', '5.0.101'])
      expect(repair(call('system: RULES, prompt: question'), { version })).toBe(
        call(`system: { role: 'system', content: RULES, ${options} }, prompt: question`),
      );
  });

  it('takes two where a text is parted', () => {
    expect(repair(call('system: `${RULES}\\nCall me ${name}.`, messages'), { version: '4.0.0' })).toBe(
      call(
        `system: [{ role: 'system', content: \`\${RULES}\\n\`, ${options} }, { role: 'system', content: \`Call me \${name}.\` }], messages`,
      ),
    );
  });

  it.each([
    ['a prompt', 'system: RULES, prompt: question', `messages: [SYSTEM, { role: 'user', content: question }]`],
    ['a prompt in its short form', 'system: RULES, prompt', `messages: [SYSTEM, { role: 'user', content: prompt }]`],
    [
      'a list',
      `system: RULES, messages: [{ role: 'user', content: question }]`,
      `messages: [SYSTEM, { role: 'user', content: question }]`,
    ],
    ['another order', 'prompt: question, system: RULES', `messages: [SYSTEM, { role: 'user', content: question }]`],
  ])('before version 6, the system prompt joins the messages: %s', (_, before, after) => {
    const system = `{ role: 'system', content: RULES, ${options} }`;
    for (const version of ['2.2.12', '3.0.137'])
      expect(repair(call(before), { version })).toBe(call(after.replace('SYSTEM', () => system)));
  });

  it('puts it before a variable in version 5 only: in version 4, messages of a user interface may be in it, and make all options drop out', () => {
    const system = `{ role: 'system', content: RULES, ${options} }`;
    const after = call(`messages: [${system}, ...messages]`);
    expect(repair(call('system: RULES, messages'), { version: '3.0.137' })).toBe(after);
    expect(repair(call('messages: messages, system: RULES'), { version: '3.0.137' })).toBe(after);
    expect(repair(call('system: RULES, messages'), { version: '2.2.12' })).toBeNull();
  });

  it('leaves a prompt alone that may be a list of messages', () => {
    expect(repair(call('system: RULES, prompt: messages'), { version: '3.0.137' })).toBeNull();
    expect(repair(call(`system: RULES, prompt: question ? messages : 'Hello'`), { version: '3.0.137' })).toBeNull();
  });

  it('narrows every word of a request outside its call in TypeScript', () => {
    const request = (properties: string) =>
      `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { generateText } from 'ai';\n${rules}\nexport function ask(question: string) {\n  const request = { model: bedrock(${model}), ${properties} };\n  return generateText(request);\n}\n`;
    expect(repair(request('system: RULES, prompt: question'), { version: '2.2.12' })).toBe(
      request(
        `messages: [{ role: 'system' as const, content: RULES, providerOptions: { bedrock: { cachePoint: { type: 'default' as const } } } }, { role: 'user' as const, content: question }]`,
      ),
    );
  });

  it('has no repair where the version is not known, or where it has no messages', () => {
    expect(repair(call('system: RULES, prompt: question'))).toBeNull();
    const agent = `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { Experimental_Agent as Agent } from 'ai';\n${rules}\nexport const agent = new Agent({ model: bedrock(${model}), system: RULES });\n`;
    expect(repair(agent, { version: '3.0.137' })).toBeNull();
  });

  it('parts a system message among the messages', () => {
    const messages = (first: string) => call(`messages: [${first}, { role: 'user', content: question }]`);
    expect(repair(messages("{ role: 'system', content: `${RULES}\\nCall me ${name}.` }"), { version: '4.0.0' })).toBe(
      messages(
        `{ role: 'system', content: \`\${RULES}\\n\`, ${options} }, { role: 'system', content: \`Call me \${name}.\` }`,
      ),
    );
  });

  it('adds options to a message of its own', () => {
    const messages = (first: string) =>
      call(`messages: [{ role: 'system', content: RULES${first} }, { role: 'user', content: question }]`);
    expect(repair(messages(''), { version: '4.0.0' })).toBe(messages(`, ${options}`));
  });
});

describe('LangChain', () => {
  const call = (messages: string, module = '@langchain/aws', name = 'ChatBedrockConverse') =>
    `import { ${name} } from '${module}';\nimport { HumanMessage, SystemMessage } from '@langchain/core/messages';\n${rules}\nconst model = new ${name}({ model: ${model} });\nexport const ask = (question) => model.invoke([${messages}, new HumanMessage(question)]);\n`;
  const point = `{ type: 'cachePoint', cachePoint: { type: 'default' } }`;

  it.each([
    ['new SystemMessage(RULES)', `new SystemMessage([{ type: 'text', text: RULES }, ${point}])`],
    [
      'new SystemMessage({ content: RULES })',
      `new SystemMessage({ content: [{ type: 'text', text: RULES }, ${point}] })`,
    ],
    [
      `new SystemMessage([{ type: 'text', text: RULES }])`,
      `new SystemMessage([{ type: 'text', text: RULES }, ${point}])`,
    ],
    [`{ role: 'system', content: RULES }`, `{ role: 'system', content: [{ type: 'text', text: RULES }, ${point}] }`],
    [
      'new SystemMessage(`${RULES}\\nAsked: ${question}`)',
      `new SystemMessage([{ type: 'text', text: \`\${RULES}\\n\` }, ${point}, { type: 'text', text: \`Asked: \${question}\` }])`,
    ],
  ])('%s', (before, after) => expect(repair(call(before), { path: 'src/ask.js' })).toBe(call(after)));

  it('has no repair for tuples and for the package that speaks to InvokeModel', () => {
    expect(repair(call(`['system', RULES]`), { path: 'src/ask.js' })).toBeNull();
    expect(
      repair(call('new SystemMessage(RULES)', '@langchain/community/chat_models/bedrock', 'BedrockChat')),
    ).toBeNull();
  });
});

describe('Strands', () => {
  it('takes blocks as its system prompt', () => {
    const agent = (system: string) =>
      `import { Agent, BedrockModel } from '@strands-agents/sdk';\n${rules}\nexport const agent = new Agent({ model: new BedrockModel({ modelId: ${model} }), systemPrompt: ${system} });\n`;
    expect(repair(agent('RULES'))).toBe(agent(`[{ text: RULES }, { cachePoint: { cacheType: 'default' } }]`));
  });
});

describe('Messages', () => {
  const call = (properties: string) =>
    `import { AnthropicBedrock } from "@anthropic-ai/bedrock-sdk";\n${rules.replaceAll(`'`, `"`)}\nconst client = new AnthropicBedrock();\nexport const ask = (question, customer) =>\n  client.messages.create({ model: ${model.replaceAll(`'`, `"`)}, max_tokens: 9, ${properties} });\n`;
  const control = `cache_control: { type: "ephemeral" }`;
  const turn = `messages: [{ role: "user", content: question }]`;

  it.each([
    [`system: RULES, ${turn}`, `system: [{ type: "text", text: RULES, ${control} }], ${turn}`],
    [
      `system: [{ type: "text", text: RULES }, { type: "text", text: customer }], ${turn}`,
      `system: [{ type: "text", text: RULES, ${control} }, { type: "text", text: customer }], ${turn}`,
    ],
    [
      `system: [{ type: "text", text: \`\${RULES}\\nFor \${customer}.\` }], ${turn}`,
      `system: [{ type: "text", text: \`\${RULES}\\n\`, ${control} }, { type: "text", text: \`For \${customer}.\` }], ${turn}`,
    ],
    [
      `tools: [{ name: "find", description: RULES, input_schema: { type: "object" } }], ${turn}`,
      `tools: [{ name: "find", description: RULES, input_schema: { type: "object" }, ${control} }], ${turn}`,
    ],
    [
      `messages: [{ role: "user", content: [{ type: "text", text: RULES }, { type: "text", text: question }] }]`,
      `messages: [{ role: "user", content: [{ type: "text", text: RULES, ${control} }, { type: "text", text: question }] }]`,
    ],
  ])('%s', (before, after) => expect(repair(call(before), { path: 'src/ask.js' })).toBe(call(after)));
});

describe('Converse', () => {
  const call = (before: string, system: string) =>
    `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${rules}\n${before}\nexport const ask = (question, text) => new ConverseCommand({ modelId: ${model}, system: ${system}, messages: [{ role: 'user', content: [{ text: question }] }] });\nexport const other = (question) => new ConverseCommand({ modelId: ${model}, system: [{ text: 'Be brief.' }], messages: [{ role: 'user', content: [{ text: question }] }] });\n`;
  const point = `{ cachePoint: { type: 'default' } }`;

  it('copies a list that is exported', () => {
    const before = 'export const SYSTEM = [{ text: RULES }];';
    expect(repair(call(before, 'SYSTEM'), { path: 'src/ask.js' })).toBe(call(before, `[...SYSTEM, ${point}]`));
  });

  it('keeps commas and comments right where a block on a line of its own is parted', () => {
    const list = (blocks: string) => `[\n    ${blocks} // who\n  ]`;
    expect(repair(call('', list('{ text: `${RULES}\\nFor ${text}.` }')), { path: 'src/ask.js' })).toBe(
      call('', `[\n    { text: \`\${RULES}\\n\` }, // who\n    ${point},\n    { text: \`For \${text}.\` }\n  ]`),
    );
  });

  it('leaves a block alone that says more than its text', () => {
    expect(repair(call('', '[{ text: `${RULES}\\nFor ${text}.`, note: 1 }]'), { path: 'src/ask.js' })).toBeNull();
  });

  it('leaves a tagged template alone: its parts would have other indents', () => {
    expect(
      repair(call(`import dedent from 'dedent';`, '[{ text: dedent`\n  ${RULES}\n  For ${text}.` }]'), {
        path: 'src/ask.js',
      }),
    ).toBeNull();
  });
});

describe('types of the project', () => {
  const call = (head: string, body: string, rest = '') =>
    `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\n${rules}\n${head}\nconst client = new BedrockRuntimeClient({});\nexport function ask(question: string) {\n${body}\n${rest}  return client.send(new InvokeModelCommand({ modelId: ${model}, body: JSON.stringify(body) }));\n}\n`;
  const properties = (system = 'RULES') =>
    `anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, system: ${system}, messages: [{ role: 'user', content: question }]`;
  const blocks = `[{ type: 'text', text: RULES, cache_control: { type: 'ephemeral' } }]`;
  const text = 'interface Body { max_tokens: number; system?: string; messages: object[]; }';

  it.each([
    ['a constant', text, `  const body: Body = { ${properties()} };`],
    [
      'an alias of a literal type',
      'type Body = Readonly<{ system: string }>;',
      `  const body: Body = { ${properties()} };`,
    ],
    ['satisfies', text, `  const body = { ${properties()} } satisfies Body;`],
    [
      'a builder',
      `${text}\nconst build = (question: string): Body => ({ ${properties()} });`,
      `  const body = build(question);`,
    ],
    ['a type of another file', `import type { Body } from '../body.js';`, `  const body: Body = { ${properties()} };`],
  ])('leaves the text alone that one names: %s', (_, head, body) => {
    expect(repair(call(head, body))).toBeNull();
  });

  it.each([
    ['a record', '', (system?: string) => `  const body: Record<string, unknown> = { ${properties(system)} };`],
    [
      'blocks too',
      'interface Body { system?: string | any; }',
      (system?: string) => `  const body: Body = { ${properties(system)} };`,
    ],
    ['none', '', (system?: string) => `  const body = { ${properties(system)} };`],
  ])('writes blocks where they are taken: %s', (_, head, body) => {
    expect(repair(call(head, body()))).toBe(call(head, body(blocks)));
  });

  it('leaves the text alone that other code reads', () => {
    expect(repair(call('', `  const body = { ${properties()} };`, `  console.log(body.system.length);\n`))).toBeNull();
  });

  it('leaves an argument alone whose parameter names a text', () => {
    const code = `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\n${rules}\n${text}\nconst client = new BedrockRuntimeClient({});\nconst send = (body: Body) => client.send(new InvokeModelCommand({ modelId: ${model}, body: JSON.stringify(body) }));\nexport const ask = (question: string) => send({ ${properties()} });\n`;
    expect(repair(code)).toBeNull();
  });

  const converse = (list: string, head = '') =>
    `import { ConverseCommand, type SystemContentBlock } from '@aws-sdk/client-bedrock-runtime';\n${rules}\n${head}${list}\nexport const ask = (question: string) => new ConverseCommand({ modelId: ${model}, system: list, messages: [{ role: 'user', content: [{ text: question }] }] });\n`;

  it('copies a list that takes no points', () => {
    expect(repair(converse('const list: { text: string }[] = [{ text: RULES }];'))).toBe(
      converse('const list: { text: string }[] = [{ text: RULES }];').replace(
        'system: list',
        `system: [...list, { cachePoint: { type: 'default' } }]`,
      ),
    );
  });

  it('needs no narrow words in a list with a type of the API', () => {
    expect(repair(converse('const list: SystemContentBlock[] = [{ text: RULES }];'))).toBe(
      converse(`const list: SystemContentBlock[] = [{ text: RULES }, { cachePoint: { type: 'default' } }];`),
    );
    expect(repair(converse('const list = [{ text: RULES }];'))).toBe(
      converse(`const list = [{ text: RULES }, { cachePoint: { type: 'default' as const } }];`),
    );
  });
});
