/** Something that a request asks for beside the ID of its model, where no known call is seen to send the two. */
export type BesideSetting =
  | { readonly name: 'temperature' | 'topP' | 'topK'; readonly number: number | null }
  | { readonly name: 'thinking'; readonly type: string }
  /** The conversation ends with a turn of the assistant. */
  | { readonly name: 'prefill' }
  | { readonly name: 'forcedToolChoice' };

/** A value as it is written, whichever language it is written in; `null` for one that is only known at run time. */
export type WrittenValue = string | number | null | readonly WrittenValue[] | WrittenMap;

export interface WrittenMap {
  readonly entries: ReadonlyMap<string, WrittenValue>;
}

/** Maps around an ID hold what belongs to its request under names like these. */
const parts = /body|inference|param|setting|config|option|additional|kwargs|^args$|text/;
/** A body of a request lies at most this deep in what names the model. */
const deepest = 3;

/**
 * What the map that names a model asks for, and the maps inside it that are parts of a request.
 *
 * @param isBodyOnly only the body of a request for Claude counts, which says so itself
 */
export function settingsBeside(map: WrittenMap, isBodyOnly = false): readonly BesideSetting[] {
  return [...mapsIn(map, deepest)].flatMap((body) => (isBodyOnly && !isForClaude(body) ? [] : settingsIn(body)));
}

function* mapsIn(map: WrittenMap, depth: number): Iterable<WrittenMap> {
  yield map;
  if (depth === 0) return;
  for (const [key, value] of map.entries)
    if (isWrittenMap(value) && (parts.test(key) || isForClaude(value))) yield* mapsIn(value, depth - 1);
}

function isForClaude({ entries }: WrittenMap) {
  const version = entries.get('anthropicversion');
  return typeof version === 'string' && version.startsWith('bedrock-');
}

function settingsIn({ entries }: WrittenMap): readonly BesideSetting[] {
  const found: BesideSetting[] = [];
  for (const [key, name] of [
    ['temperature', 'temperature'],
    ['topp', 'topP'],
    ['topk', 'topK'],
  ] as const) {
    const value = entries.get(key);
    if (value !== undefined && !isWrittenMap(value)) found.push({ name, number: numberOf(value) });
  }
  const thinking = entries.get('thinking') ?? entries.get('reasoningconfig');
  const type = isWrittenMap(thinking) ? thinking.entries.get('type') : undefined;
  if (typeof type === 'string') found.push({ name: 'thinking', type });
  if (isForced(entries.get('toolchoice'))) found.push({ name: 'forcedToolChoice' });
  const messages = entries.get('messages');
  const last = isList(messages) ? messages.at(-1) : undefined;
  if (isWrittenMap(last) && last.entries.get('role') === 'assistant') found.push({ name: 'prefill' });
  return found;
}

function isForced(choice: WrittenValue | undefined) {
  if (!isWrittenMap(choice)) return false;
  const type = choice.entries.get('type');
  return type === 'any' || type === 'tool' || choice.entries.has('any') || choice.entries.has('tool');
}

function numberOf(value: WrittenValue) {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && !Number.isNaN(number) ? number : null;
}

function isList(value: WrittenValue | undefined): value is readonly WrittenValue[] {
  return Array.isArray(value);
}

/** Whether a value is a map. */
export function isWrittenMap(value: WrittenValue | undefined): value is WrittenMap {
  return typeof value === 'object' && value !== null && 'entries' in value && value.entries instanceof Map;
}

/** The name of an entry without what spellings differ in: `top_p`, `topP`, `TOP_P`, `top_p.$`. */
export function entryName(key: string): string {
  return key.replace(/\.\$$/, '').replaceAll(/[_-]/g, '').toLowerCase();
}
