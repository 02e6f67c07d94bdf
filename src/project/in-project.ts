import type { Document } from '../documents/document.js';
import type { ProjectIndex } from './project-index.js';

/** The document with what its project proves of it: a region set in one file holds for the calls in another. */
export function inProject(document: Document, index: ProjectIndex): Document {
  const regions = index.regions(document.path);
  // Facts are computed on first use: delegating keeps them so, and computed once. `Object.create` is typed `any`.
  return Object.create(document, { regions: { value: regions, enumerable: true } }) as Document;
}
