import { describe, expect, it } from 'vitest';
import { read } from '../read.js';

const converse = `import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
`;
const send = `${converse}const response = await client.send(new ConverseCommand({ modelId, messages }));
`;
const decide = `if (answer.stopReason === 'tool_use') runTools(answer.output);
else show(answer.output.message);
`;

/** Each check as its shape and what it marks. */
function checksIn(text: string, path?: string, files?: Record<string, string>) {
  return read(text, path, files).stopReasonChecks.map(({ shape, range }) => `${shape}: ${text.slice(...range)}`);
}

const found = ["branch: answer.stopReason === 'tool_use'"];

describe('an answer is followed', () => {
  it.each([
    [
      'a method of the aggregated client',
      `const answer = await new BedrockRuntime({}).converse({ modelId, messages });`,
    ],
    ['then()', `client.send(new ConverseCommand({ modelId })).then((answer) => { ${decide} });`],
    ['a variable that is assigned later', `let answer;\nanswer = await client.send(new ConverseCommand({ modelId }));`],
    [
      'a command in a variable',
      `const command = new ConverseCommand({ modelId });\nconst answer = await client.send(command);`,
    ],
    [
      'a helper that sends a command',
      `const put = (command) => client.send(command);\nconst answer = await put(new ConverseCommand({ modelId }));`,
    ],
    [
      'code that sends a command elsewhere',
      `import { put } from './put.js';\nconst answer = await put(new ConverseCommand({ modelId }));`,
    ],
    ['Promise.all', `const [, answer] = await Promise.all([log(), client.send(new ConverseCommand({ modelId }))]);`],
    [
      'a function that is called in place',
      `const answer = await (async () => client.send(new ConverseCommand({ modelId })))();`,
    ],
    [
      'a property that is assigned',
      `const state = {};\nstate.answer = await client.send(new ConverseCommand({ modelId }));\nconst { answer } = state;`,
    ],
    ['a callback', `client.send(new ConverseCommand({ modelId }), (error, answer) => { ${decide} });`],
    [
      'a function that then() is given',
      `client.send(new ConverseCommand({ modelId })).then(finish);\nfunction finish(answer) { ${decide} }`,
    ],
    [
      'a list of answers',
      `const answers = await Promise.all(all.map((messages) => client.send(new ConverseCommand({ modelId, messages }))));\nfor (const answer of answers.slice(1)) { ${decide} }`,
    ],
    [
      'a method of such a list',
      `const answers = await Promise.all([client.send(new ConverseCommand({ modelId }))]);\nanswers.forEach((answer) => { ${decide} });`,
    ],
    [
      'Promise.allSettled',
      `const answers = await Promise.allSettled([client.send(new ConverseCommand({ modelId }))]);\nfor (const { value: answer } of answers) { ${decide} }`,
    ],
    ['Promise.race', `const answer = await Promise.race([client.send(new ConverseCommand({ modelId })), late()]);`],
    ['a spread', `const answer = { ...(await client.send(new ConverseCommand({ modelId }))), at: now() };`],
    ['casts and marks', `const answer = (await client.send(new ConverseCommand({ modelId })))! as any;`],
  ])('through %s', (_, code) => {
    const text = converse.replace('ConverseCommand,', 'ConverseCommand, BedrockRuntime,') + code;
    expect(checksIn(code.includes(decide) ? text : `${text}\n${decide}`)).toEqual(found);
  });

  it('through fields and private methods of a class', () => {
    const text = `${converse}class Agent {
  async #send(messages) {
    this.last = await client.send(new ConverseCommand({ modelId, messages }));
  }
  async run(messages) {
    await this.#send(messages);
    if (this.last.stopReason === 'tool_use') return this.run(messages);
    return this.last.output.message;
  }
}`;
    expect(checksIn(text)).toEqual(["branch: this.last.stopReason === 'tool_use'"]);
  });

  it('through functions that decode, unless the file says itself what they do', () => {
    const ask = (
      answer: string,
      own = '',
    ) => `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const response = await new BedrockRuntimeClient({}).send(new InvokeModelCommand({ modelId, body }));
${own}
const answer = ${answer};
if (answer.stop_reason === 'tool_use') runTools(answer.content);
else show(answer.content);`;
    const check = ["branch: answer.stop_reason === 'tool_use'"];
    expect(checksIn(ask('JSON.parse(new TextDecoder().decode(response.body))'))).toEqual(check);
    expect(checksIn(ask('JSON.parse(toText(response.body))', 'const toText = (bytes) => utf8.decode(bytes);'))).toEqual(
      check,
    );
    const parser = 'const JSON = { parse: (text) => ({ stop_reason: words[text] }) };';
    expect(checksIn(ask('JSON.parse(new TextDecoder().decode(response.body))', parser))).toEqual([]);
    const decoder = 'class TextDecoder { decode(bytes) { return rewrite(bytes); } }';
    expect(checksIn(ask('JSON.parse(new TextDecoder().decode(response.body))', decoder))).toEqual([]);
    const helper = 'function toUtf8(bytes) { return rewrite(bytes); }';
    expect(checksIn(ask('JSON.parse(toUtf8(response.body))', helper))).toEqual([]);
    expect(checksIn(ask('JSON.parse(toUtf8(response.body))'))).toEqual(check);
  });

  it('not into the function that is given the one it goes to', () => {
    const ask = (
      take: string,
    ) => `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
async function ask(next) {
  const response = await new BedrockRuntimeClient({}).send(new InvokeModelCommand({ modelId, body }));
  ${take};
  if (next.stop_reason === 'tool_use') runTools(next.content);
  else show(next.content);
}`;
    const answer = 'JSON.parse(new TextDecoder().decode(response.body))';
    expect(checksIn(ask(`next(${answer})`))).toEqual([]);
    expect(checksIn(ask(`next = ${answer}`))).toEqual(["branch: next.stop_reason === 'tool_use'"]);
  });

  it('through LangChain streams and callbacks of the AI SDK', () => {
    const langChain = `import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });
for await (const chunk of await model.stream(prompt)) {
  show(chunk.content);
  if (chunk.response_metadata.messageStop?.stopReason === 'tool_use') runTools();
}`;
    expect(checksIn(langChain)).toEqual(["branch: chunk.response_metadata.messageStop?.stopReason === 'tool_use'"]);
    const aiSdk = `import { streamText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
streamText({
  model: bedrock('us.anthropic.claude-sonnet-4-5-20250929-v1:0'),
  onFinish: ({ finishReason, text }) => {
    if (finishReason === 'tool-calls') runTools();
    else show(text);
  },
});`;
    expect(checksIn(aiSdk)).toEqual(["branch: finishReason === 'tool-calls'"]);
  });

  it('by the types of the SDK, also through an alias of the file', () => {
    const text = `import type * as Bedrock from '@aws-sdk/client-bedrock-runtime';
type Event = Bedrock.ConverseStreamOutput;
export async function* convert(source: AsyncIterable<Event>) {
  for await (const event of source) if (event.messageStop) yield toWord(event.messageStop.stopReason);
}
function toWord(reason: string | undefined) {
  switch (reason) {
    case 'max_tokens':
      return 'length';
    default:
      return 'stop';
  }
}`;
    expect(checksIn(text)).toEqual(['switch: reason']);
  });

  it('into a table of another file, and marks where it is looked up', () => {
    const text = `${send}import { words } from './words.js';\nexport const word = words[response.stopReason];\n`;
    const words = `export const words = { end_turn: 'stop', max_tokens: 'length', content_filtered: 'filter' };`;
    expect(checksIn(text, 'src/app.ts', { 'src/words.ts': words })).toEqual(['lookup: words[response.stopReason]']);
  });
});

