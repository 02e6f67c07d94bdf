import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';

/** A setting that has the model call a tool, whatever it is asked. */
export interface ForcedChoice {
  readonly field: RequestField;
  /**
   * How it is written. `typed`: `{ type: 'tool', name }` · `keyed`: `{ tool: { name } }` · `word`: `'required'` or a tool's name ·
   * `method`: LangChain's `withStructuredOutput` · `output`: structured output of the AI SDK.
   */
  readonly form: 'typed' | 'keyed' | 'word' | 'method' | 'output';
  /** The property that holds `'tool'` or `'any'`; `null` unless `typed`. */
  readonly type: RequestField | null;
  /** The tool that is to be called, where it is one and its name is known; `unknown` where only the running program knows it. */
  readonly tool: { readonly name: string | null; readonly field: RequestField | null } | null;
}

/** The forced tool choices that a request may have. */
export function forcedChoices({ request, dialect }: ModelCall): readonly ForcedChoice[] {
  return (request?.settings.toolChoice ?? []).flatMap((field) => forcedBy(field, dialect) ?? []);
}

function forcedBy(field: RequestField, dialect: ModelCall['dialect']): ForcedChoice | null {
  const { object, value, path } = field;
  const shared = { field, type: null };
  if (path.at(-1) === 'withStructuredOutput') return { ...shared, form: 'method', tool: null };
  if (outputs.has(path.at(-1) ?? '')) return { ...shared, form: 'output', tool: null };
  if (object) return forcedByObject(field, object.fields);
  if (value.kind !== 'text') return null;
  if (dialect === 'aiSdk') return value.text === 'required' ? { ...shared, form: 'word', tool: null } : null;
  if (dialect !== 'langChain' || /^(?:auto|none)?$/.test(value.text)) return null;
  return { ...shared, form: 'word', tool: value.text === 'any' ? null : { name: value.text, field: null } };
}

/** What the AI SDK is asked for structured output with. */
const outputs = new Set(['generateObject', 'output']);

function forcedByObject(field: RequestField, fields: readonly RequestField[]): ForcedChoice | null {
  const named = (name: string) => fields.find(({ path }) => path.at(-1) === name) ?? null;
  const type = named('type');
  if (type) {
    if (type.value.kind !== 'text') return null;
    const { text } = type.value;
    if (text === 'any') return { field, form: 'typed', type, tool: null };
    return text === 'tool' ? { field, form: 'typed', type, tool: toolOf(named('name') ?? named('toolName')) } : null;
  }
  const tool = named('tool');
  if (tool) {
    const name = tool.object?.fields.find(({ path }) => path.at(-1) === 'name') ?? null;
    return { field, form: 'keyed', type: null, tool: toolOf(name) };
  }
  return named('any') ? { field, form: 'keyed', type: null, tool: null } : null;
}

function toolOf(field: RequestField | null): NonNullable<ForcedChoice['tool']> {
  return { name: field?.value.kind === 'text' ? field.value.text : null, field };
}
