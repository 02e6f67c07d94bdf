import { constraintsOf, type ModelConstraints } from '../../catalog/constraints.js';
import { parseModelName } from '../../catalog/model-id.js';
import { missingFeature } from '../../catalog/sdk-lines.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall, ModelReference, StaticValue } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import type { ConverseRewrite } from '../../documents/text-completion.js';
import type { TextEdit } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import type { Repair } from '../finding.js';
import { modelNamed } from '../models/model-named.js';
import { libraryVersion } from '../sdk-versions/library-version.js';
import { repairsTowardsSuccessor, type SuccessorRepair } from '../models/successor-repairs.js';
import { converseEdits } from './converse-edits.js';
import { messagesBody } from './messages-body.js';
import type { CompletionForm, RefusedRequest } from './request-groups.js';

/** A repair with the ID, one where the ID stands elsewhere, and one of which a person chooses the profile; in both forms. */
export type CompletionRepair =
  | 'useMessages'
  | 'useMessagesAlone'
  | 'chooseProfileForMessages'
  | 'useConverse'
  | 'useConverseAlone'
  | 'chooseProfileForConverse';

const repairIds = {
  messages: { whole: 'useMessages', alone: 'useMessagesAlone', chosen: 'chooseProfileForMessages' },
  converse: { whole: 'useConverse', alone: 'useConverseAlone', chosen: 'chooseProfileForConverse' },
} as const satisfies Readonly<Record<CompletionForm, Readonly<Record<string, CompletionRepair>>>>;

/** The repairs of requests that go together, or why there is none. */
export type CompletionRepairs =
  { readonly repairs: readonly Repair<CompletionRepair>[] } | { readonly obstacle: string };

/** Edits of code, with what they import. */
type Written = Pick<Repair, 'edits' | 'imports'>;

/** Calls, readers and the IDs of models that take no other request, rewritten in one piece. */
export function completionRepairs(
  group: readonly RefusedRequest[],
  form: CompletionForm,
  document: Document,
  policy: Policy,
): CompletionRepairs {
  const [first] = group;
  if (!first) return { repairs: [] };
  const references = new Set<ModelReference>();
  for (const { request, rewrite } of group) {
    if ('obstacle' in rewrite) return rewrite;
    const tooOld = form === 'converse' ? obstacleInLibrary(request.call) : null;
    if (tooOld !== null) return { obstacle: tooOld };
    for (const model of placesOf(request.call)) {
      const reference = referenceAt(model, document);
      if (!reference) return { obstacle: `its model is named in ${model.path}, where it must change with the request` };
      if (sharedWithOthers(model, group, document))
        return { obstacle: 'another call goes to the same model and must change with it' };
      if (takesCompletions(reference, policy)) references.add(reference);
    }
  }
  if (readByOthers(group, document)) return { obstacle: 'the answer of another call is read in the same place' };
  if (references.size > 0) return withModels(group, form, [...references], document, policy);
  if (document.modelReferences.some((each) => takesCompletions(each, policy) && isRunnable(each)))
    return {
      obstacle: 'the file names a model that takes text completions only, and is not seen to give it to this call',
    };
  const written = writtenFor(group, document, first.refusal.constraints);
  if ('obstacle' in written) return written;
  return { repairs: [{ id: repairIds[form].alone, safety: 'review', ...written }] };
}

/** Why the installed library can't call Converse. */
function obstacleInLibrary(call: ModelCall): string | null {
  const library = libraryVersion(call);
  const missing = library?.isExact ? missingFeature(library.name, library.version, 'converse') : undefined;
  return library && missing
    ? `version ${library.version} of ${library.name} has no Converse, which came with ${missing.since}`
    : null;
}

/** One repair for each profile to choose from; where several IDs move, each takes its best. */
function withModels(
  group: readonly RefusedRequest[],
  form: CompletionForm,
  references: readonly ModelReference[],
  document: Document,
  policy: Policy,
): CompletionRepairs {
  const moves: (readonly Repair<SuccessorRepair>[])[] = [];
  for (const reference of references) {
    if (reference.surface === null) return { obstacle: 'other code may use its model ID' };
    const model = modelNamed(reference.name, policy);
    // The body is written without what the model refuses.
    const { sampling: _, ...plain } = reference;
    const found = model ? repairsTowardsSuccessor(plain, model, false, document, policy, true) : null;
    if (!found || found.repairs.length === 0) return { obstacle: found?.unrepaired ?? 'its model is unknown' };
    moves.push(found.repairs);
  }
  const [own = [], ...others] = moves;
  const companions = others.flatMap(([best]) => best ?? []);
  const repairs: Repair<CompletionRepair>[] = [];
  for (const move of others.length > 0 ? own.slice(0, 1) : own) {
    const all = [move, ...companions];
    const edits: TextEdit[] = all.flatMap((each) => each.edits);
    const targets = all.flatMap((each) => modelOf(each, policy) ?? []);
    const [target] = targets;
    const written = target ? writtenFor(group, document, strictest(target, targets)) : null;
    if (!written) return { obstacle: 'its model is unknown' };
    if ('obstacle' in written) return written;
    const isDecided = all.every(({ id }) => id === 'useSuccessor' || id === 'useSuccessorProfile');
    repairs.push({
      ...move,
      id: isDecided ? repairIds[form].whole : repairIds[form].chosen,
      safety: 'review',
      needs: all.flatMap(({ needs = [] }) => needs),
      ...written,
      edits: [...edits, ...written.edits],
    });
  }
  return { repairs };
}

