import { constraintsOf } from '../../catalog/constraints.js';
import { isTaken } from '../../catalog/request-words.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { BesideSetting } from '../../documents/beside-request.js';
import type { ModelReference } from '../../documents/facts.js';

/** Why an ID can't be moved to a model by itself: what the request beside it asks for, and the model refuses; `null` where it takes all of it. */
export function refusedBeside({ beside = [] }: ModelReference, to: CatalogModel): string | null {
  const refused = beside.find((setting) => isRefused(setting, beside, to));
  if (!refused) return null;
  const isPair = refused.name === 'topP' && constraintsOf(to).sampling.topP !== false;
  return `${isPair ? '`temperature` and `top_p` are set' : wordsFor(refused)} beside it, which ${to.name} refuses`;
}

function isRefused(setting: BesideSetting, all: readonly BesideSetting[], to: CatalogModel): boolean {
  const { sampling, thinking, prefill, forcedToolChoice } = constraintsOf(to);
  switch (setting.name) {
    case 'temperature':
    case 'topP':
    case 'topK':
      if (setting.number !== null && isTaken('unset', setting.name, setting.number)) return false;
      if (sampling[setting.name] === false) return true;
      return (
        setting.name === 'topP' &&
        sampling.temperatureWithTopP === false &&
        all.some(({ name }) => name === 'temperature')
      );
    case 'thinking':
      return !thinking.types.some((type) => type === setting.type);
    case 'prefill':
      return prefill === false;
    case 'forcedToolChoice':
      return (
        forcedToolChoice === 'refused' ||
        (forcedToolChoice === 'withoutThinking' && !all.some((other) => other.name === 'thinking'))
      );
  }
}

function wordsFor(setting: BesideSetting) {
  switch (setting.name) {
    case 'temperature':
      return '`temperature` is set';
    case 'topP':
      return '`top_p` is set';
    case 'topK':
      return '`top_k` is set';
    case 'thinking':
      return `thinking of type \`${setting.type}\` is asked for`;
    case 'prefill':
      return 'a turn of the assistant ends the conversation';
    case 'forcedToolChoice':
      return 'a tool is forced';
  }
}
