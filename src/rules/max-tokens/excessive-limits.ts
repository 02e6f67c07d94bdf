import { constraintsOf } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import type { StaticValue } from '../../documents/static-value.js';
import type { Policy } from '../../policy/policy.js';
import { movedTo } from '../models/moved-to.js';
import type { FieldFinding } from '../request/field-findings.js';
import { fieldPlace } from '../request/field-place.js';
import { isOnlyForClaude } from '../request/is-only-for-claude.js';
import { nobodySaysWhich, refusalOf } from '../request/refusal-of.js';
import { whenSent } from '../request/when-sent.js';

type Message = 'aboveLimit' | 'aboveLimitForSuccessor' | 'aboveLimitForTarget';
const messageOf = { named: 'aboveLimit', successor: 'aboveLimitForSuccessor', target: 'aboveLimitForTarget' } as const;

/** Limits on answers that are above what the model writes. */
export function* excessiveLimits(
  call: ModelCall,
  document: Document,
  policy: Policy,
): Iterable<FieldFinding<Message, 'useLimit'>> {
  // The provider of Anthropic's models in the AI SDK lowers it to the limit.
  if (call.surface === 'AiSdk' && call.provesClaude) return;
  for (const field of call.request?.settings.maxTokens ?? []) {
    const tokens = leastOf(field.value);
    if (tokens === null) continue;
    const refusal = refusalOf(
      whenSent(call, field),
      policy,
      ({ maxOutputTokens }) => maxOutputTokens !== null && tokens > maxOutputTokens,
    );
    const limit = refusal?.constraints.maxOutputTokens;
    if (!refusal || limit === undefined || limit === null) continue;
    const { model, basis, id } = refusal;
    if (basis === 'target' && !isOnlyForClaude(field, call, document)) continue;
    const isSure = refusal.isCertain && field.isCertain && field.value.kind === 'number';
    const place = fieldPlace(field, call, document);
    const taker = basis === 'named' ? roomierSuccessor(model, tokens, call.region, policy) : undefined;
    const range = taker || basis === 'target' ? null : writtenNumber(field, document);
    yield {
      field,
      finding: {
        ...place,
        messageId: messageOf[basis],
        data: { name: model.name, id: id ?? '', limit: String(limit), tokens: String(tokens) },
        level: isSure && basis === 'named' ? 'error' : 'warning',
        ...(range
          ? {
              repairs: [
                {
                  id: 'useLimit',
                  data: { limit: String(limit) },
                  safety: 'review',
                  edits: [{ range, text: String(limit) }],
                },
              ],
            }
          : { repairs: [], unrepaired: place.unrepaired ?? (basis === 'target' ? nobodySaysWhich : whyNot(taker)) }),
        ...(refusal.refusal && { refusal: refusal.refusal }),
      },
    };
  }
}

/** The model that takes over, where it writes as much: with the move nothing is wrong any more. */
function roomierSuccessor(
  model: CatalogModel,
  tokens: number,
  region: string | null,
  policy: Policy,
): CatalogModel | undefined {
  const successor = movedTo(model, region, policy) ?? undefined;
  const limit = successor && constraintsOf(successor).maxOutputTokens;
  return typeof limit === 'number' && tokens <= limit ? successor : undefined;
}

function whyNot(taker: CatalogModel | undefined) {
  return taker ? `${taker.name}, which takes over, writes as much` : 'it is not written there as a number';
}

/** What branches choose may hang on the model: then the least of them counts. */
function leastOf(value: StaticValue): number | null {
  if (value.kind === 'number') return value.number;
  if (value.kind !== 'oneOf') return null;
  const numbers = value.values.map(leastOf);
  return numbers.some((number) => number === null) ? null : Math.min(...numbers.map((number) => number ?? 0));
}

/** Where the number itself stands in the property. */
function writtenNumber({ value, written, property }: RequestField, { path, text }: Document) {
  if (value.kind !== 'number' || value.path !== path || property.path !== path) return null;
  const isInside = value.range[0] >= written.range[0] && value.range[1] <= written.range[1];
  return isInside && /^[\d_.e]+$/i.test(text.slice(...value.range)) ? value.range : null;
}
