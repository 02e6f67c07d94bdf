import { baseModelId } from './base-model-id.js';
import type { PromptRequest } from './describe-prompt.js';
import { dropReasoning } from './drop-reasoning.js';
import type { ModelTarget } from './router-options.js';
import { calledId } from './select-model.js';

/** A request to Converse; its model may still be open. */
export interface OpenRequest extends PromptRequest {
  readonly modelId?: string | undefined;
  readonly additionalModelRequestFields?: unknown;
}

/** The request as a model shall get it. What the request itself says of thinking and length stays. */
export function requestFor<Request extends OpenRequest>(
  request: Request,
  target: ModelTarget,
  answeredBy?: string,
): Request & { modelId: string } {
  const { inferenceConfig, additionalModelRequestFields: fields, messages } = request;
  const maxTokens = inferenceConfig?.maxTokens ?? target.maxTokens;
  const asked = toRecord(fields);
  const thinking = 'thinking' in asked ? undefined : target.thinking;
  const isNew = answeredBy !== undefined && !isSameModel(target, answeredBy);
  return {
    ...request,
    modelId: calledId(target),
    ...(maxTokens !== inferenceConfig?.maxTokens && { inferenceConfig: { ...inferenceConfig, maxTokens } }),
    ...(thinking && {
      additionalModelRequestFields: {
        ...asked,
        ...thinking,
        ...('output_config' in thinking && {
          output_config: { ...thinking.output_config, ...toRecord(asked['output_config']) },
        }),
      },
    }),
    ...(isNew && messages && { messages: dropReasoning(messages) }),
  };
}

/** Whether a model ID, a profile ID or an ARN names the model of a target. */
export function isSameModel(target: ModelTarget, modelId: string): boolean {
  const base = baseModelId(target.modelId);
  return modelId === target.modelId || modelId === target.profile || (base !== null && base === baseModelId(modelId));
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
