/** Half-open offsets into a document's text, in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

/** Whether two ranges share a character. */
export function rangesOverlap(one: Range, other: Range): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

/** Whether a range lies within another, or is the same. */
export function isInside(inner: Range, outer: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Replace the text of `range` by `text`. Insertions have an empty range. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
  /** What it takes out, where neighbours may have to go together with it. */
  readonly removes?: RemovedProperty;
}

/** A property, element or argument that an edit takes out. */
export interface RemovedProperty {
  readonly property: Range;
  /** The literal or call that holds it. */
  readonly container: Range;
  /** Comments on lines of their own stand directly above it: they go with it, or stay above what is left. */
  readonly hasNote: boolean;
}

/** A wish for a name from a module; the planner merges the wishes of a file into one import. */
export interface ImportRequest {
  readonly module: string;
  readonly name: string;
}
