import { isAmong, type ModelRange } from './request-words.js';
import type { CatalogModel, Provenance } from './schema.js';

/** How models write the inputs of tools differently from the ones before. */
const habits = {
  /** Line breaks at the end of a text are kept, where older models wrote none. */
  lineBreaks: { models: [{ from: '4.5' }], sources: ['claude-migration'], checkedOn: '2026-11-20' },
  /** Other characters are escaped in the JSON, which parses to the same. */
  escapes: { models: [{ from: '4.6' }], sources: ['claude-migration'], checkedOn: '2026-11-20' },
} as const satisfies Readonly<Record<string, Provenance & { readonly models: readonly ModelRange[] }>>;

/** Whether a text in the input of a tool may end in line breaks. */
export function keepsLineBreaks(model: CatalogModel): boolean {
  return isAmong(model, habits.lineBreaks.models);
}

/** Whether the JSON of an input is escaped in other ways than older models do. */
export function escapesOtherwise(model: CatalogModel): boolean {
  return isAmong(model, habits.escapes.models);
}
