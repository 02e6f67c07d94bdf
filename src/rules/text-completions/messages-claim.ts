import { printModelId } from '../../catalog/model-id.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { ModelReference } from '../../documents/facts.js';
import type { ProjectClaim } from '../finding.js';
import { takesTextCompletions } from '../models/obstacle-to.js';

/** An ID whose calls are in other files moves by itself only where they send it messages. */
export function messagesClaim(reference: ModelReference, model: CatalogModel): readonly ProjectClaim[] {
  if (reference.surface !== null || !takesTextCompletions(reference, model)) return [];
  return [{ kind: 'sentMessages', from: printModelId(reference.name) }];
}
