import { constraintsOf } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';

/** What the runtime's `supports` can be asked, as far as a request shows that it is meant. */
export type ModelTrait =
  | 'caching'
  | 'hourCaching'
  | 'budgetThinking'
  | 'adaptiveThinking'
  | 'effort'
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'temperatureWithTopP'
  | 'forcedToolChoice'
  | 'strictTools'
  | 'structuredOutputs';

/** What `supports` says of a model; `null` where it does not know. */
export function hasTrait(model: CatalogModel, trait: ModelTrait): boolean | null {
  const { invocation, promptCaching, request } = model;
  // Of others the runtime knows nothing.
  if (invocation.body !== 'messages' || invocation.endpoints.length === 0) return null;
  const { maxPoints, ttls } = promptCaching;
  const { thinking, effort, sampling, strictTools, structuredOutputs } = constraintsOf(model);
  const answers: Readonly<Record<ModelTrait, boolean | null>> = {
    ...sampling,
    caching: maxPoints === null ? null : maxPoints > 0,
    hourCaching: ttls.length === 0 && maxPoints !== 0 ? null : ttls.includes('1h'),
    budgetThinking: thinking.types.includes('enabled'),
    adaptiveThinking: thinking.types.includes('adaptive'),
    effort: effort.levels.length > 0,
    forcedToolChoice: request.forcedToolChoice,
    strictTools,
    structuredOutputs,
  };
  return answers[trait];
}
