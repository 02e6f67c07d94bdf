import type { ModelCall, Range } from '../../documents/facts.js';
import type { GateGuard } from '../../documents/gate-guard.js';
import type { PromptBlock } from '../../documents/prompt.js';
import type { RequestField, RequestSetting } from '../../documents/request.js';
import { strictTools } from '../structured-output/strict-tools.js';
import { writtenThinking } from '../thinking/written-thinking.js';
import { forcedChoices } from '../tool-choice/forced-choice.js';
import type { ModelTrait } from './model-trait.js';

/** The one thing that a gate asks of a model, or why it can't be told. */
export type GuardedTrait =
  { readonly trait: ModelTrait; readonly obstacle?: never } | { readonly trait?: never; readonly obstacle: string };

/** What a model must be able to do for the parts of requests that a gate lets in. */
export function guardedTrait(guard: GateGuard, path: string, calls: readonly ModelCall[]): GuardedTrait {
  const traits = new Set<ModelTrait | null>();
  for (const { range, calls: asked } of guard.governs) {
    const users = calls.flatMap((call) => {
      const found = traitsAt(call, { path, range });
      return found ? [{ call, found }] : [];
    });
    if (users.length === 0) return { obstacle: 'what it decides about is not seen to be a setting of a request' };
    for (const { call, found } of users) {
      if (!asked.some((each) => each[0] === call.range[0] && each[1] === call.range[1]))
        return { obstacle: 'the ID that it asks about may be another one than the request goes to' };
      for (const trait of found) traits.add(trait);
    }
  }
  if (traits.has(null)) return { obstacle: 'not all of what it sets is a matter of what a model can do' };
  const [first, second, third] = [...traits];
  if (first && second === undefined) return { trait: first };
  const isPair = third === undefined && traits.has('temperature') && traits.has('topP');
  return isPair
    ? { trait: 'temperatureWithTopP' }
    : { obstacle: 'what it sets needs more than one ability of a model' };
}

interface Part {
  readonly path: string;
  readonly range: Range;
}

/** The traits that a part of a request asks for, `null` among them where some of it asks for none; nothing where it is no part of this request. */
function traitsAt(call: ModelCall, part: Part): readonly (ModelTrait | null)[] | null {
  const { traits, fields, blocks } = readCall(call);
  const found = fields.get(placeKey(part));
  if (found) return found.flatMap((field) => traitsOf(field, part.path, traits));
  const within = blocks.filter(({ place }) => isWithin(place, part));
  return within.length === 0 ? null : [pointTrait(within)];
}

interface ReadCall {
  readonly traits: ReadonlyMap<string, ModelTrait>;
  readonly fields: ReadonlyMap<string, readonly RequestField[]>;
  readonly blocks: readonly PromptBlock[];
}

const known = new WeakMap<ModelCall, ReadCall>();

/** A file may have many gates, each of which looks for its call. */
function readCall(call: ModelCall): ReadCall {
  const memo = known.get(call);
  if (memo) return memo;
  const fields = new Map<string, RequestField[]>();
  for (const field of fieldsOf(call)) {
    const key = placeKey(field.property);
    fields.set(key, [...(fields.get(key) ?? []), field]);
  }
  const traits = new Map([...settingTraits(call)].map(([field, trait]) => [placeKey(field.property), trait]));
  const read = { traits, fields, blocks: blocksOf(call) };
  known.set(call, read);
  return read;
}

function placeKey({ path, range }: Part) {
  return `${range.join(' ')} ${path}`;
}

/** Of a setting its own; of an object around settings, those of all that it holds. */
function traitsOf(
  field: RequestField,
  path: string,
  traits: ReadonlyMap<string, ModelTrait>,
): readonly (ModelTrait | null)[] {
  const own = field.property.path === path ? traits.get(placeKey(field.property)) : undefined;
  if (own !== undefined) return [own];
  if (!field.object?.isComplete) return [null];
  return field.object.fields.flatMap((inner) => traitsOf(inner, path, traits));
}

/** The settings of a call that not every model takes. */
function* settingTraits(call: ModelCall): Iterable<readonly [RequestField, ModelTrait]> {
  for (const { field, types, isWhole } of writtenThinking(call)) {
    if (!isWhole || types.length !== 1) continue;
    if (types[0] === 'enabled') yield [field, 'budgetThinking'];
    if (types[0] === 'adaptive') yield [field, 'adaptiveThinking'];
  }
  for (const { field } of forcedChoices(call)) yield [field, 'forcedToolChoice'];
  for (const field of strictTools(call)) yield [field, 'strictTools'];
  for (const setting of sameName) for (const field of call.request?.settings[setting] ?? []) yield [field, setting];
  for (const field of call.request?.settings.outputFormat ?? []) yield [field, 'structuredOutputs'];
}

/** Settings that the runtime knows by the same name. */
const sameName = ['temperature', 'topP', 'topK', 'effort'] as const satisfies readonly (RequestSetting & ModelTrait)[];

/** Every setting, and every object that holds some. */
function fieldsOf({ request }: ModelCall): readonly RequestField[] {
  const settings = Object.values(request?.settings ?? {}).flat();
  return [...new Set([...settings, ...(request?.root?.fields ?? [])])];
}

function blocksOf({ prompt }: ModelCall): readonly PromptBlock[] {
  return [prompt?.tools, prompt?.system, prompt?.messages].flatMap((section) => section?.blocks ?? []);
}

function pointTrait(blocks: readonly PromptBlock[]): ModelTrait | null {
  const ttls = blocks.flatMap((block) => (block.kind === 'point' ? [block.ttl] : []));
  if (ttls.length < blocks.length || ttls.includes('unknown')) return null;
  return ttls.includes('1h') ? 'hourCaching' : 'caching';
}

function isWithin(place: Part, part: Part) {
  return place.path === part.path && part.range[0] <= place.range[0] && place.range[1] <= part.range[1];
}
