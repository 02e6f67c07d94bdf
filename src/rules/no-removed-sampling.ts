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
import { sendsCompletion } from './sampling/completion-body.js';
import { isDefaultValue } from './sampling/default-value.js';
import type { SamplingSetting } from './sampling/default-value.js';
import { librarySampling } from './sampling/library-sampling.js';
import { isLeftOutForThinking } from './sampling/left-out-for-thinking.js';
import { takenElsewhere } from './request/sparing.js';
import { whenSent } from './request/when-sent.js';
import type { RefusedPair } from './sampling/loose-pairs.js';
import { refusedPairs } from './sampling/loose-pairs.js';
import { takesNeither } from './sampling/refuses-pair.js';

export default defineRule({
  name: 'no-removed-sampling',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow sampling parameters for models that refuse them',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      refused:
        '{{name}} takes no `{{parameter}}`: the request fails with a ValidationException. Leave it out, and steer the answer in the prompt.',
      refusedForSuccessor:
        '{{name}}, the successor of `{{id}}`, takes no `{{parameter}}`: requests fail once the model is moved. Leave it out, and steer the answer in the prompt.',
      refusedForTarget:
        'The code does not say which Claude this call reaches; those your policy moves to, such as {{name}}, take no `{{parameter}}` and fail the request. Leave it out, and steer the answer in the prompt.',
      keptAtDefault:
        '{{name}} takes no `{{parameter}}` but this value, which is what it does without: leave it out, since newer versions of the API refuse it.',
      mayBeDropped:
        '{{name}} takes no `{{parameter}}`. Newer versions of the library leave it out with a warning, older ones send it, and which one is installed is not known. Leave it out.',
      sentByLibrary:
        '{{library}} {{version}} sends a temperature of {{temperature}} where none is set, and {{name}} takes none: the request fails with a ValidationException. Update the library.',
      sentByLibraryForSuccessor:
        '{{library}} {{version}} sends a temperature of {{temperature}} where none is set, and {{name}}, the successor of `{{id}}`, takes none: requests fail once the model is moved. Update the library first.',
    },
    repairs: { removeSampling: { message: 'Remove `{{parameter}}`.', safeties: ['safe', 'review'] } },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    formats: ['javascript'],
  },
  detect(document, { policy }) {
    return [
      ...fieldFindings(document, (call) => refusedParameters(call, document, policy)),
      ...document.modelCalls.flatMap((call) => sentDefault(call, policy) ?? []),
      ...refusedPairs(document, policy, takesNeither).flatMap(looseParameters),
    ];
  },
});

const settings = ['temperature', 'topP', 'topK'] as const satisfies readonly SamplingSetting[];

type Message = 'refused' | 'refusedForSuccessor' | 'refusedForTarget' | 'keptAtDefault' | 'mayBeDropped';
const messageOf = { named: 'refused', successor: 'refusedForSuccessor', target: 'refusedForTarget' } as const;

function* refusedParameters(
  call: ModelCall,
  document: Document,
  policy: Policy,
): Iterable<FieldFinding<Message, 'removeSampling'>> {
  if (isLeftOutForThinking(call)) return;
  for (const setting of settings) {
    const fields = call.request?.settings[setting] ?? [];
    for (const field of fields) {
      const refusal = refusalOf(whenSent(call, field), policy, ({ sampling }) => sampling[setting] === false);
      if (!refusal) continue;
      if (refusal.basis === 'target' && !isOnlyForClaude(field, call, document)) continue;
      const finding = findingFor(field, setting, call, refusal, document);
      if (finding) yield { field, finding };
    }
  }
}

