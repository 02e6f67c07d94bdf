import { completionRequest, messagesRequest } from '../messages-request.js';
import { indented, programText } from '../program.js';
import type { ProgramStyle, Surface } from '../program.js';
import { readAnswer } from '../program-reading.js';
import type { AnswerWords } from '../program-reading.js';
import type { RequestSpec } from '../request-spec.js';
import { toSource } from '../to-source.js';
import type { SourceValue } from '../to-source.js';
import { awsClient } from './aws-sdk.js';

export const messagesWords: AnswerWords = {
  allText: `answer.content.map((block) => block.text ?? '').join('')`,
  firstText: `answer.content[0]?.text ?? ''`,
  use: `const use = answer.content.find((block) => block.type === 'tool_use');`,
};

/** What programs without the types of an SDK say that an answer is. */
export const messagesType = '{ content: { type: string; text?: string; name?: string; input?: unknown }[] }';

export const invokeModel: Surface = {
  name: 'invoke-model',
  folder: 'main',
  program: (spec, style) => {
    const reading = spec.completion ? 'return answer.completion.trim();' : readAnswer(spec, messagesWords);
    if (reading === null) return null;
    const type = spec.completion ? '{ completion: string }' : messagesType;
    return invokeProgram('InvokeModelCommand', spec, style, [
      `const answer = JSON.parse(new TextDecoder().decode(response.body)) as ${type};`,
      indented(reading, 2),
    ]);
  },
};

export const invokeStream: Surface = {
  name: 'invoke-stream',
  folder: 'main',
  program: (spec, style) => {
    const reading = spec.completion
      ? 'return written.trim();'
      : readAnswer(spec, {
          allText: 'written',
          firstText: null,
          use: 'const use = { name, input: JSON.parse(input) as unknown };',
        });
    if (reading === null) return null;
    const usesTools = /\buse\b/.test(reading);
    return invokeProgram('InvokeModelWithResponseStreamCommand', spec, style, [
      spec.completion ? completionLoop : usesTools ? toolLoop : textLoop,
      indented(reading, 2),
    ]);
  },
};

const textLoop = `let written = '';
  for await (const event of response.body ?? []) {
    const chunk = JSON.parse(new TextDecoder().decode(event.chunk?.bytes)) as { type: string; delta?: { text?: string } };
    if (chunk.type === 'content_block_delta') {
      written += chunk.delta?.text ?? '';
    }
  }`;

const toolLoop = `let name = '';
  let input = '';
  for await (const event of response.body ?? []) {
    const chunk = JSON.parse(new TextDecoder().decode(event.chunk?.bytes)) as {
      type: string;
      content_block?: { name?: string };
      delta?: { partial_json?: string };
    };
    name += chunk.content_block?.name ?? '';
    input += chunk.delta?.partial_json ?? '';
  }`;

const completionLoop = `let written = '';
  for await (const event of response.body ?? []) {
    const chunk = JSON.parse(new TextDecoder().decode(event.chunk?.bytes)) as { completion: string };
    written += chunk.completion;
  }`;

function invokeProgram(command: string, spec: RequestSpec, style: ProgramStyle, answer: readonly string[]) {
  const { id, shape } = style;
  const [model, body] = shape === 'inline' ? [`'${id}'`, bodySource(spec, 6)] : ['MODEL_ID', 'body'];
  const input = `{
      modelId: ${model},
      contentType: 'application/json',
      accept: 'application/json',
      body: JSON.stringify(${body}),
    }`;
  const statement = shape === 'inline' ? '' : `const body = ${bodySource(spec, 2)};\n  `;
  return programText(
    `import { BedrockRuntimeClient, ${command} } from '@aws-sdk/client-bedrock-runtime';`,
    awsClient('BedrockRuntimeClient', style),
    shape === 'inline' ? null : `const MODEL_ID = '${id}';`,
    `export async function ask(question: string): Promise<string> {
  ${statement}const response = await client.send(
    new ${command}(${input}),
  );
  ${answer.join('\n  ')}
}`,
  );
}

function bodySource(spec: RequestSpec, indent: number) {
  return toSource(invokeBody(spec), indent);
}

/** The body as InvokeModel takes it. */
export function invokeBody(spec: RequestSpec): Readonly<Record<string, SourceValue>> {
  if (spec.completion) return completionRequest(spec);
  return {
    anthropic_version: 'bedrock-2023-05-31',
    ...(spec.beta !== undefined && { anthropic_beta: [spec.beta] }),
    ...messagesRequest(spec),
  };
}
