import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/edits/apply-edits.js';
import type { LastTurn } from '../../../../src/documents/request.js';
import { type Files, read } from '../read.js';

const aws = `import { BedrockRuntimeClient, ConversationRole, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const modelId = 'global.anthropic.claude-sonnet-4-6';
`;
const user = `{ role: 'user', content: [{ text: question }] }`;
const opening = `{ role: 'assistant', content: [{ text: '{' }] }`;

describe('the turn a conversation ends with', () => {
  it.each([
    ['a list in the request', `await client.send(new ConverseCommand({ modelId, messages: [${user}, ${opening}] }));`],
    [
      'a list with a name',
      `const messages = [${user}, ${opening}]; await client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    ['a history before it', `await client.send(new ConverseCommand({ modelId, messages: [...history, ${opening}] }));`],
    [
      'what is added in a statement',
      `const messages = history.slice(); const all = [...messages]; all.push(${opening}); await client.send(new ConverseCommand({ modelId, messages: all }));`,
    ],
    [
      'what is added by concat',
      `await client.send(new ConverseCommand({ modelId, messages: history.concat([${opening}]) }));`,
    ],
    [
      'what is added alone by concat',
      `await client.send(new ConverseCommand({ modelId, messages: history.concat(${opening}) }));`,
    ],
    [
      'a turn with a name',
      `const prefill = ${opening}; await client.send(new ConverseCommand({ modelId, messages: [${user}, prefill] }));`,
    ],
    [
      'a turn of a helper',
      `const say = (role: string, text: string) => ({ role, content: [{ text }] }); await client.send(new ConverseCommand({ modelId, messages: [say('user', question), say('assistant', '{')] }));`,
    ],
    [
      'a role of the SDK',
      `await client.send(new ConverseCommand({ modelId, messages: [${user}, { role: ConversationRole.ASSISTANT, content: [{ text: '{' }] }] }));`,
    ],
    [
      'a list of a helper',
      `function turns(question: string) { return [${user}, ${opening}]; } await client.send(new ConverseCommand({ modelId, messages: turns('Why?') }));`,
    ],
    [
      'options before it',
      `await client.send(new ConverseCommand({ ...options, modelId, messages: [${user}, ${opening}] }));`,
    ],
    [
      'a body as JSON',
      `await client.send(new InvokeModelCommand({ modelId, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [{ role: 'user', content: question }, { role: 'assistant', content: '{' }] }) }));`,
    ],
    [
      'blocks in a body',
      `await client.send(new InvokeModelCommand({ modelId, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [{ role: 'user', content: question }, { role: 'assistant', content: [{ type: 'text', text: '{' }] }] }) }));`,
    ],
  ])('is seen through %s', (_, code) => {
    expect(turnIn(aws + code)).toMatchObject({
      role: 'assistant',
      isCertain: true,
      content: { kind: 'text', text: '{' },
    });
  });

  it('is seen in the messages of LangChain and of the AI SDK', () => {
    expect(
      turnIn(`import { ChatBedrockConverse } from '@langchain/aws';
import { AIMessage, HumanMessage } from '@langchain/core/messages';
const model = new ChatBedrockConverse({ model: 'anthropic.claude-3-haiku-20240307-v1:0' });
await model.invoke([new HumanMessage(question), new AIMessage('{')]);`),
    ).toMatchObject({ role: 'assistant', isCertain: true, content: { text: '{' } });
    expect(
      turnIn(`import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'anthropic.claude-3-haiku-20240307-v1:0' });
await model.invoke([['human', question], ['ai', '<answer>']]);`),
    ).toMatchObject({ role: 'assistant', isCertain: true, content: { text: '<answer>' } });
    expect(
      turnIn(`import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('global.anthropic.claude-sonnet-4-6'), messages: [{ role: 'user', content: question }, { role: 'assistant', content: 'Sure:' }] });`),
    ).toMatchObject({ role: 'assistant', isCertain: true, content: { text: 'Sure:' } });
  });

  it('keeps words of another file', () => {
    const files = { 'src/words.ts': `export const start = '<answer>';` };
    const code = `${aws}import { start } from './words.js';
