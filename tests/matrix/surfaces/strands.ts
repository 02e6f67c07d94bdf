import { additionalFields } from '../converse-request.js';
import { systemText } from '../request-parts.js';
import { programText } from '../program.js';
import type { Surface } from '../program.js';
import { expression, toSource } from '../to-source.js';

/** An agent of Strands without tools. */
export const strands: Surface = {
  name: 'strands',
  folder: 'main',
  program: (spec, { id, shape, region }) => {
    if (spec.reads !== 'text' || spec.completion || spec.tools || spec.prefill) return null;
    const { additionalModelRequestFields: additionalRequestFields } = additionalFields(spec);
    const settings = toSource({
      modelId: shape === 'inline' ? id : expression('MODEL_ID'),
      region: expression(region),
      maxTokens: spec.maxTokens ?? 1024,
      temperature: spec.temperature,
      topP: spec.topP,
      additionalRequestFields,
      clientConfig: expression(
        `{\n    endpoint: process.env.BEDROCK_URL,\n    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },\n  }`,
      ),
    });
    return programText(
      `import { Agent, BedrockModel } from '@strands-agents/sdk';`,
      shape === 'inline' ? null : `const MODEL_ID = '${id}';`,
      `export async function ask(question: string): Promise<string> {
  const model = new BedrockModel(${settings.replaceAll('\n', '\n  ')});
  const agent = new Agent({ model, systemPrompt: '${systemText}', printer: false });
  const { lastMessage } = await agent.invoke(question);
  return lastMessage.content.map((block) => (block.type === 'textBlock' ? block.text : '')).join('');
}`,
    );
  },
};