describe('words that only Converse has prove its reasons', () => {
  it('in a switch on a parameter', () => {
    const text = `// Claude on Bedrock
export function toWord(reason?: string) {
  switch (reason) {
    case 'end_turn':
      return 'stop';
    case 'guardrail_intervened':
      return 'filter';
    default:
      return 'stop';
  }
}`;
    expect(checksIn(text)).toEqual(['switch: reason']);
    expect(checksIn(text.replaceAll('guardrail_intervened', 'refusal'))).toEqual([]);
  });

  it('in a table that a parameter is looked up in', () => {
    const text = `const words = { end_turn: 'stop', guardrail_intervened: 'filter' };
export const toWord = (stopReason) => words[stopReason] ?? 'stop';`;
    expect(checksIn(text)).toEqual(['lookup: end_turn']);
    expect(checksIn(text.replace(`?? 'stop'`, `?? 'unknown'`))).toEqual([]);
  });
});

describe('nothing is said', () => {
  it('of a file that does not parse, or is a test', () => {
    const text = `${send}const answer = response;\n${decide}`;
    expect(checksIn(text, 'src/app.ts')).toEqual(found);
    expect(checksIn(text, 'src/app.spec.ts')).toEqual([]);
    expect(checksIn(`import { vi } from 'vitest';\n${text}`)).toEqual([]);
  });

  it('where some code of several that reach a test is of another provider, but only by that code', () => {
    const nova = `${converse}const answer = await client.send(new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0' }));\n`;
    expect(checksIn(nova + decide)).toEqual([]);
    const both = `${converse}judge(await client.send(new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0' })));
judge(await client.send(new ConverseCommand({ modelId })));
function judge(answer) {
  ${decide}}`;
    expect(checksIn(both)).toEqual(found);
  });

  it('of a table whose row is asked for first', () => {
    const ask = (test: string) => `${send}const words = { end_turn: 'stop', max_tokens: 'length' };
const reason = response.stopReason;
show(${test} ? words[reason] : convert(reason));`;
    expect(checksIn(ask('reason in words'))).toEqual([]);
    expect(checksIn(ask('Object.hasOwn(words, reason)'))).toEqual([]);
  });

  it('of a reason that other code may look at', () => {
    expect(checksIn(`${send}report(response);\nshow(response.output.message);`)).toEqual([]);
    expect(checksIn(`${send}settle(response.stopReason);\nshow(response.output.message);`)).toEqual([]);
  });
});

