import { systemText, weatherTool } from '../request-parts.js';
import { indented, programText } from '../program.js';
import type { ProgramStyle, Surface } from '../program.js';
import { readAnswer } from '../program-reading.js';
import type { RequestSpec } from '../request-spec.js';
import { expression, toSource } from '../to-source.js';
import type { SourceValue } from '../to-source.js';

/** `generateText` of a major of the AI SDK. */
function aiSdk(major: number): Surface {
  return {
    name: `ai${major}`,
    folder: major === 6 ? 'main' : `ai${major}`,
    program: (spec, style) => program(spec, style, major),
  };
}

export const aiSdks: readonly Surface[] = [aiSdk(4), aiSdk(5), aiSdk(6), aiSdk(7)];

function program(spec: RequestSpec, { id, shape, region }: ProgramStyle, major: number) {
  const reading = readAnswer(spec, {
    allText: 'answer.text',
    firstText: null,
    use: `const call = answer.toolCalls[0];\nconst use = call && { name: call.toolName, input: call.${major === 4 ? 'args' : 'input'} };`,
  });
  const isForeign = spec.anthropicTool !== undefined || spec.tools === 'strict' || spec.outputFormat;
  if (reading === null || spec.completion || isForeign || spec.thinking === 'wrongShape') return null;
  // Majors after 4 send `topK` where Converse does not know it.
  if (spec.thinking === 'reasoningConfig' || (spec.topK !== undefined && major > 4)) return null;
  const options = providerOptions(spec);
  const call = toSource(
    {
      model: expression(shape === 'inline' ? `bedrock('${id}')` : 'model'),
      [major === 7 ? 'instructions' : 'system']: systemText,
      ...prompt(spec),
      [major === 4 ? 'maxTokens' : 'maxOutputTokens']: spec.maxTokens,
      temperature: spec.temperature,
      topP: spec.topP,
      topK: spec.topK,
      ...tools(spec, major),
      ...options,
    },
    2,
  );
  return programText(
    `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
import { generateText${spec.tools ? ', jsonSchema, tool' : ''} } from 'ai';`,
    `const bedrock = createAmazonBedrock({
  region: ${region},
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'secret',
  baseURL: process.env.BEDROCK_URL,
});`,
    shape === 'inline' ? null : `const model = bedrock('${id}');`,
    `export async function ask(question: string): Promise<string> {
  const answer = await generateText(${call});
  ${indented(reading, 2)}
}`,
  );
}

function prompt({ prefill }: RequestSpec): Readonly<Record<string, SourceValue>> {
  if (!prefill) return { prompt: expression('question') };
  return {
    messages: [
      { role: 'user', content: expression('question') },
      { role: 'assistant', content: '{' },
    ],
  };
}

function tools({ tools: offered, toolChoice }: RequestSpec, major: number): Readonly<Record<string, SourceValue>> {
  if (offered === undefined) return {};
  const { name, description, schema } = weatherTool;
  const written = toSource({
    description,
    [major === 4 ? 'parameters' : 'inputSchema']: expression(`jsonSchema<{ city: string }>(${toSource(schema)})`),
  });
  return {
    tools: { [name]: expression(`tool(${written})`) },
    ...(toolChoice && { toolChoice: toolChoice === 'any' ? 'required' : { type: 'tool', toolName: name } }),
  };
}

function providerOptions({ thinking, beta }: RequestSpec): Readonly<Record<string, SourceValue>> {
  const options = {
    ...(thinking && {
      reasoningConfig: thinking === 'enabled' ? { type: 'enabled', budgetTokens: 1024 } : { type: 'disabled' },
    }),
    ...(beta !== undefined && { anthropicBeta: [beta] }),
  };
  return Object.keys(options).length === 0 ? {} : { providerOptions: { bedrock: options } };
}
