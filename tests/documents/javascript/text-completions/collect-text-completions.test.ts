import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/edits/apply-edits.js';
import { read } from '../read.js';

const sdk = `import { BedrockRuntimeClient, InvokeModelCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
`;
const decode = 'JSON.parse(new TextDecoder().decode(response.body))';

/** A call with this code before it, this prompt and this reader. */
function asking(prompt: string, { before = '', reader = `show(${decode}.completion);`, rest = '' } = {}) {
  return `${sdk}${before}
const response = await client.send(new InvokeModelCommand({
  modelId: 'anthropic.claude-v2',
  body: JSON.stringify({ ${prompt}, max_tokens_to_sample: 300${rest} }),
}));
${reader}`;
}

function requestIn(text: string, path?: string) {
  const request = read(text, path).textCompletions.find((each) => each.kind === 'request');
  if (request?.kind !== 'request') throw new Error('No request was found.');
  return request;
}

function rewriteOf(text: string, path?: string) {
  const { rewrite } = requestIn(text, path);
  if ('obstacle' in rewrite) throw new Error(rewrite.obstacle);
  return rewrite;
}

function obstacleTo(text: string, path?: string) {
  const { rewrite } = requestIn(text, path);
  return 'obstacle' in rewrite ? rewrite.obstacle : null;
}

/** System text and turns, each as `role: code`. */
function said(text: string, path?: string) {
  const { system, turns } = rewriteOf(text, path);
  return [
    ...(system === null ? [] : [`system: ${system}`]),
    ...turns.map(({ role, content }) => `${role}: ${content}`),
  ];
}

/** The reader of an answer, rewritten. */
function reading(reader: string, path?: string) {
  const text = asking('prompt: "\\n\\nHuman: Hi\\n\\nAssistant:"', { reader });
  const { answerEdits } = rewriteOf(text, path);
  return applyEdits(text, answerEdits).split('}));\n')[1];
}

describe('a prompt is split into turns', () => {
  it.each([
    ['one turn of a template', 'prompt: `\\n\\nHuman: ${ask(q)}\\n\\nAssistant:`', ['user: `${ask(q)}`']],
    ['one turn of a string', `prompt: '\\n\\nHuman: It\\'s late?\\n\\nAssistant:'`, [`user: 'It\\'s late?'`]],
    ['a sum', `prompt: '\\n\\nHuman: ' + q + '\`?\\n\\nAssistant:'`, ['user: `${q}\\`?`']],
    ['no blank line before the first turn', 'prompt: `Human: ${q}\n\nAssistant:`', ['user: `${q}`']],
    ['no line end before the last mark', 'prompt: `\\n\\nHuman:${q}Assistant:`', ['user: `${q}`']],
    ['system text', `prompt: 'Be brief.\\n\\nHuman: Hi\\n\\nAssistant:'`, [`system: 'Be brief.'`, `user: 'Hi'`]],
    [
      'instructions from a name',
      'prompt: `${systemPrompt}\\n\\nHuman: Hi\\n\\nAssistant:`',
      ['system: `${systemPrompt}`', `user: 'Hi'`],
    ],
    [
      'turns of both',
      'prompt: `\n\nHuman: One\n\nAssistant: Two\n\nHuman: ${q}\n\nAssistant: {`',
      [`user: 'One'`, `assistant: 'Two'`, 'user: `${q}`', `assistant: '{'`],
    ],
    [
      'a list of holes',
      'prompt: `\\n\\nHuman: <doc>${a}</doc> ${b}\\n\\nAssistant:`',
      ['user: `<doc>${a}</doc> ${b}`'],
    ],
  ])('%s', (_, prompt, expected) => {
    expect(said(asking(prompt))).toEqual(expected);
  });

  it('through a variable, which keeps its name', () => {
    const text = asking('prompt', { before: 'const prompt = `\\n\\nHuman: ${q}\\n\\nAssistant:`;' });
    expect(said(text)).toEqual(['user: prompt']);
    expect(applyEdits(text, rewriteOf(text).promptEdits)).toContain('const prompt = `${q}`;');
  });

  it('through a variable that becomes several', () => {
    const text = asking('prompt: p', {
      before: 'const p = `Be ${mood()}.\\n\\nHuman: Hi\\n\\nAssistant: Yo\\n\\nHuman: ${q}\\n\\nAssistant:`;',
    });
    expect(obstacleTo(text)).toContain('only known at run time');
    const known = text.replace('${mood()}', 'brief');
    expect(said(known)).toEqual(['system: systemPrompt', 'user: turn1', 'assistant: turn2', 'user: p']);
    expect(applyEdits(known, rewriteOf(known).promptEdits)).toContain(
      ['const systemPrompt = `Be brief.`;', 'const turn1 = `Hi`;', 'const turn2 = `Yo`;', 'const p = `${q}`;']
        .join('\n')
        .replaceAll(/`(Be brief\.|Hi|Yo)`/g, `'$1'`),
    );
  });

  it('through every caller of a function', () => {
    const text = `${sdk}
async function complete(prompt) {
  const response = await client.send(new InvokeModelCommand({
    modelId: 'anthropic.claude-v2',
    body: JSON.stringify({ prompt, max_tokens_to_sample: 300 }),
  }));
  return ${decode}.completion;
}
show(await complete(\`\\n\\nHuman: \${q}\\n\\nAssistant:\`), await complete('Human: Hi\\n\\nAssistant:'));`;
    expect(said(text)).toEqual(['user: prompt']);
    expect(applyEdits(text, rewriteOf(text).promptEdits)).toContain("complete(`${q}`), await complete('Hi')");
  });
});