describe('every other reason passes as finished', () => {
  const messages = `import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const response = await new BedrockRuntimeClient({}).send(new InvokeModelWithResponseStreamCommand({ modelId: 'anthropic.claude-v2:1', body }));
for await (const { chunk } of response.body) {
  const event = JSON.parse(new TextDecoder().decode(chunk.bytes));
`;

  it.each([
    [
      'by the name that held the reason',
      `let reason = response.stopReason;\nif (reason === 'max_tokens') reason = 'length';\nelse reason = 'stop';\nsave({ reason });`,
      "branch: reason === 'max_tokens'",
    ],
    [
      'by a word that is set beforehand',
      `let finish = 'stop';\nif (response.stopReason === 'max_tokens') finish = 'length';\nsave({ finish });`,
      "branch: response.stopReason === 'max_tokens'",
    ],
    [
      'by a row that is asked for',
      `const words = { end_turn: 'stop', max_tokens: 'length' };\nsave(response.stopReason in words ? words[response.stopReason] : 'stop');`,
      'lookup: end_turn',
    ],
    [
      'in what is written to somebody',
      `if (response.stopReason === 'max_tokens') send({ status: 'truncated' });\nelse send(JSON.stringify({ done: { status: 'completed' } }));`,
      "branch: response.stopReason === 'max_tokens'",
    ],
    [
      'in a list of what became of each answer',
      `if (response.stopReason === 'max_tokens') statuses.push('cut');\nelse statuses.push('complete');`,
      "branch: response.stopReason === 'max_tokens'",
    ],
    [
      'in a switch of comparisons',
      `switch (true) {\n  case response.stopReason === 'max_tokens':\n    save('length');\n    break;\n  default:\n    save({ reason: 'stop' });\n}`,
      'switch: response.stopReason',
    ],
    [
      'behind the patterns of a chain',
      `import { match } from 'ts-pattern';\nsave(match(response.stopReason).with('max_tokens', () => 'length').otherwise(() => 'stop'));`,
      'switch: response.stopReason',
    ],
    [
      'in a conditional that gives the text',
      `export const answer = response.stopReason === 'tool_use' ? null : { text: response.output.message.content[0].text };`,
      "branch: response.stopReason === 'tool_use'",
    ],
  ])('%s', (_, code, check) => {
    expect(checksIn(send + code)).toEqual([check]);
  });

  it.each([
    [
      'a word set beforehand means unknown',
      `let finish = 'unknown';\nif (response.stopReason === 'max_tokens') finish = 'length';\nsave({ finish });`,
    ],
    [
      'a row is asked for and the rest is unknown',
      `const words = { end_turn: 'stop', max_tokens: 'length' };\nsave(response.stopReason in words ? words[response.stopReason] : 'other');`,
    ],
    [
      'a switch compares something else as well',
      `switch (true) {\n  case mode === 'max_tokens':\n  case response.stopReason === 'max_tokens':\n    save('length');\n    break;\n  default:\n    save({ reason: 'stop' });\n}`,
    ],
    [
      'a chain of patterns takes no other reason',
      `import { match } from 'ts-pattern';\nsave(match(response.stopReason).with('max_tokens', () => 'length').with('end_turn', () => 'stop').exhaustive());`,
    ],
    [
      'a chain of patterns has one that is no word',
      `import { match, P } from 'ts-pattern';\nsave(match(response.stopReason).with(P.string.startsWith('max'), () => 'length').otherwise(() => 'stop'));`,
    ],
    [
      'a function of another package is called match',
      `import { match } from './match.js';\nsave(match(response.stopReason).with('max_tokens', () => 'length').otherwise(() => 'stop'));`,
    ],
    [
      'what is pushed says nothing of how it ended',
      `if (response.stopReason === 'max_tokens') steps.push('cut');\nelse steps.push('complete');`,
    ],
    [
      'a conditional gives the reason beside the text',
      `export const answer = response.stopReason === 'tool_use' ? null : { text: response.output, stopReason: response.stopReason };`,
    ],
    [
      'one reason is guarded against',
      `if (response.stopReason === 'max_tokens') throw new Error('cut off');\nshow(response.output.message);`,
    ],
  ])('unless %s', (_, code) => {
    expect(checksIn(send + code)).toEqual([]);
  });

  it('by blocks in a loop of turns, whatever comes after the last turn', () => {
    const turns = (give: string) => `${converse}for (let turn = 0; turn < 9; turn++) {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  const tools = response.output.message.content.filter((block) => block.toolUse);
  if (tools.length === 0) ${give}
  messages.push(await run(tools));
}
throw new Error('too many turns');`;
    expect(checksIn(turns('finish(response.output.message.content);'))).toEqual([
      'inspected: response.output.message.content.filter((block) => block.toolUse)',
    ]);
    expect(checksIn(turns(`throw new Error('no tool');`))).toEqual([
      'unread: new ConverseCommand({ modelId, messages })',
    ]);
  });

  it('but not where text completions have their reason beside the text', () => {
    const read = `  show(event.TEXT);\n  if (event.stop_reason) break;\n}`;
    expect(checksIn(messages + read.replace('TEXT', 'completion'))).toEqual([]);
    expect(checksIn(messages + read.replace('TEXT', 'delta.text'))).toEqual(['misread: event.stop_reason']);
  });
});

