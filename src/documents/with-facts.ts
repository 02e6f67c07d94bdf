import type { Document } from './document.js';

/** The document with other facts in the place of its own; the rest are computed on first use, once, as before. */
export function withFacts(document: Document, facts: Partial<Document>): Document {
  // Delegating keeps them so. `Object.create` is typed `any`.
  return Object.create(
    document,
    Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value, enumerable: true }])),
  ) as Document;
}