describe('a prompt is left to a person', () => {
  it.each([
    ['another module puts it together', 'prompt: build(q)', ''],
    ['it has earlier turns in it', 'prompt: `${history}\\n\\nHuman: ${q}\\n\\nAssistant:`', ''],
    [
      'turns are put together at run time',
      'prompt: `${all}\\n\\nHuman: Hi\\n\\nAssistant:`',
      'const all = log.map((m) => `\\n\\nHuman: ${m}`).join("");',
    ],
    ['something is before the first turn', 'prompt: `${x}\\n\\nHuman: Hi\\n\\nAssistant:`', ''],
    ['a line may be a turn or not', 'prompt: `\\n\\nHuman: Continue:\\nHuman: Hi\\n\\nAssistant:`', ''],
    ['it begins with the model', 'prompt: `\\n\\nAssistant: Hi`', ''],
    ['a turn is empty', 'prompt: `\\n\\nHuman:\\n\\nAssistant:`', ''],
    ['other code uses it', 'prompt', 'const prompt = `\\n\\nHuman: ${q}\\n\\nAssistant:`; store(prompt);'],
    ['it is exported', 'prompt', 'export const prompt = `\\n\\nHuman: ${q}\\n\\nAssistant:`;'],
  ])('where %s', (_, prompt, before) => {
    expect(obstacleTo(asking(prompt, { before }))).not.toBeNull();
  });
});

describe('a body is left to a person', () => {
  const prompt = 'prompt: "\\n\\nHuman: Hi\\n\\nAssistant:"';

  it.each([
    ['a spread', asking(`...defaults, ${prompt}`)],
    ['a property that is no text completion’s', asking(prompt, { rest: ', metadata: {}' })],
    ['no limit', asking(prompt).replace(', max_tokens_to_sample: 300', '')],
    [
      'other users',
      `${sdk}const body = { ${prompt}, max_tokens_to_sample: 3 };\nstore(body);\nconst response = await client.send(new InvokeModelCommand({ modelId: 'anthropic.claude-v2', body: JSON.stringify(body) }));\nshow(${decode}.completion);`,
    ],
    [
      'JSON that is written by hand',
      `${sdk}const response = await client.send(new InvokeModelCommand({ modelId: 'anthropic.claude-v2', body: \`{"prompt":"\\n\\nHuman: \${q}\\n\\nAssistant:","max_tokens_to_sample":300}\` }));\nshow(${decode}.completion);`,
    ],
  ])('with %s', (_, text) => {
    expect(obstacleTo(text)).not.toBeNull();
  });
});

