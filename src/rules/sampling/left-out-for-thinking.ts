import type { ModelCall } from '../../documents/facts.js';
import { librarySampling } from './library-sampling.js';

/** Whether the library of a call leaves out every sampling parameter because the request surely asks for thinking. */
export function isLeftOutForThinking(call: ModelCall): boolean {
  const [thinking, ...others] = call.request?.settings.thinking ?? [];
  if (!thinking?.isCertain || others.length > 0 || !librarySampling(call).dropsForThinking) return false;
  const types = thinking.object?.fields.filter(({ path }) => path.at(-1) === 'type') ?? [];
  return types.some(({ value }) => value.kind === 'text' && (value.text === 'enabled' || value.text === 'adaptive'));
}
