import { baseModelId } from './base-model-id.js';
import type { PromptRequest } from './describe-prompt.js';
import { dropReasoning } from './drop-reasoning.js';
import { fieldsOf } from './fields-of.js';
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
  const { inferenceConfig, additionalModelRequestFields, messages } = request;
  const { maxTokens, thinking } = target;
  const asked = fieldsOf(additionalModelRequestFields);
  return {
    ...request,
    modelId: calledId(target),
    ...(maxTokens && { inferenceConfig: { ...inferenceConfig, maxTokens: inferenceConfig?.maxTokens ?? maxTokens } }),
    ...(thinking &&
      !('thinking' in asked) && {
        additionalModelRequestFields: {
          ...asked,
          ...thinking,
          ...('output_config' in thinking && {
            output_config: { ...thinking.output_config, ...fieldsOf(asked['output_config']) },
          }),
        },
      }),
    ...(messages && answeredBy && !isSameModel(target, answeredBy) && { messages: dropReasoning(messages) }),
  };
}

/** Whether a model ID, a profile ID or an ARN names the model of a target. */
export function isSameModel(target: ModelTarget, modelId: string): boolean {
  return modelId === target.profile || modelOf(modelId) === modelOf(target.modelId);
}

/** Its base ID, or what else it is called by. */
function modelOf(modelId: string) {
  return baseModelId(modelId) ?? modelId;
}
