import type { ModelCall } from '../../documents/facts.js';
import { suggestionWords } from './suggestion-words.js';

const actions: ReadonlySet<string> = new Set(suggestionWords.actions);

/** The names of the tools of a request that change something, going by their words: `edit_file`, `updateOrder`. */
export function actingTools({ request }: ModelCall): readonly string[] {
  const names = (request?.settings.tools ?? []).flatMap(({ elements, object }) =>
    elements ? elements.flatMap((element) => nameOf(element.object?.fields ?? []) ?? []) : keysOf(object?.fields ?? []),
  );
  return names.filter((name) => wordsOf(name).some((word) => actions.has(word)));
}

type Fields = NonNullable<NonNullable<ModelCall['request']>['settings']['tools']>;

function nameOf(fields: Fields): string | null {
  for (const { path, value, object } of fields) {
    const last = path.at(-1);
    if (last === 'name' && value.kind === 'text') return value.text;
    if (last === 'toolSpec' && object) return nameOf(object.fields);
  }
  return null;
}

/** The AI SDK's tools go by their keys. */
function keysOf(fields: Fields): readonly string[] {
  return fields.flatMap(({ path }) => path.at(-1) ?? []);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}
