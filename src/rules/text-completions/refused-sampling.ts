import type { ModelConstraints } from '../../catalog/constraints.js';
import type { CompletionBody } from '../../documents/text-completion.js';

/** The sampling parameters of a body that a model refuses, alone or beside another one of the body. */
export function refusedSampling(
  { properties }: CompletionBody,
  sampling: ModelConstraints['sampling'],
): ReadonlySet<string> {
  const hasTemperature = properties.some(({ name }) => name === 'temperature') && sampling.temperature !== false;
  const refused = new Set<string>();
  if (sampling.temperature === false) refused.add('temperature');
  if (sampling.topP === false || (hasTemperature && sampling.temperatureWithTopP === false)) refused.add('top_p');
  if (sampling.topK === false) refused.add('top_k');
  return refused;
}