describe('an answer is read as that of a Messages request', () => {
  const join = `content.map((block: { text?: string }) => block.text ?? '').join('')`;

  it.each([
    [`show(${decode}.completion);`, `show(${decode}.${join});`],
    [`const { completion: text } = ${decode};`, `const text = ${decode}.${join};`],
    [
      `const answer = ${decode};\nshow(answer?.completion.trim());`,
      `const answer = ${decode};\nshow(answer?.${join}.trim());`,
    ],
    [
      `const answer = ${decode};\nif (answer.stop_reason === 'stop_sequence') show(answer.completion);`,
      `const answer = ${decode};\nif (['end_turn', 'stop_sequence'].includes(answer.stop_reason)) show(answer.${join});`,
    ],
    [
      `const answer = ${decode};\nif ('stop_sequence' !== answer.stop_reason) show(answer.completion);`,
      `const answer = ${decode};\nif (!['end_turn', 'stop_sequence'].includes(answer.stop_reason)) show(answer.${join});`,
    ],
    [
      `const answer = ${decode};\nshow(answer.completion);\nconsole.log(answer.stop);`,
      `const answer = ${decode};\nshow(answer.${join});\nconsole.log(answer.stop_sequence);`,
    ],
    [
      `const answer = ${decode} as { completion: string };\nshow(answer.completion);`,
      `const answer = ${decode} as { content: { type: string; text?: string }[] };\nshow(answer.${join});`,
    ],
    [
      `const answer: Answer = ${decode};\nshow(answer.completion);\ninterface Answer { completion: string; stop_reason: string | null }`,
      `const answer: Answer = ${decode};\nshow(answer.${join});\ninterface Answer { content: { type: string; text?: string }[]; stop_reason: string | null }`,
    ],
  ])('%s', (before, after) => {
    expect(reading(before)).toBe(after);
  });

  it('without a type where nobody checks types', () => {
    expect(reading(`show(${decode}.completion);`, 'src/app.js')).toBe(
      `show(${decode}.content.map((block) => block.text ?? '').join(''));`,
    );
  });

  it.each([
    `store(${decode});`,
    `export const answer = ${decode};\nshow(answer.completion);`,
    `const answer = ${decode};\nanswer.completion = answer.completion.trim();`,
    `const { completion, stop_reason } = ${decode};\nshow(completion, stop_reason);`,
    `export function result() {\n  const answer = ${decode};\n  return { text: answer.completion, why: answer.stop_reason };\n}`,
    `const answer = ${decode};\nshow(answer.completion, answer.exception);`,
    `const answer: Answer = ${decode};\nshow(answer.completion);`,
    `const answer: Answer = ${decode};\nshow(answer.completion);\nexport interface Answer { completion: string }`,
    `const answer: Answer = ${decode};\nshow(answer.completion);\ninterface Answer { completion: string }\nconst other: Answer = make();`,
    `const answer: Answer = ${decode};\nswitch (answer.stop_reason) {}\nshow(answer.completion);\ninterface Answer { completion: string; stop_reason: 'stop_sequence' | 'max_tokens' }`,
    'show(response.body);',
  ])('but not by halves: %s', (reader) => {
    expect(obstacleTo(asking('prompt: "\\n\\nHuman: Hi\\n\\nAssistant:"', { reader }))).not.toBeNull();
  });
});

