import { outputSchema, systemText, thinkingFields, weatherTool } from './request-parts.js';
import type { RequestSpec } from './request-spec.js';
import { expression } from './to-source.js';
import type { SourceValue } from './to-source.js';

/** A Messages body, beside its version. */
export function messagesRequest(spec: RequestSpec): Readonly<Record<string, SourceValue>> {
  const { maxTokens = 1024, temperature, topP, topK } = spec;
  return {
    max_tokens: maxTokens,
    temperature,
    top_p: topP,
    top_k: topK,
    ...thinkingFields(spec),
    system: systemText,
    ...toolFields(spec),
    ...(spec.outputFormat && { output_format: outputSchema }),
    messages: [
      { role: 'user', content: expression('question') },
      ...(spec.prefill ? [{ role: 'assistant', content: '{' }] : []),
    ],
  };
}

function toolFields({ tools, toolChoice, anthropicTool }: RequestSpec): Readonly<Record<string, SourceValue>> {
  if (anthropicTool) return { tools: [anthropicTool] };
  if (tools === undefined) return {};
  const { name, description, schema } = weatherTool;
  return {
    tools: [{ name, description, input_schema: schema, ...(tools === 'strict' && { strict: true }) }],
    ...(toolChoice && { tool_choice: toolChoice === 'any' ? { type: 'any' } : { type: 'tool', name } }),
  };
}

/** A body of text completions. */
export function completionRequest({
  maxTokens = 1024,
  temperature,
  topP,
  topK,
}: RequestSpec): Readonly<Record<string, SourceValue>> {
  return {
    prompt: expression('`\\n\\nHuman: ${question}\\n\\nAssistant:`'),
    max_tokens_to_sample: maxTokens,
    temperature,
    top_p: topP,
    top_k: topK,
    stop_sequences: ['\n\nHuman:'],
  };
}
