import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import type { RequestField } from '../documents/request.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import { fieldFindings } from './request/field-findings.js';
import type { FieldFinding } from './request/field-findings.js';
import { fieldPlace } from './request/field-place.js';
import { isOnlyForClaude } from './request/is-only-for-claude.js';
import type { Refusal } from './request/refusal-of.js';
import { nobodySaysWhich, refusalOf } from './request/refusal-of.js';
import { whenSent } from './request/when-sent.js';
import { areBeside } from './request/are-beside.js';
import { isLeftOutForThinking } from './sampling/left-out-for-thinking.js';
import { sendsCompletion } from './sampling/completion-body.js';
import { librarySampling } from './sampling/library-sampling.js';
import type { RefusedPair } from './sampling/loose-pairs.js';
import { refusedPairs } from './sampling/loose-pairs.js';
import { refusesPair } from './sampling/refuses-pair.js';
import { isRefusedForThinking } from './thinking/is-refused-for-thinking.js';

export default defineRule({
  name: 'no-conflicting-sampling',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow `temperature` together with `top_p` for models that refuse the pair',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      bothSet:
        '{{name}} refuses `temperature` together with `{{topP}}`: the request fails with a ValidationException. Keep one of them.',
      bothSetForSuccessor:
        '{{name}}, the successor of `{{id}}`, refuses `temperature` together with `{{topP}}`: requests fail once the model is moved. Keep one of them.',
      bothSetForTarget:
        'The code does not say which Claude this call reaches; those your policy moves to, such as {{name}}, refuse `temperature` together with `{{topP}}` and fail the request. Keep one of them.',
    },
    repairs: { removeTopP: { message: 'Remove `{{topP}}` and keep `temperature`.', safeties: ['safe', 'review'] } },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    formats: ['javascript'],
  },
  detect(document, { policy }) {
    return [
      ...fieldFindings(document, (call) => conflictsOf(call, document, policy)),
      ...refusedPairs(document, policy, refusesPair).map(looseConflict),
    ];
  },
});

type Message = 'bothSet' | 'bothSetForSuccessor' | 'bothSetForTarget';
const messageOf = { named: 'bothSet', successor: 'bothSetForSuccessor', target: 'bothSetForTarget' } as const;

function* conflictsOf(
  call: ModelCall,
  document: Document,
  policy: Policy,
): Iterable<FieldFinding<Message, 'removeTopP'>> {
  const { temperature: temperatures = [], topP: topPs = [] } = call.request?.settings ?? {};
  if (topPs.length === 0) return;
  const { dropsPair, defaultTemperature } = librarySampling(call);
  if (dropsPair || isLeftOutForThinking(call)) return;
  const isTemperatureSent = temperatures.some(isSent) || (temperatures.length === 0 && defaultTemperature !== null);
  for (const field of topPs) {
    const [temperature, another] = temperatures;
    const sent = whenSent(call, field, ...(temperature && !another ? [temperature] : []));
    const refusal = refusalOf(sent, policy, refusesPair);
    if (!refusal || isRefusedForThinking(field, call, document, policy)) continue;
    const { model, id, basis, isCertain } = refusal;
    if (basis === 'target' && !isOnlyForClaude(field, call, document)) continue;
    if (!isTemperatureSent && !temperatures.some((temperature) => isPair(temperature, field, basis, document)))
      continue;
    const isSure = isCertain && isTemperatureSent && isSent(field);
    const isGiven = isTemperatureSent || temperatures.some((temperature) => isGivenWith(temperature, field, document));
    const isAlwaysPair = field.isCertain && (isTemperatureSent || temperatures.some(({ isCertain }) => isCertain));
    const topP = field.path.at(-1) ?? 'topP';
    const place = fieldPlace(field, call, document);
    const isRewritten = sendsCompletion(call, id !== null);
    const why = isRewritten
      ? 'its request must be rewritten with it'
      : isGiven
        ? basis === 'target'
          ? nobodySaysWhich
          : place.unrepaired
        : 'who gives no temperature would lose the only parameter that is sent';
    const removal = isRewritten || !isGiven || field.isGated || basis === 'target' ? null : field.removal;
    yield {
      field,
      finding: {
        ...place,
        messageId: messageOf[basis],
        data: { name: model.name, topP, id: id ?? '' },
        // Code that asks for it leaves it out by itself, as far as its answer is right.
        level: field.isGated ? 'note' : isSure && basis === 'named' ? 'error' : 'warning',
        ...(removal
          ? {
              repairs: [
                { id: 'removeTopP' as const, data: { topP }, safety: isSure ? 'safe' : 'review', edits: [removal] },
              ],
            }
          : { repairs: [], unrepaired: whyNot(why) }),
        // Callers that give one of them are answered by any model.
        ...(isGiven && refusal.refusal
          ? { refusal: { ...refusal.refusal, ...(isAlwaysPair && { isSent: true }) } }
          : {}),
      },
    };
  }
}

/** Every call sends a value. */
function isSent({ isCertain, value }: RequestField) {
  return isCertain && value.kind !== 'unknown';
}

/** Whether a temperature is there wherever the other is, as far as the code says. */
function isGivenWith({ isCertain, value, property }: RequestField, topP: RequestField, document: Document) {
  return isCertain || (value.kind !== 'unknown' && areBeside(property, topP.property, document));
}

/** Two values that may be absent are a pair where one object or block gives them; what branches give may exclude one another. */
function isPair(temperature: RequestField, topP: RequestField, basis: Refusal['basis'], document: Document) {
  // Nothing known of the model and nothing of the values is no reason to speak.
  if (basis === 'target' && temperature.value.kind === 'unknown' && topP.value.kind === 'unknown') return false;
  return temperature.isCertain || topP.isCertain || areBeside(temperature.property, topP.property, document);
}

function looseConflict({ pair: { topP }, refusal: { model, id, basis }, level, unrepaired }: RefusedPair) {
  const { removal, name } = topP;
  return {
    messageId: messageOf[basis],
    data: { name: model.name, topP: name, id: id ?? '' },
    range: topP.range,
    level,
    ...(removal && unrepaired === null
      ? { repairs: [{ id: 'removeTopP' as const, data: { topP: name }, safety: 'review' as const, edits: [removal] }] }
      : { repairs: [], unrepaired: whyNot(unrepaired ?? undefined) }),
  };
}

function whyNot(elsewhere: string | undefined) {
  return elsewhere ?? "it can't be taken out by an edit";
}
