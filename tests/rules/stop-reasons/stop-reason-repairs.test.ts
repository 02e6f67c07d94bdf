import path from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { missingReasons, vocabularyOf } from '../../../src/catalog/stop-reasons.js';
import { openDocument } from '../../../src/documents/open.js';
import { addImport } from '../../../src/edits/add-import.js';
import { applyEdits } from '../../../src/edits/apply-edits.js';
import { createPolicy } from '../../../src/policy/index.js';
import rule from '../../../src/rules/handle-stop-reasons.js';
import { asOf } from '../run-rule.js';

const root = path.join(import.meta.dirname, '../..');
const head = `import { BedrockRuntimeClient, ConverseCommand, type ConverseCommandOutput, ConverseStreamCommand, InvokeModelCommand, type Message } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
export const body = (prompt: string) => JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [{ role: 'user', content: prompt }] });
export const commands = [ConverseCommand, ConverseStreamCommand, InvokeModelCommand];
`;

/** Programs that compile under the strictest settings, each with something to repair. */
const programs: Readonly<Record<string, string>> = {
  branch: `export async function ask(messages: Message[]): Promise<string> {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  if (response.stopReason === 'tool_use') return ask(messages);
  if (response.stopReason === 'max_tokens') throw new Error('cut off');
  return response.output?.message?.content?.[0]?.text ?? '';
}`,
  switch: `export async function ask(messages: Message[]): Promise<string> {
  const { stopReason, output } = await client.send(new ConverseCommand({ modelId, messages }));
  switch (stopReason) {
    case 'tool_use':
      return ask(messages);
    case 'max_tokens':
      return 'length';
    default:
      return output?.message?.content?.[0]?.text ?? '';
  }
}`,
  narrowedSwitch: `export async function ask(messages: Message[]): Promise<string> {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  if (response.stopReason === 'max_tokens') throw new Error('cut off');
  let word = '';
  switch (response.stopReason) {
    case 'tool_use':
      word = 'tool';
      break;
    case 'guardrail_intervened':
      word = 'filter';
      break;
    default:
      word = 'stop';
  }
  return word;
}`,
  ownUnion: `export async function ask(messages: Message[]): Promise<string> {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  return toWord(response.stopReason === 'max_tokens' ? 'max_tokens' : 'end_turn');
}
export function toWord(reason: 'end_turn' | 'max_tokens'): string {
  return reason === 'max_tokens' ? 'length' : 'stop';
}`,
  loops: `export async function ask(messages: Message[]): Promise<string> {
  let response = await client.send(new ConverseCommand({ modelId, messages }));
  while (response.stopReason === 'tool_use') response = await client.send(new ConverseCommand({ modelId, messages }));
  do {
    response = await client.send(new ConverseCommand({ modelId, messages }));
  } while (response.stopReason === 'tool_use');
  return response.output?.message?.content?.[0]?.text ?? '';
}`,
  arrows: `const toWord = (reason: ConverseCommandOutput['stopReason']) => (reason === 'max_tokens' ? 'length' : 'stop');
const names: Record<string, string> = { end_turn: 'stop', max_tokens: 'length' };
const toName = async (reason: string | undefined) =>
  names[reason ?? 'end_turn'] ?? 'stop';
export async function ask(messages: Message[]): Promise<string> {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  return toWord(response.stopReason) + (await toName(response.stopReason));
}`,
  stream: `export async function ask(messages: Message[]): Promise<string> {
  const { stream } = await client.send(new ConverseStreamCommand({ modelId, messages }));
  let text = '';
  for await (const event of stream ?? []) {
    if (event.contentBlockDelta?.delta?.text) text += event.contentBlockDelta.delta.text;
    else if (event.messageStop?.stopReason === 'tool_use') return ask(messages);
  }
  return text;
}`,
  unread: `export async function ask(prompt: string): Promise<string> {
  const { output } = await client.send(new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: prompt }] }] }));
  return output?.message?.content?.[0]?.text ?? '';
}
export async function* flow(messages: Message[]): AsyncGenerator<string> {
  const response = await client.send(new ConverseStreamCommand({ modelId, messages }));
  for await (const event of response.stream ?? []) {
    yield event.contentBlockDelta?.delta?.text ?? '';
  }
}`,
  body: `export async function ask(prompt: string): Promise<string> {
  const response = await client.send(new InvokeModelCommand({ modelId, body: body(prompt) }));
  const answer = JSON.parse(new TextDecoder().decode(response.body));
  if (answer.stop_reason === 'tool_use') return ask(prompt);
  return answer.content[0].text;
}`,
  tables: `const words: Record<string, string> = { end_turn: 'stop', max_tokens: 'length', content_filtered: 'filter' };
const closed = { end_turn: 'stop', tool_use: 'tool', max_tokens: 'length' } as const;
export async function ask(messages: Message[]): Promise<string> {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  const word = words[response.stopReason ?? ''] ?? 'stop';
  return word + (closed[response.stopReason as keyof typeof closed] ?? 'stop');
}`,
  bedrockSdk: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const anthropic = new AnthropicBedrock();
export async function ask(prompt: string): Promise<string> {
  const stream = anthropic.messages.stream({ model: modelId, max_tokens: 9, messages: [{ role: 'user', content: prompt }] });
  const message = await stream.finalMessage();
  if (message.stop_reason !== 'tool_use') return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
  return ask(prompt);
}`,
  langChain: `import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: modelId });
