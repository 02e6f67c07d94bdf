import type { RequestSpec } from './request-spec.js';
import { expression, toSource } from './to-source.js';
import type { SourceValue } from './to-source.js';
import { outputSchema, systemText, thinkingFields, weatherTool } from './request-parts.js';

/** The input of Converse and ConverseStream, beside the model. */
export function converseRequest(spec: RequestSpec): Readonly<Record<string, SourceValue>> {
  const { maxTokens = 1024, temperature, topP } = spec;
  return {
    system: [{ text: systemText }],
    messages: [
      { role: 'user', content: [{ text: expression('question') }] },
      ...(spec.prefill ? [{ role: 'assistant', content: [{ text: '{' }] }] : []),
    ],
    inferenceConfig: { maxTokens, temperature, topP },
    ...toolConfig(spec),
    ...additionalFields(spec),
    ...(spec.outputFormat && { outputConfig: { textFormat: jsonFormat } }),
  };
}

const jsonFormat = {
  type: 'json_schema',
  structure: {
    jsonSchema: { name: 'answer', schema: expression(`JSON.stringify(${toSource(outputSchema.schema)})`) },
  },
};

function toolConfig({ tools, toolChoice }: RequestSpec): Readonly<Record<string, SourceValue>> {
  if (tools === undefined) return {};
  const { name, description, schema } = weatherTool;
  const toolSpec = {
    name,
    description,
    inputSchema: { json: schema },
    ...(tools === 'strict' && { strict: true }),
  };
  return {
    toolConfig: {
      tools: [{ toolSpec }],
      ...(toolChoice && { toolChoice: toolChoice === 'any' ? { any: {} } : { tool: { name } } }),
    },
  };
}

/** What Converse hands through to the model. */
export function additionalFields(spec: RequestSpec): Readonly<Record<string, SourceValue>> {
  const { anthropicTool, beta, topK } = spec;
  const fields = {
    ...(topK !== undefined && { top_k: topK }),
    ...thinkingFields(spec),
    ...(anthropicTool && { tools: [anthropicTool] }),
    ...(beta !== undefined && { anthropic_beta: [beta] }),
  };
  return Object.keys(fields).length === 0 ? {} : { additionalModelRequestFields: fields };
}