function modelOf({ data }: Repair<SuccessorRepair>, policy: Policy): CatalogModel | undefined {
  const name = parseModelName(data?.['to'] ?? '');
  return name ? modelNamed(name, policy) : undefined;
}

/** What the pickiest of several models takes: one body goes to all of them. */
function strictest(first: CatalogModel, models: readonly CatalogModel[]): ModelConstraints {
  const all = models.map(constraintsOf);
  const isRefused = (name: keyof ModelConstraints['sampling']) => all.some(({ sampling }) => sampling[name] === false);
  const own = constraintsOf(first);
  const taken = (name: keyof ModelConstraints['sampling']) => (isRefused(name) ? false : own.sampling[name]);
  return {
    ...(all.find(({ prefill }) => prefill !== true) ?? own),
    sampling: {
      temperature: taken('temperature'),
      topP: taken('topP'),
      topK: taken('topK'),
      temperatureWithTopP: taken('temperatureWithTopP'),
    },
  };
}

function writtenFor(
  group: readonly RefusedRequest[],
  document: Document,
  constraints: ModelConstraints,
): Written | { readonly obstacle: string } {
  const edits = new Map<string, TextEdit>();
  const add = (all: readonly TextEdit[]) => {
    for (const edit of all) edits.set(`${edit.range.join()} ${edit.text}`, edit);
  };
  const calls: ConverseRewrite[] = [];
  for (const { rewrite } of group) {
    if ('obstacle' in rewrite) return rewrite;
    if (rewrite.turns.at(-1)?.role === 'assistant' && constraints.prefill !== true)
      return { obstacle: `its prompt begins the answer, which ${constraints.model.name} does not take` };
    add([...rewrite.promptEdits, ...rewrite.answerEdits]);
    if ('fields' in rewrite) calls.push(rewrite);
    else add([messagesBody(document.text, rewrite, constraints)]);
  }
  if (calls.length === 0) return { edits: [...edits.values()] };
  const written = converseEdits(document, calls, constraints);
  if ('obstacle' in written) return written;
  add(written.edits);
  return { edits: [...edits.values()], imports: written.imports };
}

function referenceAt({ path, range }: Place, document: Document): ModelReference | undefined {
  if (path !== document.path) return undefined;
  return document.modelReferences.find((each) => range[0] <= each.range[0] && each.range[1] <= range[1]);
}

function takesCompletions({ name }: ModelReference, policy: Policy) {
  return modelNamed(name, policy)?.invocation.body === 'textCompletions';
}

/** Not only in prose, in a test, or in a table of facts. */
function isRunnable({ position }: ModelReference) {
  return position === 'request' || position === 'constant' || position === 'default';
}

/** Whether a reader that is rewritten also gets the answer of a call that is not. */
function readByOthers(group: readonly RefusedRequest[], { textCompletions }: Document): boolean {
  const own = new Set<ModelCall>(group.map(({ request }) => request.call));
  return textCompletions.some(
    (each) =>
      each.kind === 'answer' && each.calls.some((call) => own.has(call)) && !each.calls.every((call) => own.has(call)),
  );
}

/** Whether a call that is not rewritten names its model in the same place. Converse takes what it is given by any model. */
function sharedWithOthers(model: Place, group: readonly RefusedRequest[], { modelCalls }: Document): boolean {
  const own = new Set<ModelCall>(group.map(({ request }) => request.call));
  return modelCalls.some((call) => !own.has(call) && !call.surface.startsWith('Converse') && namesAt(call, model));
}

function namesAt(call: ModelCall, { path, range }: Place): boolean {
  return placesOf(call).some((place) => place.path === path && place.range[0] === range[0]);
}

/** Where the models that a call may reach are named; none where nothing in the code names one. */
function placesOf({ model }: ModelCall): readonly Place[] {
  const values = model.kind === 'oneOf' ? model.values : [model];
  return values.flatMap((value) =>
    (value.kind === 'text' || value.kind === 'template') && value.path !== null && namesModel(value)
      ? [{ path: value.path, range: value.range }]
      : [],
  );
}

function namesModel(value: Extract<StaticValue, { kind: 'text' | 'template' }>) {
  return value.kind === 'template'
    ? value.parts.some((part) => part?.includes('anthropic.'))
    : parseModelName(value.text) !== null;
}