await client.send(new ConverseCommand({ modelId, messages: [${user}, { role: 'assistant', content: [{ text: start }] }] }));`;
    expect(turnIn(code, files)?.content).toMatchObject({ kind: 'text', text: '<answer>' });
  });

  it.each(['isMythos', 'isFable', 'isInstant', 'isHaiku', 'claude', 'supportsPrefill'])(
    'is nobody’s business where it is asked for by %s',
    (test) => {
      const code = `const messages = [${user}]; if (${test}) messages.push(${opening}); await client.send(new ConverseCommand({ modelId, messages }));`;
      expect(turnIn(aws + code)).toBeNull();
    },
  );

  it.each([
    [
      'a branch of a list',
      `await client.send(new ConverseCommand({ modelId, messages: [${user}, ...(strict ? [${opening}] : [])] }));`,
    ],
    [
      'an element on a condition',
      `await client.send(new ConverseCommand({ modelId, messages: [${user}, strict && ${opening}].filter(Boolean) }));`,
    ],
    [
      'a statement on a condition',
      `const messages = [${user}]; if (strict) messages.push(${opening}); await client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    [
      'one of two lists',
      `const messages = strict ? [${user}, ${opening}] : [${user}]; await client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    [
      'options behind it',
      `await client.send(new ConverseCommand({ modelId, messages: [${user}, ${opening}], ...options }));`,
    ],
  ])('is possible in %s', (_, code) => {
    expect(turnIn(aws + code)).toMatchObject({ role: 'assistant', isCertain: false, removal: null });
  });

  it.each([
    ['a history behind it', `await client.send(new ConverseCommand({ modelId, messages: [${opening}, ...history] }));`],
    [
      'a list of the caller',
      `export const ask = (messages: []) => client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    [
      'a list that others may add to',
      `const messages = [${user}, ${opening}]; addQuestion(messages); await client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    [
      'a list that grows in a loop',
      `const messages = [${user}, ${opening}]; for (;;) { await client.send(new ConverseCommand({ modelId, messages })); messages.push(await next()); }`,
    ],
    [
      'a list that is cut',
      `const messages = [${user}, ${opening}]; messages.pop(); await client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    [
      'a speaker only known at run time',
      `await client.send(new ConverseCommand({ modelId, messages: [${user}, { role: speaker, content: [{ text: '{' }] }] }));`,
    ],
    [
      'a turn that is spread',
      `await client.send(new ConverseCommand({ modelId, messages: [${user}, { role: 'assistant', content: [], ...turn }] }));`,
    ],
    [
      'turns of a map',
      `await client.send(new ConverseCommand({ modelId, messages: history.map((each) => ({ role: 'assistant', content: [{ text: each }] })) }));`,
    ],
    ['no turns', `await client.send(new ConverseCommand({ modelId }));`],
  ])('is not known for %s', (_, code) => {
    expect(turnIn(aws + code)).toBeNull();
  });

  it('is the question where an answer stands before it', () => {
    const code = `await client.send(new ConverseCommand({ modelId, messages: [${user}, ${opening}, ${user}] }));`;
    expect(turnIn(aws + code)).toMatchObject({ role: 'user', isCertain: true });
  });

  it('is what was added before the call, not after it', () => {
    const code = `const messages = [${user}]; const answer = await client.send(new ConverseCommand({ modelId, messages })); messages.push(${opening});`;
    expect(turnIn(aws + code)).toMatchObject({ role: 'user', isCertain: true });
  });
});

