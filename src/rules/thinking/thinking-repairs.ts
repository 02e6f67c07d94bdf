import type { ModelConstraints } from '../../catalog/constraints.js';
import type { EffortLevel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import { codeStyleOf } from '../../edits/code-style.js';
import { insertProperty } from '../../edits/insert-property.js';
import type { TextEdit } from '../../edits/text-edit.js';
import { joinRemovals } from '../request/join-removals.js';
import { areBeside } from '../request/are-beside.js';
import { librarySampling } from '../sampling/library-sampling.js';
import { isAboveEffort } from './thinking-problem.js';
import type { ThinkingProblem } from './thinking-problem.js';
import type { WrittenThinking } from './written-thinking.js';
import { budgetName } from './written-thinking.js';
import { keyEdit, memberText, typeEdit } from './property-text.js';

export type ThinkingRepair =
  'useAdaptive' | 'useManual' | 'useBetweenTools' | 'removeThinking' | 'fixThinkingShape' | 'useThinkingName';

export interface ThinkingChoices {
  /** The effort to ask for where thinking becomes adaptive. */
  readonly effort: EffortLevel | null;
  /** The budget to give where thinking becomes manual. */
  readonly budgetTokens: number | null;
}

export type RepairedThinking =
  | { readonly id: ThinkingRepair; readonly edits: readonly TextEdit[] }
  /** Why there is no repair. */
  | string;

/** The edits after which the model takes a thinking setting, or why there are none. */
export function repairedThinking(
  problem: ThinkingProblem,
  written: WrittenThinking,
  call: ModelCall,
  constraints: ModelConstraints,
  choices: ThinkingChoices,
  document: Document,
): RepairedThinking {
  const { field, object, isPlain } = written;
  if (object.place.path !== document.path || field.property.path !== document.path)
    return `it is set in ${object.place.path}`;
  const { types } = constraints.thinking;
  switch (problem) {
    case 'noThinking':
      return written.types.every((type) => type === 'disabled')
        ? removed(field)
        : "the model can't think: choose another";
    case 'disabledRefused':
      if (written.types.length !== 1) return 'its type is only known at run time';
      return types.includes('between_tools') ? betweenTools(written, call, constraints, document) : removed(field);
    case 'enabledRefused':
    case 'wrongShape':
    case 'olderName':
      if (!isPlain && !isSetAsOne(written, document)) return 'branches set parts of it';
      if (written.types.length !== 1) return 'its type is only known at run time';
      if (written.types[0] === 'enabled' && !types.includes('enabled'))
        return types.includes('adaptive') ? adaptive(written, call, choices, document) : 'no form of it is taken';
      return renamed(problem, written, document);
    case 'adaptiveRefused':
      return choices.budgetTokens === null
        ? 'manual thinking needs a budget, which a person chooses'
        : manual(written, call, choices.budgetTokens, constraints, document);
    case 'disabledAboveEffort':
      return 'a person chooses between less effort and thinking';
    case 'budgetRefused':
      return asEdits('fixThinkingShape', [written.budget?.removal ?? null], document);
    case 'budgetMissing':
    case 'budgetTooSmall':
    case 'budgetNotBelowMaxTokens':
      return 'a person chooses the budget';
    case 'effortInside':
      return 'a person moves the effort to where it belongs';
    case 'typeUnknown':
      return 'nobody knows what is meant';
  }
}

/** Some calls send it, and those send all of it: its properties stand in the literal itself, and in no spread or branch there. */
function isSetAsOne({ isWhole, field, object: { place, fields } }: WrittenThinking, document: Document) {
  const inside = place.range[0] + 1;
  const top = { path: place.path, range: [inside, inside] as const };
  return isWhole && !field.isCertain && fields.every(({ property }) => areBeside(top, property, document));
}

function removed({ removal }: RequestField): RepairedThinking {
  return removal ? { id: 'removeThinking', edits: [removal] } : "it can't be taken out by an edit";
}

/** `between_tools` is taken by itself, and up to some effort. */
function betweenTools(
  written: WrittenThinking,
  { request }: ModelCall,
  { thinking }: ModelConstraints,
  document: Document,
): RepairedThinking {
  const { object, type, flag, budget } = written;
  if (object.fields.some((each) => each !== type && each !== flag && each !== budget) || (type && flag))
    return '`between_tools` takes no other property beside it';
  if (request && isAboveEffort({ ...written, types: ['between_tools'] }, request, thinking.disabledUpToEffort))
    return 'a person chooses between less effort and thinking';
  const edits = [typeEdit(written, 'between_tools', document), ...(budget ? [budget.removal] : [])];
  return asEdits('useBetweenTools', edits, document);
}

/** `{ type: 'adaptive' }`, without a budget and by its right name. */
function adaptive(
  written: WrittenThinking,
  call: ModelCall,
  { effort }: ThinkingChoices,
  document: Document,
): RepairedThinking {
  if (written.form !== 'wire' && librarySampling(call).defaultTemperature !== null)
    return 'this version of the library knows no adaptive thinking: update it';
  const { budget, type, flag, effort: inside } = written;
  if (inside) return 'a person moves the effort to where it belongs';
  const edits = [typeEdit(written, 'adaptive', document), nameEdit(written, document)];
  const typed = type ?? flag;
  if (budget && typed && !areBeside(budget.property, typed.property, document)) return 'branches set parts of it';
  if (budget && !budget.removal) return "the budget can't be taken out by an edit";
  const effortEdits = effort === null ? [] : withEffort(written, call, effort, document);
  if (!effortEdits) return "the effort can't be set by an edit";
  return asEdits('useAdaptive', [...edits, ...(budget?.removal ? [budget.removal] : []), ...effortEdits], document);
}

/** Where the API keeps the effort; nothing where the request sets one. */
function withEffort(
  { form, field, object }: WrittenThinking,
  { request }: ModelCall,
  effort: EffortLevel,
  { text, path }: Document,
): readonly TextEdit[] | null {
  if ((request?.settings.effort?.length ?? 0) > 0) return [];
  const { quote } = codeStyleOf(text);
  const level = `${quote}${effort}${quote}`;
  if (form === 'bedrock') return insertProperty(text, `maxReasoningEffort: ${level}`, object.place.range);
  const around = ownerOf(field, request?.root?.fields ?? [], request?.root?.place ?? null);
  if (around?.path !== path) return null;
  const property = form === 'anthropic' ? `effort: ${level}` : `output_config: { effort: ${level} }`;
  return insertProperty(text, property, around.range);
}

function ownerOf(field: RequestField, fields: readonly RequestField[], place: RequestField['property'] | null) {
  let owner = place;
  let within = fields;
  for (const name of field.path.slice(0, -1)) {
    const object = within.find(({ path }) => path.at(-1) === name)?.object;
    owner = object?.place ?? null;
    within = object?.fields ?? [];
  }
  return owner;
}

function manual(
  written: WrittenThinking,
  { request }: ModelCall,
  tokens: number,
  { thinking }: ModelConstraints,
  document: Document,
): RepairedThinking {
  if (!written.isPlain) return 'branches set parts of it';
  const limits = request?.settings.maxTokens ?? [];
  const isBelow = limits.every(({ value }) => value.kind === 'number' && value.number > tokens);
  if (tokens < thinking.minBudgetTokens || !isBelow) return 'the budget that was chosen does not fit the request';
  const budget = insertProperty(document.text, `${budgetName(written)}: ${String(tokens)}`, written.object.place.range);
  return asEdits('useManual', [typeEdit(written, 'enabled', document), ...(budget ?? [null])], document);
}

/** The names and the type that the API knows, and the budget as it is. */
function renamed(problem: ThinkingProblem, written: WrittenThinking, document: Document): RepairedThinking {
  const { budget, type, flag } = written;
  const [wanted = 'enabled'] = written.types;
  if (!type && flag && flag.value.kind !== 'boolean') return 'its type is only known at run time';
  if (wanted === 'enabled' && !budget) return 'a person chooses the budget';
  const id = problem === 'olderName' ? ('useThinkingName' as const) : ('fixThinkingShape' as const);
  const edits: (TextEdit | null)[] = [nameEdit(written, document)];
  if (budget) edits.push(keyEdit(budget, budgetName(written), document));
  if (!type && flag) edits.push(typeEdit(written, wanted, document));
  else if (!type)
    edits.push(
      ...(insertProperty(document.text, memberText('type', wanted, document), written.object.place.range) ?? [null]),
    );
  else if (flag) edits.push(flag.removal);
  return asEdits(id, edits, document);
}

/** The property itself by its right name. */
function nameEdit({ field, form }: WrittenThinking, document: Document): TextEdit | null {
  return keyEdit(field, form === 'bedrock' ? 'reasoningConfig' : 'thinking', document);
}

function asEdits(id: ThinkingRepair, edits: readonly (TextEdit | null)[], { text }: Document): RepairedThinking {
  const written: TextEdit[] = [];
  for (const edit of edits) {
    if (!edit) return "it can't be rewritten by an edit";
    if (edit.range[0] !== edit.range[1] || edit.text !== '') written.push(edit);
  }
  const joined = joinRemovals(written, text);
  return joined ? { id, edits: joined } : "its parts can't be taken out together by an edit";
}
