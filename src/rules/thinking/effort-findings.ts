import type { ModelConstraints } from '../../catalog/constraints.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestFacts, RequestField } from '../../documents/request.js';
import type { Policy } from '../../policy/policy.js';
import type { FieldFinding } from '../request/field-findings.js';
import { fieldPlace } from '../request/field-place.js';
import { refusalOf } from '../request/refusal-of.js';
import { whenSent } from '../request/when-sent.js';
import { writtenThinking } from './written-thinking.js';

type Message = 'refused' | 'refusedForSuccessor';
type Found = FieldFinding<Message, 'removeEffort'>;
const messageOf = { named: 'refused', successor: 'refusedForSuccessor' } as const;

/** What is wrong with the effort that a call asks for. */
export function* effortFindings(call: ModelCall, document: Document, policy: Policy): Iterable<Found> {
  const { request } = call;
  for (const field of request?.settings.effort ?? []) {
    if (!request) return;
    const refusal = refusalOf(
      whenSent(call, field),
      policy,
      ({ effort }) => effortProblem(field, request, effort) !== null,
    );
    const problem = refusal && effortProblem(field, request, refusal.constraints.effort);
    // An unknown model that is asked for an effort is likely to be one that takes it.
    if (!refusal || !problem || refusal.basis === 'target') continue;
    const { model, basis, id } = refusal;
    const isSure = refusal.isCertain && field.isCertain;
    const place = fieldPlace(field, call, document);
    // A request that asks for adaptive thinking too is written for another model.
    const isNewer = asksForOther(call, refusal.constraints);
    const removal = problem.isRefused && !isNewer ? removalOf(field, request) : null;
    yield {
      field,
      finding: {
        ...place,
        messageId: messageOf[basis],
        data: { name: model.name, id: id ?? '', problem: problem.problem, advice: problem.advice },
        level: isSure && basis === 'named' ? 'error' : 'warning',
        ...(removal
          ? { repairs: [{ id: 'removeEffort' as const, safety: isSure ? 'safe' : 'review', edits: [removal] }] }
          : {
              repairs: [],
              unrepaired:
                place.unrepaired ?? (isNewer ? 'the request is written for another model' : 'a person chooses another'),
            }),
        ...(refusal.refusal && { refusal: refusal.refusal }),
      },
    };
  }
}

function effortProblem(
  { value }: RequestField,
  { settings, isComplete }: RequestFacts,
  { levels, beta }: ModelConstraints['effort'],
) {
  if (levels.length === 0) return { isRefused: true, problem: 'takes no effort', advice: 'Leave it out' };
  const known = levels.map((level) => `\`${level}\``).join(', ');
  if (value.kind === 'text' && !levels.some((level) => level === value.text))
    return { isRefused: false, problem: `knows no effort of \`${value.text}\``, advice: `It takes ${known}` };
  const isNamed = (settings.betas ?? []).some(
    ({ elements }) => !elements || elements.some((each) => isOrMayBe(each, beta)),
  );
  return beta !== null && isComplete && !isNamed
    ? {
        isRefused: false,
        problem: `takes an effort only with the beta \`${beta}\``,
        advice: 'Name the beta, or leave it out',
      }
    : null;
}

function isOrMayBe({ value }: Pick<RequestField, 'value'>, text: string | null) {
  return value.kind !== 'text' || value.text === text;
}

function asksForOther(call: ModelCall, { thinking }: ModelConstraints) {
  return writtenThinking(call).some(({ types }) =>
    types.some((type) => type !== 'disabled' && !thinking.types.some((taken) => taken === type)),
  );
}

/** With the object around it, where that holds nothing else. */
function removalOf(field: RequestField, { root }: RequestFacts) {
  const around = root ? fieldAt(root.fields, field.path.slice(0, -1)) : undefined;
  const isAlone =
    around?.path.at(-1) === 'output_config' && around.object?.fields.length === 1 && around.object.isComplete;
  return (isAlone ? around.removal : null) ?? field.removal;
}

function fieldAt(fields: readonly RequestField[], path: readonly string[]): RequestField | undefined {
  const depth = (fields[0]?.path.length ?? 1) - 1;
  const found = fields.find((field) => field.path.at(-1) === path[depth]);
  return found && depth < path.length - 1 ? fieldAt(found.object?.fields ?? [], path) : found;
}
