import { checkAnthropicTools } from './check-anthropic-tools.js';
import { numberOf, textOf } from './json.js';
import type { ModelFacts } from './model-facts.js';
import type { ModelRequest } from './model-request.js';
import { ModelRefusal, refuseExtraInputs } from './service-error.js';

/** What the model takes of a request that is well formed, with a prompt of so many tokens. */
export function checkRequest(request: ModelRequest, model: ModelFacts, promptTokens: number): void {
  checkSampling(request, model);
  checkThinking(request, model);
  checkEffort(request, model);
  checkTools(request, model);
  checkConversation(request, model);
  if (request.asksForFormat && !model.structuredOutputs) {
    throw new ModelRefusal('output_config.format: Extra inputs are not permitted');
  }
  checkSize(request, model, promptTokens);
}

function checkSampling({ temperature, topP, topK, apiVersion }: ModelRequest, { sampling }: ModelFacts) {
  if (!sampling.free) {
    const tolerates = apiVersion === 'bedrock-2023-05-31';
    if (temperature !== undefined && !(tolerates && temperature === 1)) throw deprecated('temperature');
    // 0.99 is what the cards name; 1 means the same and is not known to be refused.
    if (topP !== undefined && !(tolerates && topP >= 0.99)) throw deprecated('top_p');
    if (topK !== undefined) throw deprecated('top_k');
  }
  if (!sampling.temperatureWithTopP && temperature !== undefined && topP !== undefined) {
    throw new ModelRefusal('`temperature` and `top_p` cannot both be specified for this model. Please use only one.');
  }
}

function deprecated(parameter: string) {
  return new ModelRefusal(`\`${parameter}\` is deprecated for this model.`);
}

const thinkingKeys = new Set(['type', 'budget_tokens', 'display']);

function checkThinking(request: ModelRequest, model: ModelFacts) {
  const { thinking } = request;
  if (thinking === undefined) return;
  if (model.thinking.length === 0) throw new ModelRefusal('thinking: Extra inputs are not permitted');
  const type = textOf(thinking['type']);
  if (type === undefined) throw new ModelRefusal('thinking.type: Field required');
  refuseExtraInputs(thinking, thinkingKeys, `thinking.${type}.`);
  if (!model.thinking.includes(type)) throw new ModelRefusal(unsupportedThinking(type, model));
  if (type === 'enabled') checkBudget(request, thinking['budget_tokens']);
  if ((type === 'disabled' || type === 'between_tools') && model.minimalThinkingUpToHighEffort) {
    if (request.effort === 'xhigh' || request.effort === 'max') {
      throw new ModelRefusal(`"thinking.type.${type}" is only supported up to effort "high" for this model.`);
    }
  }
}

function unsupportedThinking(type: string, { thinking }: ModelFacts) {
  if (type === 'enabled') {
    return '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.';
  }
  if (type === 'disabled' && thinking.includes('between_tools')) {
    return '"thinking.type.disabled" is not supported for this model. Use "thinking.type.between_tools".';
  }
  return `"thinking.type.${type}" is not supported for this model.`;
}

function checkBudget({ maxTokens, temperature, topK, toolChoice }: ModelRequest, written: unknown) {
  const budget = numberOf(written);
  if (budget === undefined) throw new ModelRefusal('thinking.enabled.budget_tokens: Field required');
  if (budget < 1024) {
    throw new ModelRefusal('thinking.enabled.budget_tokens: Input should be greater than or equal to 1024');
  }
  if (maxTokens !== undefined && budget >= maxTokens) {
    throw new ModelRefusal('`max_tokens` must be greater than `thinking.budget_tokens`.');
  }
  if (temperature !== undefined && temperature !== 1) {
    throw new ModelRefusal('`temperature` may only be set to 1 when thinking is enabled.');
  }
  if (topK !== undefined) throw new ModelRefusal('`top_k` must be unset when thinking is enabled.');
  if (toolChoice === 'any' || toolChoice === 'tool') {
    throw new ModelRefusal('Thinking may not be enabled when tool_choice forces tool use.');
  }
}

function checkEffort({ effort, betas }: ModelRequest, model: ModelFacts) {
  if (effort === undefined) return;
  const isOffered = model.effortNeedsBeta === null || betas.includes(model.effortNeedsBeta);
  if (model.effort.length === 0 || !isOffered) {
    throw new ModelRefusal('output_config.effort: Extra inputs are not permitted');
  }
  if (!model.effort.some((level) => level === effort)) {
    throw new ModelRefusal(`output_config.effort: Input should be ${model.effort.join(', ')}`);
  }
}

function checkTools(request: ModelRequest, model: ModelFacts) {
  const { toolChoice, tools, thinking } = request;
  const forced = toolChoice === 'any' || toolChoice === 'tool';
  const allowed =
    model.forcedToolChoice === 'thinkingDisabled' ? thinking?.['type'] === 'disabled' : model.forcedToolChoice;
  if (forced && !allowed) {
    throw new ModelRefusal('tool_choice: type "tool" and "any" are not supported for this model.');
  }
  const strict = tools.findIndex(({ isStrict }) => isStrict);
  if (strict !== -1 && !model.strictTools) {
    throw new ModelRefusal(`tools.${strict}.custom.strict: Extra inputs are not permitted`);
  }
  checkAnthropicTools(request, model);
}

function checkConversation({ roles }: ModelRequest, model: ModelFacts) {
  if (roles.includes('system') && !model.systemRole) {
    throw new ModelRefusal("role 'system' is not supported on this model");
  }
  if (roles.at(-1) === 'assistant' && !model.prefill) {
    throw new ModelRefusal(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    );
  }
}

function checkSize({ maxTokens }: ModelRequest, model: ModelFacts, promptTokens: number) {
  if (maxTokens !== undefined && model.maxOutputTokens !== null && maxTokens > model.maxOutputTokens) {
    throw new ModelRefusal(
      `max_tokens: ${maxTokens} > ${model.maxOutputTokens}, which is the maximum allowed number of output tokens for ${model.id}`,
    );
  }
  if (model.contextTokens !== null && promptTokens > model.contextTokens) {
    throw new ModelRefusal(`prompt is too long: ${promptTokens} tokens > ${model.contextTokens} maximum`);
  }
}
