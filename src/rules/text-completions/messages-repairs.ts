import { constraintsOf, type ModelConstraints } from '../../catalog/constraints.js';
import { parseModelName } from '../../catalog/model-id.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall, ModelReference } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import type { TextEdit } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import type { Repair } from '../finding.js';
import { modelNamed } from '../model-named.js';
import { repairsTowardsSuccessor } from '../successor-repairs.js';
import { messagesBody } from './messages-body.js';
import type { RefusedRequest } from './request-groups.js';

export type MessagesRepair = 'useMessages' | 'useMessagesAlone' | 'chooseProfileForMessages';

/** The repairs of requests that go together, or why there is none. */
export type MessagesRepairs =
  { readonly repairs: readonly Repair<MessagesRepair>[] } | { readonly obstacle: string };

/** Bodies, readers and the ID that takes no other body, rewritten in one piece. */
export function messagesRepairs(group: readonly RefusedRequest[], document: Document, policy: Policy): MessagesRepairs {
  const [first] = group;
  if (!first) return { repairs: [] };
  const references: ModelReference[] = [];
  for (const { request, refusal } of group) {
    if ('obstacle' in request.rewrite) return request.rewrite;
    const model = refusal.refusal?.model ?? null;
    const reference = model && referenceAt(model, document);
    if (model && !reference) return { obstacle: `its model is named in ${model.path}, where it must change with the request` };
    if (reference && takesCompletions(reference, policy) && !references.includes(reference)) references.push(reference);
    if (model && sharedWithOthers(model, group, document))
      return { obstacle: 'another call goes to the same model and must change with it' };
  }
  const [reference, another] = references;
  if (reference?.surface === null) return { obstacle: 'other code may use its model ID' };
  if (another) return { obstacle: 'calls that share its code go to several models' };
  if (!reference) {
    const edits = editsOf(group, document, first.refusal.constraints);
    return Array.isArray(edits) ? { repairs: [{ id: 'useMessagesAlone', safety: 'review', edits }] } : edits;
  }
  return withModel(group, reference, document, policy);
}

function withModel(
  group: readonly RefusedRequest[],
  reference: ModelReference,
  document: Document,
  policy: Policy,
): MessagesRepairs {
  const model = modelNamed(reference.name, policy);
  // The body is written without what the model refuses.
  const { sampling: _, ...plain } = reference;
  const moves = model ? repairsTowardsSuccessor(plain, model, false, document, policy, true) : null;
  if (!moves || moves.repairs.length === 0)
    return { obstacle: moves?.unrepaired ?? 'its model is unknown' };
  const repairs: Repair<MessagesRepair>[] = [];
  for (const move of moves.repairs) {
    const name = parseModelName(move.data?.['to'] ?? '');
    const to = name ? modelNamed(name, policy) : undefined;
    if (!to) return { obstacle: 'its model is unknown' };
    const edits = editsOf(group, document, constraintsOf(to));
    if (!Array.isArray(edits)) return edits;
    repairs.push({
      ...move,
      id: move.id === 'useSuccessor' || move.id === 'useSuccessorProfile' ? 'useMessages' : 'chooseProfileForMessages',
      safety: 'review',
      edits: [...move.edits, ...edits],
    });
  }
  return { repairs };
}

function editsOf(
  group: readonly RefusedRequest[],
  { text }: Document,
  constraints: ModelConstraints,
): TextEdit[] | { readonly obstacle: string } {
  const edits = new Map<string, TextEdit>();
  for (const { request: { rewrite } } of group) {
    if ('obstacle' in rewrite) return rewrite;
    if (rewrite.turns.at(-1)?.role === 'assistant' && constraints.prefill !== true)
      return { obstacle: `its prompt begins the answer, which ${constraints.model.name} does not take` };
    const all = [messagesBody(text, rewrite, constraints), ...rewrite.promptEdits, ...rewrite.answerEdits];
    for (const edit of all) edits.set(`${edit.range.join()} ${edit.text}`, edit);
  }
  return [...edits.values()];
}

function referenceAt({ path, range }: Place, document: Document): ModelReference | undefined {
  if (path !== document.path) return undefined;
  return document.modelReferences.find((each) => range[0] <= each.range[0] && each.range[1] <= range[1]);
}

function takesCompletions({ name }: ModelReference, policy: Policy) {
  return modelNamed(name, policy)?.invocation.body === 'textCompletions';
}

/** Whether a call that is not rewritten names its model in the same place. Converse takes what it is given by any model. */
function sharedWithOthers(model: Place, group: readonly RefusedRequest[], { modelCalls }: Document): boolean {
  const own = new Set<ModelCall>(group.map(({ request }) => request.call));
  return modelCalls.some((call) => !own.has(call) && !call.surface.startsWith('Converse') && namesAt(call, model));
}

function namesAt({ model }: ModelCall, { path, range }: Place): boolean {
  const values = model.kind === 'oneOf' ? model.values : [model];
  return values.some((value) => 'path' in value && value.path === path && value.range[0] === range[0]);
}
