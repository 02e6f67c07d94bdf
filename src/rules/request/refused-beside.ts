import { printModelId } from '../../catalog/model-id.js';
import { constraintsOf } from '../../catalog/constraints.js';
import { isTaken } from '../../catalog/request-words.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { BesideSetting } from '../../documents/beside-request.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall, ModelReference } from '../../documents/facts.js';
import type { RequestSetting } from '../../documents/request.js';
import { isTestPath } from '../../documents/test-path.js';
import type { ProjectClaim } from '../finding.js';
import { isNamedIn } from './asked-otherwise.js';
import { requestsOf } from './requests-of.js';

/** Why an ID can't be moved to a model by itself: what the request beside it asks for, and the model refuses; `null` where it takes all of it. */
export function refusedBeside({ beside = [] }: ModelReference, to: CatalogModel): string | null {
  const refused = beside.find((setting) => isRefused(setting, beside, to));
  if (!refused) return null;
  const isPair = refused.name === 'topP' && constraintsOf(to).sampling.topP !== false;
  return `${isPair ? '`temperature` and `top_p` are set' : wordsFor(refused)} beside it, which ${to.name} refuses`;
}

/** The same where no call is followed that could tell that it, and not the ID, answers for what is refused. */
export function besideObstacle(reference: ModelReference, to: CatalogModel, { format }: Document): string | null {
  const isForCalls = format === 'javascript' && refusedSettings(reference, to).every(isField);
  return isForCalls ? null : refusedBeside(reference, to);
}

/** What must be seen of the calls that take an ID, so that they and not the ID answer for what is refused beside it. */
export function besideClaim(reference: ModelReference, to: CatalogModel, document: Document): readonly ProjectClaim[] {
  const why = refusedBeside(reference, to);
  const settings = refusedSettings(reference, to).filter(isField);
  const own = isTestPath(document.path) ? [] : requestsOf(document);
  const calls = own.filter(({ model }) => isNamedIn(model, reference, document));
  return why === null || areSent(settings, calls)
    ? []
    : [{ kind: 'sentAlong', from: printModelId(reference.name), settings, why }];
}

/** Whether calls are seen to send each of some settings. */
export function areSent(settings: readonly RequestSetting[], calls: readonly ModelCall[]): boolean {
  return settings.every((name) => calls.some(({ request }) => (request?.settings[name] ?? []).length > 0));
}

function refusedSettings({ beside = [] }: ModelReference, to: CatalogModel) {
  return [...new Set(beside.flatMap((each) => (isRefused(each, beside, to) ? each.name : [])))];
}

function isField(name: BesideSetting['name']) {
  return name !== 'prefill' && name !== 'forcedToolChoice';
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
