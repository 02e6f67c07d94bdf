import { additionalFields } from '../converse-request.js';
import { systemText, weatherTool } from '../request-parts.js';
import { indented, programText } from '../program.js';
import type { Surface } from '../program.js';
import { readAnswer } from '../program-reading.js';
import type { RequestSpec } from '../request-spec.js';
import { expression, toSource } from '../to-source.js';
import { awsClient } from './aws-sdk.js';

/** `ChatBedrockConverse` of LangChain.js. */
export const langchain: Surface = {
  name: 'langchain',
  folder: 'main',
  program: (spec, style) => {
    const { id, shape } = style;
    const reading = readAnswer(spec, {
      allText: 'answer.text',
      firstText: null,
      use: 'const call = answer.tool_calls?.[0];\nconst use = call && { name: call.name, input: call.args };',
    });
    if (reading === null || spec.completion || spec.tools === 'strict' || spec.outputFormat) return null;
    const settings = toSource({
      model: shape === 'inline' ? id : expression('MODEL'),
      region: expression(style.region),
      client: expression('client'),
      maxRetries: 0,
      maxTokens: spec.maxTokens ?? 1024,
      temperature: spec.temperature,
      topP: spec.topP,
      ...additionalFields(spec),
    });
    return programText(
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { ChatBedrockConverse } from '@langchain/aws';
import { ${spec.prefill ? 'AIMessage, ' : ''}HumanMessage, SystemMessage } from '@langchain/core/messages';`,
      awsClient('BedrockRuntimeClient', style),
      shape === 'inline' ? null : `const MODEL = '${id}';`,
      `const chat = new ChatBedrockConverse(${settings});`,
      `export async function ask(question: string): Promise<string> {
  const answer = await ${chain(spec)}.invoke([
    new SystemMessage('${systemText}'),
    new HumanMessage(question),${spec.prefill ? "\n    new AIMessage('{')," : ''}
  ]);
  ${indented(reading, 2)}
}`,
    );
  },
};

function chain({ tools, toolChoice }: RequestSpec) {
  if (tools === undefined) return 'chat';
  const { name, description, schema } = weatherTool;
  const offered = toSource([{ name, description, schema }], 4);
  if (toolChoice === undefined) return `chat.bindTools(${offered})`;
  return `chat.bindTools(${offered}, { tool_choice: '${toolChoice === 'any' ? 'any' : name}' })`;
}