describe('of the runtime', () => {
  const text = (name: string, use: string) =>
    `import { ${name} } from 'bedrock-claude-runtime';\n${send}${use}\n${decide.replaceAll('answer', 'response')}`;

  it('functions that judge an answer cover its reasons', () => {
    expect(checksIn(text('assertComplete', 'assertComplete(response);'))).toEqual([]);
    expect(checksIn(text('matchStop', 'matchStop(response, handlers);'))).toEqual([]);
  });

  it('functions that read its text or usage do not', () => {
    const expected = ["branch: response.stopReason === 'tool_use'"];
    expect(checksIn(text('textOf', 'show(textOf(response));'))).toEqual(expected);
    expect(checksIn(text('cacheUsage', 'record(cacheUsage(response).hitRate);'))).toEqual(expected);
  });
});

describe('a check says', () => {
  it('what it names, what it misses and what becomes of the rest', () => {
    const text = `${send}if (response.stopReason === 'tool_use') runTools();
else if (response.stopReason === 'max_tokens') retry();
else show(response.output.message);`;
    const [check] = read(text).stopReasonChecks;
    expect(check).toMatchObject({
      dialect: 'converse',
      surface: 'Converse',
      others: 'success',
      missing: ['model_context_window_exceeded', 'content_filtered'],
      subject: { text: 'response.stopReason' },
    });
    expect(check?.handled.map(({ value }) => value)).toEqual(['tool_use', 'max_tokens']);
  });

  it('no place to mend it where the reason can only be had by calling', () => {
    const text = `${converse}const reasonOf = async () => (await client.send(new ConverseCommand({ modelId }))).stopReason;
if ((await reasonOf()) === 'tool_use') runTools();
else finish();`;
    expect(read(text).stopReasonChecks.map(({ shape, mend }) => [shape, mend])).toEqual([['branch', null]]);
  });
});

