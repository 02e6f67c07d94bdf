import type { Document } from '../../../src/documents/document.js';
import type { Level, Position } from '../../../src/documents/facts.js';
import { createDataDocument } from '../../../src/documents/data/create-data-document.js';
import { formatOf } from '../../../src/documents/format-of.js';
import { createTextDocument } from '../../../src/documents/text/create-text-document.js';

export interface PlaceFact {
  readonly id: string;
  readonly position: Position;
  readonly level: Level;
  readonly fixed: string | null;
}

export function documentOf(path: string, text: string): Document {
  const input = { path, text, files: null };
  return /^(?:json|yaml|toml)$/.test(formatOf(path)) ? createDataDocument(input) : createTextDocument(input);
}

/** What the document says about each reference, with the text its range covers. */
export function placesIn(path: string, text: string): PlaceFact[] {
  return documentOf(path, text).modelReferences.map(({ range, position, level, fixed }) => ({
    id: text.slice(...range),
    position,
    level,
    fixed,
  }));
}

/** `position` and, where it has one, the reason against an edit. */
export function positionsIn(path: string, text: string): string[] {
  return placesIn(path, text).map(({ position, fixed }) => (fixed === null ? position : `${position}: ${fixed}`));
}