describe('a stream is read as that of a Messages request', () => {
  const loop = 'for await (const item of response.body) {';
  const decoded = 'JSON.parse(new TextDecoder().decode(item.chunk.bytes))';

  function streaming(body: string) {
    const text = asking('prompt: "\\n\\nHuman: Hi\\n\\nAssistant:"', { reader: `${loop}\n${body}\n}` }).replace(
      'new InvokeModelCommand',
      'new InvokeModelWithResponseStreamCommand',
    );
    const { answerEdits } = rewriteOf(text);
    return applyEdits(text, answerEdits).split(`${loop}\n`)[1]?.slice(0, -2);
  }

  it.each([
    [
      `  const event = ${decoded};\n  show(event.completion);`,
      `  const event = ${decoded};\n  if (event.delta?.type !== 'text_delta') continue;\n  show(event.delta.text);`,
    ],
    [`  show(${decoded}.completion);`, `  show(${decoded}.delta?.text ?? '');`],
    [`  text += ${decoded}.completion;`, `  text += ${decoded}.delta?.text ?? '';`],
    [`  const { completion } = ${decoded};`, `  const completion = ${decoded}.delta?.text ?? '';`],
    [
      `  const event = ${decoded};\n  if (event.completion) show('> ' + event.completion);`,
      `  const event = ${decoded};\n  if (event.delta?.text) show('> ' + (event.delta?.text ?? ''));`,
    ],
    [
      `  const event = ${decoded};\n  show(event.completion);\n  if (event.stop_reason === 'stop_sequence') break;`,
      `  const event = ${decoded};\n  show(event.delta?.text ?? '');\n  if (['end_turn', 'stop_sequence'].includes(event.delta?.stop_reason)) break;`,
    ],
    [`  const event: Chunk = ${decoded};\n  show(event.completion);\n  type Chunk = { completion: string };`, null],
  ])('%s', (before, after) => {
    if (after === null) expect(() => streaming(before)).toThrow('type');
    else expect(streaming(before)).toBe(after);
  });
});

