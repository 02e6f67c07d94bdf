import { indented, programText } from '../program.js';
import type { Surface } from '../program.js';
import { readAnswer } from '../program-reading.js';
import { awsClient, converseInput, sent } from './aws-sdk.js';

export const converseStream: Surface = {
  name: 'converse-stream',
  folder: 'main',
  program: (spec, style) => {
    const reading = readAnswer(spec, {
      allText: 'written',
      firstText: null,
      use: 'const use = { name: toolName, input: JSON.parse(toolInput) as unknown };',
    });
    if (reading === null || spec.completion) return null;
    const { declarations, statements, input, type } = converseInput(spec, style, 'ConverseStreamCommandInput');
    const usesTools = /\buse\b/.test(reading);
    return programText(
      `import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';${type ? `\n${type}` : ''}`,
      awsClient('BedrockRuntimeClient', style),
      declarations,
      `export async function ask(question: string): Promise<string> {
  ${statements}const response = await ${sent('ConverseStreamCommand', input)};
  ${usesTools ? toolLoop : textLoop}
  ${indented(reading, 2)}
}`,
    );
  },
};

const textLoop = `let written = '';
  for await (const event of response.stream ?? []) {
    written += event.contentBlockDelta?.delta?.text ?? '';
  }`;

const toolLoop = `let toolName = '';
  let toolInput = '';
  for await (const event of response.stream ?? []) {
    toolName += event.contentBlockStart?.start?.toolUse?.name ?? '';
    toolInput += event.contentBlockDelta?.delta?.toolUse?.input ?? '';
  }`;
