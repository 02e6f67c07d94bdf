import { describe, expect, it } from 'vitest';
import type { ConverseRewrite } from '../../../../src/documents/text-completion.js';
import { applyEdits } from '../../../../src/edits/apply-edits.js';
import { read } from '../read.js';

const sdk = `import { BedrockRuntime, InvokeModelCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntime({});
`;
const body = `body: JSON.stringify({ prompt: '\\n\\nHuman: Hi\\n\\nAssistant:', max_tokens_to_sample: 9 })`;
const decode = (bytes: string) => `JSON.parse(new TextDecoder().decode(${bytes}))`;

function converseOf(text: string, path?: string): ConverseRewrite | { readonly obstacle: string } {
  const request = read(text, path).textCompletions.find((each) => each.kind === 'request');
  if (request?.kind !== 'request') throw new Error('No request was found.');
  return request.converse;
}

function obstacleTo(text: string, path?: string) {
  const converse = converseOf(text, path);
  return 'obstacle' in converse ? converse.obstacle : null;
}

/** A text with the edits of the call and of the answer; what is behind the last `// read` of it. */
function readingOf(text: string, path?: string) {
  const converse = converseOf(text, path);
  if ('obstacle' in converse) throw new Error(converse.obstacle);
  return applyEdits(text, converse.answerEdits).split('// read\n')[1];
}

const asking = (reader: string, rest = '') =>
  `${sdk}const response = await client.send(new InvokeModelCommand({ modelId: 'anthropic.claude-v2', ${body}${rest} }));\n// read\n${reader}`;
const streaming = (reader: string) =>
  `${sdk}const response = await client.send(new InvokeModelWithResponseStreamCommand({ modelId: 'anthropic.claude-v2', ${body} }));\n// read\n${reader}`;
const all = `.map((block: { text?: string }) => block.text ?? '').join('')`;
const text = `(response.output?.message?.content ?? [])${all}`;

describe('a response of Converse is what was decoded before', () => {
  it.each([
    ['in one expression', `show(${decode('response.body')}.completion);`, `show(${text});`],
    [
      'a step at a time',
      `const raw = new TextDecoder().decode(response.body);\nconst answer = JSON.parse(raw);\nshow(answer.completion);`,
      `show(${text});`,
    ],
    ['by a method', `show(JSON.parse(response.body.transformToString()).completion);`, `show(${text});`],
    ['from a buffer', `show(JSON.parse(Buffer.from(response.body).toString('utf8')).completion);`, `show(${text});`],
    [
      'asserted',
      `show((${decode('response.body')} as { completion: string }).completion.trim());`,
      `show(${text}.trim());`,
    ],
    [
      'of a type',
      `const answer: { completion: string } = ${decode('response.body')};\nshow(answer.completion);`,
      `show(${text});`,
    ],
    [
      'asked for',
      `if (!response.body) throw 0;\nshow(${decode('response.body')}.completion);`,
      `if (!response.output) throw 0;\nshow(${text});`,
    ],
    [
      'with names for its parts',
      `const { completion, stop_reason: why } = ${decode('response.body')};\nif (why === 'max_tokens') show(completion);`,
      `const completion = ${text};\nconst why = response.stopReason;\nif (why === 'max_tokens') show(completion);`,
    ],
    [
      'under a name that means another thing where it is read',
      `const answer = ${decode('response.body')};\nlist.map((response) => response + answer.completion);`,
      `const answer = response;\nlist.map((response) => response + (answer.output?.message?.content ?? [])${all});`,
    ],
    [
      'with a comment behind it',
      `const answer = ${decode('response.body')}; // at last\nshow(answer.completion);`,
      `const answer = response; // at last\nshow((answer.output?.message?.content ?? [])${all});`,
    ],
  ])('%s', (_, reader, expected) => {
    expect(readingOf(asking(reader))).toBe(expected);
  });

  it('in a file without semicolons, at the start of a line', () => {
    const lines = asking(
      `const answer = ${decode('response.body')}\nanswer.completion.split(' ').forEach(show)`,
    ).replaceAll(';', '');
    expect(readingOf(lines, 'src/app.mjs')).toBe(
      `;(response.output?.message?.content ?? []).map((block) => block.text ?? '').join('').split(' ').forEach(show)`,
    );
  });

  it('off a pattern of its body', () => {
    const before = `${sdk}const { body } = await client.send(new InvokeModelCommand({ modelId: 'anthropic.claude-v2', ${body} }));\nshow(${decode('body')}.completion);`;
    const converse = converseOf(before);
    const after = 'obstacle' in converse ? '' : applyEdits(before, converse.answerEdits);
    expect(after).toContain('const response = await client.send(');
    expect(after).toContain(`show(${text});`);
  });

  it.each([
    ['a stop reason that was done', `answer.stop_reason === 'stop_sequence'`, '', `response.stopReason === 'end_turn'`],
    [
      'one with sequences of the request',
      `answer.stop_reason !== 'stop_sequence'`,
      `, stop_sequences: ['END']`,
      `!['end_turn', 'stop_sequence'].includes(response.stopReason ?? '')`,
    ],
    ['one that was cut off', `answer.stop_reason == 'max_tokens'`, '', `response.stopReason == 'max_tokens'`],
  ])('%s', (_, test, stops, expected) => {
    const reader = `const answer = ${decode('response.body')};\nif (${test}) show(answer.completion);`;
    const source = asking(reader).replace('max_tokens_to_sample: 9', `max_tokens_to_sample: 9${stops}`);
    expect(readingOf(source)).toBe(`if (${expected}) show(${text});`);
  });
});