describe('what is left of text completions', () => {
  const found = (text: string, path?: string, files?: Record<string, string>) =>
    read(text, path, files).textCompletions.map(({ kind, range }) => `${kind}: ${text.slice(...range)}`);

  it('is told apart', () => {
    expect(found(asking('prompt', { before: 'const prompt = `\\n\\nHuman: ${q}\\n\\nAssistant:`;' }))).toEqual([
      'prompt: `\\n\\nHuman: ${q}\\n\\nAssistant:`',
      'request: max_tokens_to_sample: 300',
      'answer: completion',
    ]);
  });

  it('is found in helpers, dispatchers and wrappers', () => {
    const text = `import { bedrock, invokeClaude } from './bedrock.js';
export const toBody = (prompt) => ({ prompt, max_tokens_to_sample: 300 });
export function limit(body) {
  body.max_tokens_to_sample = 3;
}
export async function ask(body) {
  const response = await invokeClaude(body);
  const { completion } = JSON.parse(Buffer.from(response.body).toString());
  return completion;
}`;
    expect(found(text)).toEqual([
      'body: max_tokens_to_sample: 300',
      'body: body.max_tokens_to_sample',
      'answer: completion',
    ]);
  });

  it('is found in templates of a package that calls Bedrock', () => {
    const text = 'export const template = "\\n\\nHuman: {query}\\n\\nAssistant:";';
    const manifest = { 'package.json': '{ "dependencies": { "@aws-sdk/client-bedrock-runtime": "^3.0.0" } }' };
    expect(found(text, 'src/prompts.ts', manifest)).toEqual(['prompt: "\\n\\nHuman: {query}\\n\\nAssistant:"']);
    expect(found(text, 'src/prompts.ts', { 'package.json': '{}' })).toEqual([]);
    expect(found(text, 'src/prompts.ts')).toEqual([]);
    expect(found(`// For OpenAI.\n${text}`, 'src/prompts.ts', manifest)).toEqual([]);
  });

  it.each([
    [
      'a resolver of AppSync',
      `export const request = (ctx) => ({ resourcePath: '/model/anthropic.claude-v2/invoke', params: { body: { prompt: \`\\n\\nHuman: \${ctx.args.q}\\n\\nAssistant:\`, max_tokens_to_sample: 3 } } });\nexport const response = (ctx) => JSON.parse(ctx.result.body).completion;`,
      2,
    ],
    [
      'a list that is joined',
      `import './bedrock.js';\nconst prompt = ['\\n\\nHuman: ', q, '\\n\\nAssistant:'].join('');`,
      1,
    ],
  ])('is found in %s', (_, text, count) => {
    expect(found(text)).toHaveLength(count);
  });

  it.each([
    [
      'the content of a message',
      `import './bedrock.js';\nconst messages = [{ role: 'user', content: 'Human: Hi\\n\\nAssistant:' }];`,
    ],
    [
      'the text that Titan is given',
      `import './bedrock.js';\nconst prompt = \`\\n\\nHuman: \${q}\\n\\nAssistant:\`;\nconst text = prompt;\nconst body = { inputText: text, textGenerationConfig: {} };`,
    ],
    [
      'a leftover stop sequence',
      `import './bedrock.js';\nconst body = { messages, stop_sequences: ['\\n\\nHuman:'] };`,
    ],
    ['a type', `import './bedrock.js';\ninterface Body { prompt: string; max_tokens_to_sample: number }`],
    [
      'a schema',
      `import './bedrock.js';\nconst body = z.object({ prompt: z.string(), max_tokens_to_sample: z.number() });`,
    ],
    ['a comment', `import './bedrock.js';\n// prompt: '\\n\\nHuman: Hi\\n\\nAssistant:', max_tokens_to_sample: 3`],
    [
      'a test',
      `import { expect } from 'vitest';\nimport './bedrock.js';\nexpect({ prompt: '\\n\\nHuman: Hi\\n\\nAssistant:', max_tokens_to_sample: 3 });`,
    ],
    [
      "Anthropic's own service",
      `import Anthropic from '@anthropic-ai/sdk'; // not Bedrock\nnew Anthropic().completions.create({ prompt, max_tokens_to_sample: 3 });`,
    ],
    [
      'an answer that is read both ways',
      `import './claude-on-bedrock.js';\nconst answer = JSON.parse(Buffer.from(response.body).toString());\nshow(answer.completion ?? answer.content[0].text);`,
    ],
    ['a completion of another kind', `import './claude-on-bedrock.js';\nshow(response.completion, chat.completion);`],
  ])('is not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what a rewrite keeps', () => {
  it('says what was escaped, or needs no escape between quotes, in a template', () => {
    const prompt = String.raw`'\n\nHuman: \`a\` \${b} and $' + '{c} \`d\` ' + question + '\n\nAssistant:'`;
    expect(said(asking(`prompt: ${prompt}`))).toEqual(['user: `\\`a\\` \\${b} and \\${c} \\`d\\` ${question}`']);
  });

  it.each([
    [
      `prompt: '\\n\\nHuman: ' + /* asked */ question + '\\n\\nAssistant:'`,
      'comments stand between the parts of its prompt',
    ],
    [`prompt: /* asked */ '\\n\\nHuman: Hi\\n\\nAssistant:'`, 'a comment stands between `prompt` and its value'],
  ])('leaves a body alone whose comments would go: %s', (body, obstacle) => {
    expect(obstacleTo(asking(body))).toBe(obstacle);
  });

  it('adds no case that is there, and ends lines as the file does', () => {
    const decided = (cases: string) => `const answer = ${decode};
switch (answer.stop_reason) {
  ${cases}
    show(answer.completion);
}`;
    expect(reading(decided(`case 'end_turn':\n  case 'stop_sequence':`))?.match(/case 'end_turn'/g)).toHaveLength(1);
    const text = asking('prompt: "\\n\\nHuman: Hi\\n\\nAssistant:"', { reader: decided(`case 'stop_sequence':`) });
    const crlf = text.replaceAll('\n', '\r\n');
    expect(applyEdits(crlf, rewriteOf(crlf).answerEdits)).toContain(`case 'end_turn':\r\n  case 'stop_sequence':\r\n`);
  });
});