describe('a guard', () => {
  const mendOf = (text: string) => read(text).stopReasonChecks.map(({ mend }) => mend);

  it('is not offered where another model may have answered in words of its own', () => {
    const invoke = (body: string, read: string) => `// Claude and others
import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export async function ask(modelId, request) {
  const response = await new BedrockRuntimeClient({}).send(new InvokeModelCommand({ modelId, body: ${body} }));
  const answer = JSON.parse(new TextDecoder().decode(response.body));
  if (answer.stop_reason === 'tool_use') return runTools(answer.content);
  return ${read};
}`;
    const guard = [expect.objectContaining({ kind: 'guard' })];
    expect(mendOf(invoke('JSON.stringify(request)', 'answer.content?.[0].text ?? answer.generation'))).toEqual([null]);
    expect(mendOf(invoke('JSON.stringify(request)', 'answer.content[0].text'))).toEqual(guard);
    const claude = `JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', ...request })`;
    expect(mendOf(invoke(claude, 'answer.content?.[0].text ?? answer.generation'))).toEqual(guard);
  });

  it('stands in for a case whose word depends on a version that is not known', () => {
    const text = `import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
const { text, finishReason } = await generateText({ model: bedrock('us.anthropic.claude-sonnet-4-6'), prompt });
switch (finishReason) {
  case 'length':
    cut(text);
    break;
  CASE
  default:
    show({ text, status: 'done' });
}`;
    expect(mendOf(text.replace('CASE', ''))).toMatchObject([{ kind: 'guard', reason: 'finishReason' }]);
    expect(mendOf(text.replace('CASE', `case 'unknown': throw new Error(text);`))).toMatchObject([{ kind: 'cases' }]);
  });

  it('waits for the first reason where a loop comes to it before any call', () => {
    const loop = (init: string) => `${converse}let reason${init};
while (reason !== 'end_turn') {
  reason = (await client.send(new ConverseCommand({ modelId, messages }))).stopReason;
}`;
    expect(mendOf(loop(''))).toMatchObject([{ kind: 'guard', when: 'reason' }]);
    expect(mendOf(loop(` = ''`))).toMatchObject([{ kind: 'guard', when: 'reason' }]);
    expect(mendOf(loop(` = 'tool_use'`))).toMatchObject([{ kind: 'guard', when: null }]);
    expect(mendOf(loop(` = 'none yet'`))).toEqual([null]);
  });

  it('is one for a loop and the test in its body', () => {
    const [inBody, ofLoop, ...rest] = mendOf(`${converse}let response;
do {
  response = await client.send(new ConverseCommand({ modelId, messages }));
  if (response.stopReason === 'tool_use') runTools(response.output);
} while (response.stopReason === 'tool_use');
show(response.output.message);`);
    expect(inBody).toMatchObject({ kind: 'guard' });
    expect(ofLoop).toEqual(inBody);
    expect(rest).toEqual([]);
  });

  it('is one for the checks behind it', () => {
    const [first, second, ...rest] = mendOf(
      `${send}const finish = response.stopReason === 'max_tokens' ? 'length' : 'stop';\nif (isLoud) {\n  say(response.stopReason === 'max_tokens' ? 'length' : 'stop');\n}`,
    );
    expect(first).toMatchObject({ kind: 'guard' });
    expect(second).toEqual(first);
    expect(rest).toEqual([]);
  });

  it.each([
    ['only may run', `if (isLoud) {\n  CHECK\n}\nCHECK`],
    [
      'runs for another answer',
      `CHECK\nresponse = await client.send(new ConverseCommand({ modelId, messages }));\nCHECK`,
    ],
    ['runs earlier than the function', `CHECK\nfunction tell() {\n  CHECK\n}`],
  ])('is not shared with one that %s', (_, code) => {
    const check = `say(response.stopReason === 'max_tokens' ? 'length' : 'stop');`;
    const [first, second] = mendOf(
      `${send.replace('const response', 'let response')}${code.replaceAll('CHECK', check)}`,
    );
    expect(first).toMatchObject({ kind: 'guard' });
    expect(second).toMatchObject({ kind: 'guard' });
    expect(second).not.toEqual(first);
  });

  it.each([
    [
      'a race',
      `const answer = await Promise.race([client.send(new ConverseCommand({ modelId })), late()]);\n${decide}`,
    ],
    [
      'a promise that may have failed',
      `for (const { value: answer } of await Promise.allSettled([client.send(new ConverseCommand({ modelId }))])) {\n${decide}}`,
    ],
    [
      'a list of other things as well',
      `for (const answer of await Promise.all([client.send(new ConverseCommand({ modelId })), other()])) {\n${decide}}`,
    ],
  ])('is not offered where there may be no answer: %s', (_, code) => {
    expect(mendOf(`${converse}${code}`)).toEqual([null]);
  });

  const attempt = (handler: string) => `try {
      const answer = await client.send(new ConverseCommand({ modelId, messages }));
      return answer.stopReason === 'tool_use' ? runTools(answer.output) : answer.output.message;
    } catch (error) {
      ${handler}
    }`;

  it.each([
    ['a loop that counts', `for (let i = 0; i < 3; i++) {\n${attempt('await pause(i);')}\n}`],
    ['a loop without an end', `while (true) {\n${attempt('if (++tries > 3) throw error;\nawait pause(tries);')}\n}`],
    ['a call of itself', attempt('return ask(messages, tries - 1);')],
  ])('is not offered where an exception sends the request again: %s', (_, body) => {
    const text = `${converse}export async function ask(messages, tries) {\n${body}\n}`;
    expect(mendOf(text)).toEqual([null]);
  });

  const events = `${converse}const { stream } = await client.send(new ConverseStreamCommand({ modelId, messages }));\n`;

  it.each([
    [
      'a test of the event',
      `for await (const event of stream) {\n  if (event.contentBlockDelta) write(event);\n  else if (event.messageStop) write(event.messageStop.stopReason === 'max_tokens' ? 'length' : 'stop');\n}`,
    ],
    [
      'a test of the event in an expression',
      `for await (const event of stream) {\n  const finish = event.messageStop ? (event.messageStop.stopReason === 'max_tokens' ? 'length' : 'stop') : null;\n  write(finish);\n}`,
    ],
  ])('is not offered above what makes its read legal: %s', (_, code) => {
    expect(mendOf(events + code)).toEqual([null]);
  });

  it('stands behind what makes its read legal', () => {
    const code = `for await (const event of stream) {
  if (event.messageStop) {
    write(event.messageStop.stopReason === 'max_tokens' ? 'length' : 'stop');
  }
}`;
    expect(mendOf(events + code)).toMatchObject([{ kind: 'guard', place: { indent: '    ' } }]);
  });

  const used = `answer.stopReason === 'max_tokens' ? 'length' : 'stop'`;

  it.each([
    [
      'finally',
      `let answer;\ntry {\n  answer = await client.send(new ConverseCommand({ modelId }));\n} finally {\n  show(${used});\n}`,
    ],
    [
      'a listener',
      `queue.on('ask', async () => {\n  const answer = await client.send(new ConverseCommand({ modelId }));\n  show(${used});\n});`,
    ],
    [
      'a callback within a promise',
      `export const ask = () => new Promise((resolve, reject) => {\n  client.send(new ConverseCommand({ modelId })).then((answer) => {\n    resolve(${used});\n  }, reject);\n});`,
    ],
  ])('is not offered where its exception helps nobody: %s', (_, code) => {
    expect(mendOf(converse + code)).toEqual([null]);
  });

  it('lets an answer be missing that may be', () => {
    const code = `const answer = cached ? undefined : await client.send(new ConverseCommand({ modelId }));
show(answer?.stopReason === 'max_tokens' ? 'length' : 'stop');`;
    expect(mendOf(converse + code)).toMatchObject([{ kind: 'guard', when: 'answer?.stopReason' }]);
    expect(mendOf(converse + code.replace('answer?.stopReason', 'answer && answer.stopReason'))).toMatchObject([
      { kind: 'guard', when: 'answer && answer.stopReason' },
    ]);
  });

  it('lets pass what the code compares with anywhere', () => {
    const code = `${send}if (response.stopReason === 'tool_use') runTools(response.output);
else show(response.output.message);
report({ isCut: response.stopReason === 'max_tokens' });`;
    const [mend] = mendOf(code);
    expect(mend).toMatchObject({ kind: 'guard', allowed: expect.arrayContaining(['max_tokens']) as unknown });
  });

  it('is not offered in what a helper tries again', () => {
    const text = `${converse}export const ask = (messages) => withRetry(async () => {
  const answer = await client.send(new ConverseCommand({ modelId, messages }));
  return answer.stopReason === 'tool_use' ? runTools(answer.output) : answer.output.message;
});`;
    expect(mendOf(text)).toEqual([null]);
  });

  it.each([
    ['a loop over items', `for (const item of messages) {\n${attempt('log(item, error);')}\n}`],
    ['a loop over items by number', `for (let i = 0; i < messages.length; i++) {\n${attempt('log(error);')}\n}`],
    ['a handler that gives up', `for (let i = 0; i < 3; i++) {\n${attempt('throw wrapped(error);')}\n}`],
    ['a handler that is no loop’s', attempt('log(error);')],
  ])('is offered where an exception ends it: %s', (_, body) => {
    const text = `${converse}export async function ask(messages) {\n${body}\n}`;
    expect(mendOf(text)).toMatchObject([{ kind: 'guard' }]);
  });

  it('goes where the answer has a name when the reason is had by a call', () => {
    const text = `${send}const reasonOf = (answer) => answer.stopReason;
if (reasonOf(response) == 'tool_use') runTools(response.output);
else show(response.output.message);`;
    expect(mendOf(text)).toMatchObject([{ kind: 'guard', reason: 'response.stopReason' }]);
  });
});

