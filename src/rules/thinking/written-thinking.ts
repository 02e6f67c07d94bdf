import type { ModelCall } from '../../documents/facts.js';
import type { RequestField, RequestObject } from '../../documents/request.js';
import { textsOf } from '../../documents/static-value.js';

/** A thinking setting as it is written in a request. */
export interface WrittenThinking {
  readonly field: RequestField;
  readonly object: RequestObject;
  /** `wire`: as Bedrock takes it · `bedrock`, `anthropic`: as a provider of the AI SDK takes it, and words it anew. */
  readonly form: 'wire' | 'bedrock' | 'anthropic';
  readonly type: RequestField | null;
  /** The types it may have; empty where nothing says. A budget says `enabled`. */
  readonly types: readonly string[];
  /** What holds the budget, by whatever name. */
  readonly budget: RequestField | null;
  /** `enabled: true`, which no API knows. */
  readonly flag: RequestField | null;
  /** An effort that Bedrock would refuse here. */
  readonly effort: RequestField | null;
  /** Every property is known and set once. */
  readonly isWhole: boolean;
  /** So it is, and its type is set on every call. */
  readonly isPlain: boolean;
}

const budgetNames = new Set(['budget_tokens', 'budgetTokens', 'budget', 'max_tokens', 'maxTokens']);

/** The thinking settings of a call that are written out. */
export function writtenThinking({ request }: ModelCall): readonly WrittenThinking[] {
  return (request?.settings.thinking ?? []).flatMap((field) => (field.object ? read(field, field.object) : []));
}

/** What a budget is called in this place. */
export function budgetName({ form }: Pick<WrittenThinking, 'form'>): string {
  return form === 'wire' ? 'budget_tokens' : 'budgetTokens';
}

function read(field: RequestField, object: RequestObject): WrittenThinking {
  const named = (name: string) => object.fields.find(({ path }) => path.at(-1) === name) ?? null;
  const form = formOf(field.path);
  const type = named('type');
  const budget = object.fields.find(({ path }) => budgetNames.has(path.at(-1) ?? '')) ?? null;
  const flag = named('enabled');
  const names = new Set(object.fields.map(({ path }) => path.at(-1)));
  const isWhole = object.isComplete && names.size === object.fields.length;
  return {
    field,
    object,
    form,
    type,
    types: typesOf(type, flag, budget),
    budget,
    flag,
    effort: form === 'wire' ? named('effort') : null,
    isWhole,
    isPlain: isWhole && (type ?? flag)?.isCertain !== false,
  };
}

function formOf(path: readonly string[]) {
  if (path[0] !== 'providerOptions' || path.includes('additionalModelRequestFields')) return 'wire';
  return path.at(-1) === 'thinking' ? 'anthropic' : 'bedrock';
}

function typesOf(type: RequestField | null, flag: RequestField | null, budget: RequestField | null) {
  if (type) {
    const known = textsOf(type.value).map(({ text }) => text);
    return known.length > 0 || !budget ? known : ['enabled'];
  }
  if (flag) return flag.value.kind === 'boolean' ? [flag.value.boolean ? 'enabled' : 'disabled'] : ['enabled'];
  return budget ? ['enabled'] : [];
}