describe('events of ConverseStream are what chunks were', () => {
  it.each([
    [
      'passed over where they bring no text',
      `for await (const event of response.body ?? []) {\n  const chunk = ${decode('event.chunk?.bytes')};\n  show(chunk.completion);\n}`,
      `for await (const event of response.stream ?? []) {\n  if (!event.contentBlockDelta?.delta?.text) continue;\n  show(event.contentBlockDelta.delta.text);\n}`,
    ],
    [
      'not passed over twice',
      `for await (const event of response.body!) {\n  if (!event.chunk?.bytes) continue;\n  const chunk = ${decode('event.chunk.bytes')};\n  show(chunk.completion);\n}`,
      `for await (const event of response.stream!) {\n  if (!event.contentBlockDelta?.delta?.text) continue;\n  show(event.contentBlockDelta.delta.text);\n}`,
    ],
    [
      'read later',
      `for await (const event of response.body!) {\n  const chunk = ${decode('event.chunk?.bytes')};\n  later(() => show(chunk.completion));\n}`,
      `for await (const event of response.stream!) {\n  later(() => show(event.contentBlockDelta?.delta?.text ?? ''));\n}`,
    ],
    [
      'read for their end as well',
      `for await (const { chunk } of response.body!) {\n  if (chunk) {\n    const { completion, stop_reason } = ${decode('chunk.bytes')};\n    if (!stop_reason) show(completion);\n  }\n}`,
      `for await (const event of response.stream!) {\n  if (event.contentBlockDelta ?? event.messageStop) {\n    const completion = event.contentBlockDelta?.delta?.text ?? '';\n    const stop_reason = event.messageStop?.stopReason;\n    if (!stop_reason) show(completion);\n  }\n}`,
    ],
  ])('%s', (_, reader, expected) => {
    expect(readingOf(streaming(reader))).toBe(expected);
  });
});

describe('what decodes a body', () => {
  const textOf = (bytes: string) => `show(JSON.parse(${bytes}).completion);`;

  it.each([
    ['the parser of the language by its full name', `show(globalThis.${decode('response.body')}.completion);`],
    ['the same in a block', `{\nshow(${decode('response.body')}.completion);\n}`],
    ['a decoder with a name', `const utf8 = new TextDecoder();\n${textOf('utf8.decode(response.body)')}`],
    ['a decoder that is given', textOf('util.toString(response.body)')],
    ['a decoder that a function gets', `function read(decoder) {\n  ${textOf('decoder.decode(response.body)')}\n}`],
    ['a function of a library', textOf('toUtf8(response.body)')],
    ['a function of the language', textOf('String(response.body)')],
  ])('may be %s', (_, reader) => {
    expect(readingOf(asking(reader))).toContain(`show(${text});`);
  });

  it('may be a buffer of its module', () => {
    const source = asking(textOf('Buffer.from(response.body).toString()'));
    expect(readingOf(`import { Buffer } from 'node:buffer';\n${source}`)).toBe(`show(${text});`);
    expect(obstacleTo(`import { Buffer } from './buffer.js';\n${source}`)).not.toBeNull();
  });

  it.each([
    ['a parser', `const JSON = { parse: (text: string) => ({ completion: text }) };`, decode('response.body')],
    [
      'a decoder',
      `class TextDecoder {\n  decode(bytes: unknown) {\n    return log(bytes);\n  }\n}`,
      decode('response.body'),
    ],
    ['an object that decodes', `const utf8 = { decode: log };`, `JSON.parse(utf8.decode(response.body))`],
    [
      'a function that decodes',
      `function decode(bytes: unknown) {\n  return log(bytes);\n}`,
      `JSON.parse(decode(response.body))`,
    ],
    ['a helper', `const toUtf8 = (bytes: unknown) => log(bytes);`, `JSON.parse(toUtf8(response.body))`],
    ['another one', `const String = (bytes: unknown) => log(bytes);`, `JSON.parse(String(response.body))`],
    ['a helper that parses', `const parse = (bytes: unknown) => JSON.parse(log(bytes));`, `parse(response.body)`],
    ['a buffer', `const Buffer = { from: log };`, `JSON.parse(Buffer.from(response.body).toString())`],
  ])('is not %s of the file’s own', (_, own, answer) => {
    expect(obstacleTo(asking(`{\n${own}\nshow(${answer}.completion);\n}`))).not.toBeNull();
  });

  it('is not a parser that makes other values of what it parses', () => {
    const reader = `show(JSON.parse(new TextDecoder().decode(response.body), revive).completion);`;
    expect(obstacleTo(asking(reader))).toBe('its body is used before it is decoded');
  });

  it('is not one of two bodies', () => {
    const reader = textOf('new TextDecoder().decode(cached ? cached.body : response.body)');
    expect(obstacleTo(asking(reader))).toBe('its body is used before it is decoded');
  });
});

