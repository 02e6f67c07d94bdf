import { messagesRequest } from '../messages-request.js';
import { indented, programText } from '../program.js';
import type { ProgramStyle, Surface } from '../program.js';
import { readAnswer } from '../program-reading.js';
import type { RequestSpec } from '../request-spec.js';
import { expression, toSource } from '../to-source.js';
import { messagesWords } from './invoke-model.js';

/** `AnthropicBedrock` of line 0, whose API version all models take. */
export const anthropic: Surface = { name: 'anthropic', folder: 'main', program };

/** `AnthropicBedrock` of line 1, whose API version only Claude 4.7 and later take. */
export const anthropic1: Surface = {
  name: 'anthropic1',
  folder: 'anthropic1',
  program: (spec, style) => {
    const samples = spec.temperature !== undefined || spec.topP !== undefined || spec.topK !== undefined;
    // Its types know no sampling any more.
    return samples ? null : program(spec, style);
  },
};

function program(spec: RequestSpec, { id, shape, region }: ProgramStyle) {
  const reading = readAnswer(spec, {
    ...messagesWords,
    allText: `answer.content.map((block) => (block.type === 'text' ? block.text : '')).join('')`,
    firstText: null,
  });
  // What the types of the client don't have is a beta of its own, or nothing that a program would say.
  const isUntyped = spec.outputFormat === true || spec.thinking === 'wrongShape' || spec.thinking === 'reasoningConfig';
  if (reading === null || spec.completion || isUntyped) return null;
  const isBeta = spec.beta !== undefined || spec.anthropicTool !== undefined;
  const client = `client.${isBeta ? 'beta.messages' : 'messages'}`;
  // The client wants long answers streamed.
  const isLong = (spec.maxTokens ?? 0) > 20_000;
  const request = toSource(
    {
      model: shape === 'inline' ? id : expression('MODEL'),
      ...(spec.beta !== undefined && { betas: [spec.beta] }),
      ...messagesRequest(spec),
    },
    2,
  );
  return programText(
    `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';`,
    `const client = new AnthropicBedrock({
  awsRegion: ${region},
  awsAccessKey: 'AKIDEXAMPLE',
  awsSecretKey: 'secret',
  baseURL: process.env.BEDROCK_URL,
});`,
    shape === 'inline' ? null : `const MODEL = '${id}';`,
    `export async function ask(question: string): Promise<string> {
  const answer = await ${isLong ? `${client}.stream(${request}).finalMessage()` : `${client}.create(${request})`};
  ${indented(reading, 2)}
}`,
  );
}
