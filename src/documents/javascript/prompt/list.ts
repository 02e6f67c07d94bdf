import type { Spot } from './spot.js';

/** An element of a list as written, or any number of elements that only the running program knows. */
export interface Element {
  readonly spot: Spot;
  readonly count: 'one' | 'many';
  /** Made by a callback for each element of another list: it has no place of its own. */
  readonly isMade?: true;
}

export interface List {
  /** Where the list is written. */
  readonly definition: Spot;
  readonly elements: readonly Element[];
}
