import type { Range } from '../edits/text-edit.js';

/** Where a reference stands among others like it, a list or a map, with what an edit must know to put one more beside it. */
export interface Entry {
  /** The element or property, with its quotes and whatever call or tag is around it. */
  readonly range: Range;
  /** The list or map. Entries with the same one are neighbours. */
  readonly container: Range;
  /**
   * `brackets`: commas between entries · `dashes`: a line for each, as YAML has it · `lines`: the same for keys, also of HCL ·
   * `alternatives`: members of a union type · `alone`: one value where a list may stand.
   */
  readonly form: 'brackets' | 'dashes' | 'lines' | 'alternatives' | 'alone';
  /** What the entry says of its model by name: fields of a row, and the key of a property that is no ID. */
  readonly fields: readonly EntryField[];
  /** Why nothing can be put beside it, in a few words for a report; `null` when something can. */
  readonly obstacle: string | null;
}

export interface EntryField {
  readonly name: string;
  /** Its value, quotes included; of a field that is a `key`, the key. */
  readonly range: Range;
  readonly kind: 'key' | 'text' | 'other';
}
