import type { ModelConstraints } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Place, PromptBlock } from '../../documents/prompt.js';
import type { RequestSetting } from '../../documents/request.js';
import { promptPartBand } from '../token-estimate/part-band.js';
import { addBands, noTokens } from '../token-estimate/token-band.js';

export interface SimpleLimits {
  readonly promptTokens: number;
  readonly maxTokens: number;
}

/** A request that asks for a short answer to one short text. */
export interface SimpleRequest {
  readonly maxTokens: number;
  /** The expression of the text that the user gives, where it stands alone. */
  readonly text: Place | null;
}

/** What a simple request may set: everything else asks for more than a quick answer, or for a model of its own. */
const plain: ReadonlySet<string> = new Set<RequestSetting>([
  'maxTokens',
  'messages',
  'stopSequences',
  'temperature',
  'topP',
]);

/** The request as far as it is simple; `null` where it is not, or nobody can say. */
export function simpleRequest(call: ModelCall, model: CatalogModel, limits: SimpleLimits): SimpleRequest | null {
  const { request, prompt, lastTurn } = call;
  if (!request?.isComplete || !prompt?.isComplete || prompt.tools !== null || lastTurn?.role === 'assistant')
    return null;
  if (Object.keys(request.settings).some((name) => !plain.has(name))) return null;
  const [length, another] = request.settings.maxTokens ?? [];
  if (length?.value.kind !== 'number' || another || length.value.number > limits.maxTokens) return null;
  const system = prompt.system?.blocks ?? [];
  const turns = prompt.messages?.form === 'list' ? prompt.messages.blocks : [];
  const [only, second] = turns;
  if (only?.kind !== 'text' || second || only.role !== 'user' || !system.every(isText)) return null;
  const texts = [...system, only].flatMap((block) => (block.kind === 'text' ? block.parts : []));
  const known = texts.filter(({ kind }) => kind === 'static');
  const size = known.map((part) => promptPartBand(part, [model])).reduce(addBands, noTokens);
  if (size.high > limits.promptTokens || system.some(hasHole)) return null;
  return { maxTokens: length.value.number, text: only.textPlace };
}

/** Whether a model takes the sampling that a request sets. */
export function takesSampling({ request }: ModelCall, { sampling }: ModelConstraints): boolean {
  const { temperature, topP } = request?.settings ?? {};
  return !(temperature && sampling.temperature === false) && !(topP && sampling.topP === false);
}

function isText({ kind }: PromptBlock) {
  return kind === 'text';
}

function hasHole(block: PromptBlock) {
  return block.kind !== 'text' || block.parts.some(({ kind }) => kind !== 'static');
}
