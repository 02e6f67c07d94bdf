import type { ModelConstraints } from '../../catalog/constraints.js';
import { isTaken } from '../../catalog/request-words.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import type { Policy } from '../../policy/policy.js';
import type { FieldFinding } from '../request/field-findings.js';
import { fieldPlace } from '../request/field-place.js';
import { refusalOf } from '../request/refusal-of.js';
import { whenSent } from '../request/when-sent.js';
import type { SamplingSetting } from '../sampling/default-value.js';
import { isLeftOutForThinking } from '../sampling/left-out-for-thinking.js';
import { librarySampling } from '../sampling/library-sampling.js';
import { refusesPair } from '../sampling/refuses-pair.js';
import { isManual } from './thinking-problem.js';
import type { WrittenThinking } from './written-thinking.js';
import { writtenThinking } from './written-thinking.js';

type Message =
  'samplingWithThinking' | 'samplingWithThinkingForSuccessor' | 'forcedWithThinking' | 'forcedWithThinkingForSuccessor';
type Found = FieldFinding<Message, 'removeForThinking'>;

const settings = ['temperature', 'topP', 'topK'] as const satisfies readonly SamplingSetting[];

/** What a call asks for that Claude refuses while it thinks with a budget. Libraries that take care of it by themselves are not looked at. */
export function* besideThinking(call: ModelCall, document: Document, policy: Policy): Iterable<Found> {
  const thinking = writtenThinking(call).find((each) => each.form === 'wire' && isManual(each));
  if (!thinking) return;
  for (const setting of settings) {
    for (const field of call.request?.settings[setting] ?? []) {
      const { value } = field;
      if (value.kind !== 'number' || isTaken('thinking', setting, value.number)) continue;
      if (!field.isCertain && !thinking.field.isCertain) continue;
      if (setting === 'topP' && isRefusedForPair(field, call, policy)) continue;
      const takesIt = ({ sampling }: ModelConstraints) => sampling[setting] !== false;
      const found = findingFor(field, thinking, call, takesIt, document, policy);
      if (found) yield withSampling(found, field, setting, value.number);
    }
  }
  // Strands leaves thinking out of such a request.
  if (call.surface === 'Strands') return;
  for (const field of call.request?.settings.toolChoice ?? []) {
    if (!isForced(field)) continue;
    const found = findingFor(
      field,
      thinking,
      call,
      ({ forcedToolChoice }) => forcedToolChoice === 'taken',
      document,
      policy,
    );
    if (!found) continue;
    const messageId = found.isNamed ? 'forcedWithThinking' : 'forcedWithThinkingForSuccessor';
    yield {
      field,
      finding: { ...found.finding, messageId, repairs: [], unrepaired: 'a person chooses between the two' },
    };
  }
}

/** Beside a temperature that thinking puts up with, a `top_p` is no-conflicting-sampling's. */
function isRefusedForPair(topP: RequestField, call: ModelCall, policy: Policy) {
  const { temperature: temperatures = [] } = call.request?.settings ?? {};
  if (librarySampling(call).dropsPair || isLeftOutForThinking(call)) return false;
  if (temperatures.some(({ value }) => value.kind === 'number' && !isTaken('thinking', 'temperature', value.number)))
    return false;
  return temperatures.some(
    (temperature) =>
      temperature.isCertain && refusalOf(whenSent(call, topP, temperature), policy, refusesPair, false) !== null,
  );
}

/** On a model that thinks with a budget, and takes the other by itself. */
function findingFor(
  field: RequestField,
  thinking: WrittenThinking,
  call: ModelCall,
  takesIt: (constraints: ModelConstraints) => boolean,
  document: Document,
  policy: Policy,
) {
  const refuses = (constraints: ModelConstraints) =>
    constraints.thinking.types.includes('enabled') && takesIt(constraints);
  const refusal = refusalOf(whenSent(call, field, thinking.field), policy, refuses, false);
  if (!refusal) return null;
  const isSure = refusal.isCertain && field.isCertain && thinking.field.isCertain;
  const isNamed = refusal.basis === 'named';
  const finding = {
    ...fieldPlace(field, call, document),
    data: { name: refusal.model.name, id: refusal.id ?? '' },
    level: isSure && isNamed ? ('error' as const) : ('warning' as const),
    ...(refusal.refusal && { refusal: refusal.refusal }),
  };
  return { finding, isSure, isNamed };
}

function withSampling(
  { finding, isSure, isNamed }: NonNullable<ReturnType<typeof findingFor>>,
  field: RequestField,
  setting: SamplingSetting,
  value: number,
): Found {
  const parameter = field.path.at(-1) ?? setting;
  const { removal } = field;
  // That a low top_p is refused is only documented by one of the vendors.
  const isCertain = isSure && setting !== 'topP';
  return {
    field,
    finding: {
      ...finding,
      messageId: isNamed ? 'samplingWithThinking' : 'samplingWithThinkingForSuccessor',
      data: { ...finding.data, parameter, value: String(value) },
      level: isCertain ? finding.level : 'warning',
      ...(removal
        ? {
            repairs: [
              {
                id: 'removeForThinking' as const,
                data: { parameter },
                safety: isCertain ? 'safe' : 'review',
                edits: [removal],
              },
            ],
          }
        : { repairs: [], unrepaired: finding.unrepaired ?? "it can't be taken out by an edit" }),
    },
  };
}

function isForced({ object, value, path }: RequestField) {
  if (path.at(-1) === 'withStructuredOutput') return false;
  if (object) {
    const type = object.fields.find((field) => field.path.at(-1) === 'type')?.value;
    if (type?.kind === 'text') return type.text === 'any' || type.text === 'tool';
    return object.isComplete && object.fields.some((field) => /^(?:any|tool)$/.test(field.path.at(-1) ?? ''));
  }
  return value.kind === 'text' && value.text === 'any';
}