describe('taking the turn out', () => {
  it('removes an element with its comma', () => {
    expect(without(`await client.send(new ConverseCommand({ modelId, messages: [${user}, ${opening}] }));`)).toBe(
      `await client.send(new ConverseCommand({ modelId, messages: [${user}] }));`,
    );
  });

  it('removes the statement that adds it', () => {
    const code = `const messages = [${user}];\nmessages.push(${opening});\nawait client.send(new ConverseCommand({ modelId, messages }));`;
    expect(without(code)).toBe(
      `const messages = [${user}];\nawait client.send(new ConverseCommand({ modelId, messages }));`,
    );
  });

  it('takes a comment about it along', () => {
    const list = (turns: string) =>
      `await client.send(new ConverseCommand({\n  modelId,\n  messages: [\n    // The question.\n    ${user},${turns}\n  ],\n}));`;
    expect(without(list(`\n    // Prefill: the answer is JSON.\n    ${opening},`))).toBe(list(''));
    const code = (push: string) =>
      `const messages = [${user}];${push}\nawait client.send(new ConverseCommand({ modelId, messages }));`;
    expect(without(code(`\n// Prefill the answer.\nmessages.push(${opening});`))).toBe(code(''));
  });

  it.each([
    [
      'a list that is used elsewhere',
      `const messages = [${user}, ${opening}];\nsave([...messages]);\nawait client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    [
      'a statement with a comment',
      `const messages = [${user}];\n// Starts the answer.\nmessages.push(${opening});\nawait client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    ['the only turn', `await client.send(new ConverseCommand({ modelId, messages: [${opening}] }));`],
  ])('is left to a person for %s', (_, code) => {
    expect(turnIn(aws + code)).toMatchObject({ role: 'assistant', removal: null });
  });
});

describe('taking the words away from before the answer', () => {
  const call = `await client.send(new ConverseCommand({ modelId, messages: [${user}, ${opening}] }))`;
  const answer = `const answer = ${call};\n`;

  it.each([
    [`const text = answer.output?.message?.content?.[0]?.text ?? '';\nJSON.parse('{' + text);`, `JSON.parse(text)`],
    [
      `JSON.parse('{' + answer.output?.message?.content?.[0]?.text);`,
      'JSON.parse(`${answer.output?.message?.content?.[0]?.text}`)',
    ],
    [
      `JSON.parse(\`{\${answer.output?.message?.content?.[0]?.text}\`);`,
      'JSON.parse(`${answer.output?.message?.content?.[0]?.text}`)',
    ],
    [
      `const text = answer.output!.message!.content![0]!.text!;\nJSON.parse('{' + text.trim() + '}');`,
      `JSON.parse(text.trim() + '}')`,
    ],
    [
      `const start = '{';\nconst text = answer.output!.message!.content![0]!.text!;\nJSON.parse(\`\${start}\${text}\`);`,
      'JSON.parse(`${text}`)',
    ],
    [
      `const text = answer.output!.message!.content![0]!.text!;\nconsole.log(text);\nJSON.parse('{' + text);`,
      `JSON.parse(text)`,
    ],
  ])('rewrites %s', (code, expected) => {
    const text = aws + answer + code;
    const edits = turnIn(text)?.unglued;
    expect(edits).not.toBeNull();
    expect(applyEdits(text, edits ?? [])).toContain(expected);
  });

  it('empties what a stream is added to', () => {
    const code = `import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const answer = await client.send(new ConverseStreamCommand({ modelId: 'global.anthropic.claude-sonnet-4-6', messages: [${user}, ${opening}] }));
let text = '{';
for await (const event of answer.stream ?? []) text += event.contentBlockDelta?.delta?.text ?? '';
JSON.parse(text);`;
    expect(applyEdits(code, turnIn(code)?.unglued ?? [])).toBe(code.replace(`let text = '{'`, `let text = ''`));
    // Set anew, the words are gone.
    const other = code.replace('JSON.parse', `text = text.trim();\nJSON.parse`);
    expect(turnIn(other)).toMatchObject({ role: 'assistant', unglued: null });
  });

  it.each([
    ['reads it as what follows', `show(answer.output!.message!.content![0]!.text!);`],
    [
      'reads it both ways',
      `const text = answer.output!.message!.content![0]!.text!;\nshow(text);\nJSON.parse('{' + text);`,
    ],
    [
      'compares it',
      `const text = answer.output!.message!.content![0]!.text!;\nif (text === 'yes') JSON.parse('{' + text);`,
    ],
    ['puts other words before it', `JSON.parse('[' + answer.output!.message!.content![0]!.text!);`],
    ['puts it on the other side', `JSON.parse(answer.output!.message!.content![0]!.text! + '{');`],
    ['hands the answer on', `export { answer };`],
    [
      'goes on with the conversation',
      `const text = answer.output!.message!.content![0]!.text!;\nJSON.parse('{' + text);\nhistory.push(answer.output!.message!);`,
    ],
    ['never reads it', `console.log(answer.usage);`],
  ])('gives up where the program %s', (_, code) => {
    expect(turnIn(aws + answer + code)).toMatchObject({ role: 'assistant', unglued: null });
  });
});

function turnIn(text: string, files?: Files): LastTurn | null {
  const [call, ...others] = read(text, 'src/app.ts', files).modelCalls;
  expect(call).toBeDefined();
  expect(others).toEqual([]);
  return call?.lastTurn ?? null;
}

function without(code: string): string {
  const text = aws + code;
  const removal = turnIn(text)?.removal;
  expect(removal).not.toBeNull();
  return applyEdits(text, removal ? [removal] : []).slice(aws.length);
}