export async function ask(prompt: string): Promise<unknown> {
  const message = await model.invoke(prompt);
  if (message.response_metadata['stopReason'] === 'tool_use') return message.tool_calls;
  return message.content;
}`,
};

describe.each(['inline', 'runtime'] as const)('%s repairs', (repairStyle) => {
  const policy = createPolicy({ flags: { repairStyle } }, { asOf, catalog });
  const repaired = Object.entries(programs).map(([name, code]) => ({ name, text: repair(head + code, policy) }));

  it.each(repaired)('leave nothing to repair in $name', ({ text }) => {
    expect(findingsIn(text, policy).filter(({ repairs }) => repairs.length > 0)).toEqual([]);
  });

  it.each(repaired)('change $name', ({ name, text }) => {
    expect(text).not.toBe(head + (programs[name] ?? ''));
  });

  it('compile under strict TypeScript with the real types', { timeout: 120_000 }, () => {
    expect(problemsIn(repaired)).toEqual([]);
  });
});

describe('a switch that names any of the reasons', () => {
  const policy = createPolicy({}, { asOf, catalog });
  const vocabulary = vocabularyOf('converse');

  it('is reported exactly when a required outcome has no name, and is quiet once repaired', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(vocabulary.reasons)), fc.boolean(), (words, hasBreaks) => {
        const cases = words.map((word) =>
          hasBreaks
            ? `    case '${word}':\n      word = '${word}';\n      break;\n`
            : `    case '${word}':\n      return '${word}';\n`,
        );
        const text = `${head}export function toWord(response: ConverseCommandOutput) {
  let word = 'none';
  switch (response.stopReason) {
${cases.join('')}    default:
      return 'stop';
  }
  return word;
}
`;
        const missing = missingReasons(vocabulary, words);
        const found = findingsIn(text, policy);
        expect(found.length > 0).toBe(missing.length > 0 && words.length > 0);
        expect(findingsIn(repair(text, policy), policy)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

function findingsIn(text: string, policy: ReturnType<typeof createPolicy>) {
  const document = openDocument({ path: 'src/app.ts', text, files: null });
  expect(document.parseError).toBeNull();
  return [...rule.detect(document, { policy, options: { requireCheck: true } })];
}

/** Applies one repair after the other, as a person does in an editor. */
function repair(start: string, policy: ReturnType<typeof createPolicy>): string {
  let text = start;
  for (let turn = 0; turn < 10; turn++) {
    const [repair] = findingsIn(text, policy).flatMap(({ repairs }) => repairs.slice(0, 1));
    if (!repair) return text;
    const header = repair.imports?.length ? addImport(text, repair.imports) : null;
    text = applyEdits(text, [...repair.edits, ...(header ? [header] : [])]);
  }
  throw new Error(`The repairs come to no end:\n${text}`);
}

function problemsIn(sources: readonly { readonly name: string; readonly text: string }[]): string[] {
  const files = new Map(sources.map(({ name, text }) => [path.join(root, `tests/${name}.virtual.ts`), text]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    allowUnreachableCode: false,
    noPropertyAccessFromIndexSignature: true,
    types: ['node'],
    paths: { 'bedrock-claude-runtime': [path.join(root, 'src/runtime/src/index.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = files.get(file);
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version, true);
  };
  host.getCurrentDirectory = () => root;
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file !== undefined && files.has(file.fileName))
    .map(
      ({ file, messageText }) =>
        `${path.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