describe('a call that Converse can’t make is left alone', () => {
  const plain = `show(${decode('response.body')}.completion);`;
  it.each([
    [
      'more than the body is set',
      asking(plain, `, performanceConfigLatency: 'optimized'`),
      'it sets `performanceConfigLatency`',
    ],
    ['its input comes from elsewhere', asking(plain, ', ...defaults'), 'takes properties from elsewhere'],
    ['what is left out is computed', asking(plain, ', accept: count()'), 'what it sets as `accept` is computed'],
    ['a guardrail has no version', asking(plain, `, guardrailIdentifier: 'g'`), 'its guardrail has no version'],
    [
      'a guardrail decides how it ends',
      asking(
        `const a = ${decode('response.body')};\nif (a.stop_reason === 'max_tokens') show(a.completion);`,
        `, guardrailIdentifier: 'g', guardrailVersion: '1'`,
      ),
      'a stop reason of its own where its guardrail steps in',
    ],
    [
      'a guardrail would not see the system prompt',
      asking(plain, `, guardrailIdentifier: 'g', guardrailVersion: '1'`).replace(
        "'\\n\\nHuman",
        "'Be brief.\\n\\nHuman",
      ),
      'to a system prompt only where that is marked',
    ],
    [
      'the sequence that ended it is read',
      asking(`const a = ${decode('response.body')};\nshow(a.completion, a.stop);`),
      'Converse has no word for: `a.stop`',
    ],
    [
      'its reason has a type',
      asking(`const a = ${decode('response.body')};\nconst why: string = a.stop_reason;\nshow(a.completion, why);`),
      'its stop reason',
    ],
    [
      'its reason is compared with a word of no API',
      asking(`const a = ${decode('response.body')};\nif (a.stop_reason === 'length') show(a.completion);`),
      'its stop reason',
    ],
    [
      'its body is shown',
      asking(`console.log(new TextDecoder().decode(response.body));\n${plain}`),
      'its body is shown before it is decoded',
    ],
    ['its body is measured', asking(`show(response.body.length);\n${plain}`), 'its body is used before it is decoded'],
    [
      'more of the response is read',
      asking(`show(response.contentType);\n${plain}`),
      'it reads `contentType` off the response',
    ],
    ['the name is taken', asking(`class ConverseCommand {}\n${plain}`), 'another `ConverseCommand` is in the way'],
    ['its command has a type', asking(`let other: InvokeModelCommand;\n${plain}`), 'its command has a type'],
    [
      'a comment stands beside no property',
      asking(plain).replace('{ prompt', '{ /* first */ prompt'),
      'comments stand between',
    ],
    [
      'a setting may be undefined',
      asking(plain).replace('max_tokens_to_sample: 9', 'max_tokens_to_sample: 9, top_k: options.k'),
      'its `top_k` may be undefined',
    ],
  ])('%s', (_, source, expected) => {
    expect(obstacleTo(source)).toContain(expected);
  });

  it('a body that two calls send', () => {
    const send = (name: string) =>
      `const ${name} = await client.invokeModel({ modelId: 'anthropic.claude-v2', body });\nshow(${decode(`${name}.body`)}.completion);\n`;
    const source = `${sdk}const body = JSON.stringify({ prompt: '\\n\\nHuman: Hi\\n\\nAssistant:', max_tokens_to_sample: 9 });\n${send('a')}${send('b')}`;
    expect(obstacleTo(source)).toBe('its body is put together by other code, or used by it');
  });

  it('a call over HTTP', () => {
    const source = `const response = await fetch('https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-v2/invoke', { method: 'POST', ${body} });\nconst data = await response.json();\nshow(data.completion);`;
    expect(obstacleTo(source)).toBe('only a call through the AWS SDK for JavaScript can become one of Converse');
  });
});
