import type { Document } from '../documents/document.js';
import { heldByArns } from '../documents/held-by-arns.js';
import { withFacts } from '../documents/with-facts.js';
import type { ProjectIndex } from './project-index.js';
import { withSettings } from './with-settings.js';

/**
 * The document with what its project proves of it: a region set in one file holds for the calls in another, a model that is set for the calls that
 * read the setting, and what an ID is used for in another file for the place that names it.
 */
export function inProject(document: Document, index: ProjectIndex): Document {
  const { path, modelReferences } = document;
  return withFacts(document, {
    regions: index.regions(path),
    modelCalls: withSettings(document, (name) => index.setting(name, path)),
    modelReferences: heldByArns(modelReferences, path, index.arnsOf(path)),
  });
}
