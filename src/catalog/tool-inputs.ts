import type { ModelRange } from './request-words.js';
import { isAmong } from './request-words.js';
import type { CatalogModel, Provenance } from './schema.js';
import { habits } from './tool-inputs.generated.js';

/** How models write the inputs of tools differently from the ones before. */
export interface ToolInputHabits {
  /** Line breaks at the end of a text are kept. */
  readonly lineBreaks: ToolInputHabit;
  /** Other characters are escaped in the JSON. */
  readonly escapes: ToolInputHabit;
}

export interface ToolInputHabit extends Provenance {
  readonly models: readonly ModelRange[];
}

/** Whether a text in the input of a tool may end in line breaks. */
export function keepsLineBreaks(model: CatalogModel): boolean {
  return isAmong(model, habits.lineBreaks.models);
}

/** Whether the JSON of an input is escaped in other ways than older models do. */
export function escapesOtherwise(model: CatalogModel): boolean {
  return isAmong(model, habits.escapes.models);
}
