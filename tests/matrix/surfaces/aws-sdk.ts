import { converseRequest } from '../converse-request.js';
import { indented, programText } from '../program.js';
import type { ProgramStyle, Surface } from '../program.js';
import { readAnswer } from '../program-reading.js';
import type { AnswerWords } from '../program-reading.js';
import type { RequestSpec } from '../request-spec.js';
import { expression, toSource } from '../to-source.js';

/** A client of the AWS SDK, as programs of all its operations make it. */
export function awsClient(className: string, { region }: ProgramStyle): string {
  return `const client = new ${className}({
  region: ${region},
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});`;
}

const words: AnswerWords = {
  allText: `response.output?.message?.content?.map((block) => block.text ?? '').join('') ?? ''`,
  firstText: `response.output?.message?.content?.[0]?.text ?? ''`,
  use: `const use = response.output?.message?.content?.find((block) => block.toolUse)?.toolUse;`,
};

export const converse: Surface = {
  name: 'converse',
  folder: 'main',
  program: (spec, style) =>
    converseProgram(spec, style, {
      client: 'BedrockRuntimeClient',
      command: 'ConverseCommand',
      send: (input) => sent('ConverseCommand', input),
    }),
};

export const aggregated: Surface = {
  name: 'aggregated',
  folder: 'main',
  program: (spec, style) =>
    converseProgram(spec, style, {
      client: 'BedrockRuntime',
      command: null,
      send: (input) => `client.converse(${input})`,
    }),
};

/** Sends a command; a long one has lines of its own. */
export function sent(command: string, input: string): string {
  const made = `new ${command}(${input})`;
  return input.includes('\n') ? `client.send(\n    ${made},\n  )` : `client.send(${made})`;
}

interface ConverseClient {
  readonly client: string;
  readonly command: string | null;
  send(input: string): string;
}

function converseProgram(spec: RequestSpec, style: ProgramStyle, { client, command, send }: ConverseClient) {
  const reading = readAnswer(spec, words);
  if (reading === null || spec.completion) return null;
  const { declarations, statements, input, type } = converseInput(spec, style, 'ConverseCommandInput', command ? 4 : 2);
  return programText(
    [
      `import { ${[client, command].filter((name) => name !== null).join(', ')} } from '@aws-sdk/client-bedrock-runtime';`,
      type,
    ]
      .filter((line) => line !== null)
      .join('\n'),
    awsClient(client, style),
    declarations,
    `export async function ask(question: string): Promise<string> {
  ${statements}const response = await ${send(input)};
  ${indented(reading, 2)}
}`,
  );
}

/** The input of a Converse command: in the call, or typed and on its own beside a constant for the model. */
export function converseInput(spec: RequestSpec, { id, shape }: ProgramStyle, type: string, indent = 4) {
  const request = converseRequest(spec);
  if (shape === 'inline') {
    const input = toSource({ modelId: id, ...request }, indent);
    return { declarations: null, statements: '', input, type: null };
  }
  return {
    declarations: `const MODEL_ID = '${id}';`,
    statements: `const input: ${type} = ${toSource({ modelId: expression('MODEL_ID'), ...request }, 2)};\n  `,
    input: 'input',
    type: `import type { ${type} } from '@aws-sdk/client-bedrock-runtime';`,
  };
}
