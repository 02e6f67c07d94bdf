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
    ['a spread', `const answer = { ...(await client.send(new ConverseCommand({ modelId }))), at: now() };`],
    ['casts and marks', `const answer = (await client.send(new ConverseCommand({ modelId })))! as any;`],
  ])('through %s', (_, code) => {
    const text = converse.replace('ConverseCommand,', 'ConverseCommand, BedrockRuntime,') + code;
    expect(checksIn(code.includes('then(') ? text : `${text}\n${decide}`)).toEqual(found);
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

it('ends in time on a file of which every function calls every other', () => {
  const names = Array.from({ length: 60 }, (_, index) => `f${String(index)}`);
  const functions = names.map(
    (name) => `function ${name}(a) { ${names.map((other) => `${other}({ a });`).join(' ')} return a; }`,
  );
  expect(checksIn(`${send}f0(response);\n${functions.join('\n')}`)).toEqual([]);
});