function findingFor(
  field: RequestField,
  setting: SamplingSetting,
  call: ModelCall,
  refusal: Refusal,
  document: Document,
): FieldFinding<Message, 'removeSampling'>['finding'] | null {
  const { dropsRefused } = librarySampling(call);
  if (dropsRefused === true) return null;
  const { model, id, basis, isCertain } = refusal;
  const parameter = field.path.at(-1) ?? setting;
  const place = fieldPlace(field, call, document);
  const shown = { ...place, data: { name: model.name, parameter, id: id ?? '' }, level: 'note' as const };
  const isSure = isCertain && field.isCertain && field.value.kind === 'number';
  const isRewritten = sendsCompletion(call, id !== null);
  const taker = refusal.refusal?.takenBy;
  const isLeft = isRewritten || basis === 'target' || taker !== undefined;
  const why = isRewritten
    ? 'its request must be rewritten with it'
    : basis === 'target'
      ? nobodySaysWhich
      : taker === undefined
        ? place.unrepaired
        : takenElsewhere(taker);
  const removal = isLeft ? null : field.removal;
  const kept = {
    ...shown,
    ...repairsOf({ removal }, parameter, 'review', why),
    // What works today goes with the move that it is for.
    ...(basis === 'successor' && refusal.refusal && { refusal: refusal.refusal }),
  };
  if (dropsRefused === 'unknown') return { ...kept, messageId: 'mayBeDropped' };
  if (isDefaultValue(setting, field) && !sendsPair(call) && !librarySampling(call).asksForStrictApi)
    return { ...kept, messageId: 'keptAtDefault' };
  // Code that asks for it leaves it out by itself, as far as its answer is right.
  if (field.isGated)
    return {
      ...shown,
      messageId: messageOf[basis],
      repairs: [],
      unrepaired: 'it is set where the code finds it taken',
    };
  return {
    ...shown,
    messageId: messageOf[basis],
    level: isSure && basis === 'named' ? 'error' : 'warning',
    ...repairsOf({ removal }, parameter, isSure ? 'safe' : 'review', why),
    ...(refusal.refusal && { refusal: { ...refusal.refusal, ...(field.isCertain && { isSent: true }) } }),
  };
}

function repairsOf(
  { removal }: Pick<RequestField, 'removal'>,
  parameter: string,
  safety: 'safe' | 'review',
  unrepaired = "it can't be taken out by an edit",
) {
  if (!removal) return { repairs: [], unrepaired };
  return { repairs: [{ id: 'removeSampling' as const, data: { parameter }, safety, edits: [removal] }] };
}

/** Two defaults at once are refused as any other pair is. */
function sendsPair({ request }: ModelCall) {
  return (request?.settings.temperature?.length ?? 0) > 0 && (request?.settings.topP?.length ?? 0) > 0;
}

/** A temperature that nobody wrote can't be taken out. */
function sentDefault(call: ModelCall, policy: Policy) {
  const { defaultTemperature } = librarySampling(call);
  if (defaultTemperature === null || isLeftOutForThinking(call)) return null;
  if ((call.request?.settings.temperature?.length ?? 0) > 0) return null;
  const refusal = refusalOf(call, policy, ({ sampling }) => sampling.temperature === false);
  if (!refusal || refusal.basis === 'target') return null;
  const { model, id, basis, isCertain } = refusal;
  return {
    messageId: basis === 'named' ? ('sentByLibrary' as const) : ('sentByLibraryForSuccessor' as const),
    data: {
      name: model.name,
      id: id ?? '',
      library: call.library?.name ?? '',
      version: call.library?.version ?? call.library?.declared?.range ?? '',
      temperature: String(defaultTemperature),
    },
    range: call.range,
    level: isCertain && basis === 'named' ? ('error' as const) : ('warning' as const),
    repairs: [],
    unrepaired: 'the library sends it: update the library',
    ...(refusal.refusal && { refusal: refusal.refusal }),
  };
}

/** What the model is asked without them is for somebody to judge who sees the call. */
function looseParameters({ pair, refusal: { model, id, basis }, level, unrepaired }: RefusedPair) {
  return [pair.temperature, pair.topP].map(({ name: parameter, range }) => ({
    messageId: messageOf[basis],
    data: { name: model.name, parameter, id: id ?? '' },
    range,
    level,
    repairs: [],
    unrepaired: unrepaired ?? 'no call is seen that sends it',
  }));
}
