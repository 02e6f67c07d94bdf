import type { ModelConstraints } from '../../catalog/constraints.js';
import type { EffortLevel } from '../../catalog/schema.js';
import type { RequestFacts, RequestField } from '../../documents/request.js';
import type { WrittenThinking } from './written-thinking.js';
import { budgetName } from './written-thinking.js';

/** What a model refuses about a thinking setting. */
export type ThinkingProblem =
  /** The model can't think. */
  | 'noThinking'
  | 'enabledRefused'
  | 'adaptiveRefused'
  | 'disabledRefused'
  | 'disabledAboveEffort'
  | 'typeUnknown'
  /** No `type`, or a budget by a wrong name. */
  | 'wrongShape'
  | 'olderName'
  | 'effortInside'
  /** A budget beside another type than `enabled`. */
  | 'budgetRefused'
  | 'budgetMissing'
  | 'budgetTooSmall'
  | 'budgetNotBelowMaxTokens';

/** Levels of effort, least first. */
const efforts: readonly EffortLevel[] = ['low', 'medium', 'high', 'xhigh', 'max'];

/** The first thing a model with these constraints refuses about a thinking setting; `null` where it takes it. */
export function thinkingProblem(
  written: WrittenThinking,
  request: RequestFacts,
  { thinking }: ModelConstraints,
): ThinkingProblem | null {
  const { form } = written;
  if (thinking.types.length === 0) return form === 'wire' || written.types.some(isThinking) ? 'noThinking' : null;
  const refused = refusedType(written, thinking.types);
  if (refused) return refused;
  if (isAboveEffort(written, request, thinking.disabledUpToEffort)) return 'disabledAboveEffort';
  if (isMisshapen(written)) return 'wrongShape';
  if (written.effort) return 'effortInside';
  if (isBudgetRefused(written, thinking.types)) return 'budgetRefused';
  return budgetProblem(written, request, thinking.minBudgetTokens) ?? (isOlderName(written) ? 'olderName' : null);
}

/** Whether the request asks the model for manual thinking, as far as anybody knows. */
export function isManual({ types }: WrittenThinking): boolean {
  return types.length === 1 && types[0] === 'enabled';
}

/** Whether a type lets the model think before it answers. */
export function isThinking(type: string): boolean {
  return type !== 'disabled';
}

function refusedType({ types, form }: WrittenThinking, taken: readonly string[]): ThinkingProblem | null {
  const refused = types.filter((type) => !taken.includes(type));
  const type = refused.find(isThinking) ?? refused[0];
  // Which way to think branches choose may hang on the model; whether to think does not.
  if (type === undefined || types.some((other) => taken.includes(other) && isThinking(other) === isThinking(type)))
    return null;
  // The providers of the AI SDK send no `disabled`, or what the model takes in its place.
  if (type === 'disabled') return form === 'wire' ? 'disabledRefused' : null;
  if (type === 'enabled') return 'enabledRefused';
  return type === 'adaptive' ? 'adaptiveRefused' : form === 'wire' ? 'typeUnknown' : null;
}

/** Models that take no budget by itself are not known to take one beside another type either. */
function isBudgetRefused({ types, form, budget }: WrittenThinking, taken: readonly string[]) {
  return form === 'wire' && budget !== null && types.length > 0 && !taken.includes('enabled');
}

/** Whether a request asks for more effort than a model takes without thinking before it answers. */
export function isAboveEffort(
  { types, form }: Pick<WrittenThinking, 'types' | 'form'>,
  { settings }: Pick<RequestFacts, 'settings'>,
  highest: EffortLevel | null,
): boolean {
  const [type] = types;
  if (highest === null || form !== 'wire' || types.length !== 1 || (type !== 'disabled' && type !== 'between_tools'))
    return false;
  const levels = (settings.effort ?? []).map(({ value }) => (value.kind === 'text' ? value.text : null));
  return levels.length > 0 && levels.every((level) => rankOf(level) > efforts.indexOf(highest));
}

function rankOf(level: string | null) {
  return efforts.findIndex((known) => known === level);
}

function isMisshapen(written: WrittenThinking) {
  const { type, flag, budget, form, object } = written;
  if (!object.isComplete && !flag) return false;
  if (!type) return flag !== null || (form === 'wire' && (budget !== null || object.isComplete));
  return (form === 'wire' && flag !== null) || (budget !== null && isMisnamed(written, budget));
}

/** Version 2 of the AI SDK's provider reads `budget_tokens` as well. */
function isMisnamed(written: WrittenThinking, { path }: RequestField) {
  const name = path.at(-1);
  return name !== budgetName(written) && (written.form === 'wire' || name !== 'budget_tokens');
}

function isOlderName({ field, form }: WrittenThinking) {
  return form === 'wire' && field.path.at(-1) !== 'thinking';
}

function budgetProblem(written: WrittenThinking, { settings }: RequestFacts, least: number): ThinkingProblem | null {
  const { budget, types, object, form } = written;
  if (types.length !== 1 || types[0] !== 'enabled') return null;
  if (!budget) return object.isComplete && form !== 'anthropic' ? 'budgetMissing' : null;
  if (budget.value.kind !== 'number') return null;
  const tokens = budget.value.number;
  if (tokens < least) return 'budgetTooSmall';
  // The AI SDK adds the budget to what it is asked for.
  const limits = form === 'wire' ? (settings.maxTokens ?? []) : [];
  const isBelow = limits.some(({ value }) => value.kind !== 'number' || value.number > tokens);
  return limits.length > 0 && !isBelow ? 'budgetNotBelowMaxTokens' : null;
}