it('ends in time on a file of which every function calls every other', () => {
  const names = Array.from({ length: 60 }, (_, index) => `f${String(index)}`);
  const functions = names.map(
    (name) => `function ${name}(a) { ${names.map((other) => `${other}({ a });`).join(' ')} return a; }`,
  );
  expect(checksIn(`${send}f0(response);\n${functions.join('\n')}`)).toEqual([]);
});

describe('a reason that other code may look at', () => {
  const ask = (kept: string, before = '', around = ['export async function ask(messages, given) {', '}']) =>
    `${converse}${before}
${around[0] ?? ''}
  const answer = await client.send(new ConverseCommand({ modelId, messages }));
  ${kept}
  if (answer.stopReason === 'tool_use') await runTools(answer.output);
  return answer.output.message;
${around[1] ?? ''}`;

  it.each([
    ['a member of a parameter', 'given.reason = answer.stopReason;'],
    ['a member that a pattern assigns', '({ stopReason: given.reason } = answer);'],
    ['a member whose name is computed', 'given[key] = answer.stopReason ?? null;'],
    [
      'a member of an object that goes elsewhere',
      'const turn = {};\n  turn.reason = answer.stopReason;\n  keep(turn);',
    ],
    ['a list', 'given.push(answer.stopReason);'],
    ['a list of answers', 'given.push(answer);'],
    ['a map', `given.set('reason', answer.stopReason);`],
    ['a copy of an object', 'Object.assign(given, { reason: answer.stopReason });'],
    ['a setter', 'setReason(answer.stopReason);'],
    ['a function that updates', 'update((state) => ({ ...state, reason: answer.stopReason }));'],
    ['a function of the caller', 'given.onStop?.(answer.stopReason);'],
    ['a function of the caller that is given the answer', 'given(answer);'],
    ['an event', `events.emit('stop', { reason: answer.stopReason });`],
    ['an object of another class', 'const turn = new Turn(answer.stopReason);'],
    ['JSON that is sent', 'given.write(JSON.stringify({ reason: answer.stopReason }));'],
    [
      'a helper that keeps it',
      'note(given, answer.stopReason);',
      'const note = (state, reason) => { state.reason = reason; };',
    ],
    ['a variable that is exported', 'last = answer.stopReason;', 'export let last;'],
    ['an object that is exported', 'last.reason = answer.stopReason;', 'export const last = {};'],
  ])('is no business of this place alone: %s', (_, kept, before = '') => {
    expect(checksIn(ask(kept, before))).toEqual([]);
  });

  it.each([
    ['a log', `console.info('ended', answer.stopReason, JSON.stringify({ reason: answer.stopReason }));`],
    ['an exception', 'if (!answer.output) throw new NoOutput(answer.stopReason);'],
    ['an object of its own', 'const state = {};\n  state.reason = answer.stopReason;'],
    ['a variable', 'let reason;\n  reason = answer.stopReason;'],
    ['what is done for a reason that is named', `if (answer.stopReason === 'tool_use') given.push(answer.stopReason);`],
    ['what the answer cost', 'given.usage = answer.usage;'],
    ['a text', 'show(`ended: ${answer.stopReason}`);'],
  ])('is still judged beside %s', (_, kept) => {
    expect(checksIn(ask(kept))).toContain(found[0]);
  });

  it.each([
    ['a field that anybody reads', 'reason;', 'this.reason = answer.stopReason;', []],
    ['a field that others of the file read', 'private reason;', 'this.reason = answer.stopReason; peek(this);', []],
    ['a private field', '#reason;', 'this.#reason = answer.stopReason;', found],
    ['a field that is private by its type', 'private reason;', 'this.reason = answer.stopReason;', found],
  ])('in a class: %s', (name, field, kept, expected) => {
    const peek = name.includes('others') ? 'const peek = (asker) => asker.reason;' : '';
    const text = ask(kept, peek, [`export class Asker { ${field}\n async ask(messages) {`, '} }']);
    expect(checksIn(text)).toEqual(expected);
  });

  it('is read again by another method that is given the state', () => {
    const text = `import { StopReason, type ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
export class Turns {
  private end(event: ConverseStreamOutput, turn: Turn) {
    if (!event.messageStop) return;
    turn.reason = event.messageStop.stopReason;
    if (turn.tools > 0 && turn.reason === StopReason.END_TURN) turn.reason = StopReason.TOOL_USE;
  }
  private check(turn: Turn) {
    if (turn.reason === StopReason.MAX_TOKENS) throw new Error('too long');
  }
}`;
    expect(checksIn(text)).toEqual([]);
  });

  it('takes no exception where it becomes another word for good', () => {
    const text = `${converse}export async function ask(messages, state) {
  const answer = await client.send(new ConverseCommand({ modelId, messages }));
  state.reason = answer.stopReason;
  const finish = answer.stopReason === 'tool_use' ? 'tool_calls' : 'stop';
  return { finish };
}`;
    expect(read(text).stopReasonChecks).toMatchObject([{ shape: 'branch', becomes: `'stop'`, mend: null }]);
  });
});
