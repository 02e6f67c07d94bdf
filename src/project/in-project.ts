import { besideOtherModels } from '../documents/beside-other-models.js';
import type { Document } from '../documents/document.js';
import { heldByArns } from '../documents/held-by-arns.js';
import type { ModelCall } from '../documents/facts.js';
import { withFacts } from '../documents/with-facts.js';
import { withGiven } from '../documents/with-given.js';
import type { ProjectIndex } from './project-index.js';
import { withSettings } from './with-settings.js';

/**
 * The document with what its project proves of it: a region set in one file holds for the calls in another, a model that is set for the calls that
 * read the setting or are given it, and what an ID is used for in another file for the place that names it.
 */
export function inProject(document: Document, index: ProjectIndex): Document {
  const { path, modelReferences } = document;
  const modelCalls = joined(document, index);
  const isAsRead = modelCalls === document.modelCalls;
  const references = isAsRead ? modelReferences : besideOtherModels(modelReferences, modelCalls, path);
  return withFacts(document, {
    regions: index.regions(path),
    modelCalls,
    modelReferences: heldByArns(references, path, index.arnsOf(path)),
  });
}

/** A text completion keeps to what the code says: an ID elsewhere can't be moved together with its request and its answer. */
function joined({ path, modelCalls, textCompletions }: Document, index: ProjectIndex): readonly ModelCall[] {
  const apart = new Set(
    textCompletions.flatMap((each) => (each.kind === 'request' ? [each.call] : 'calls' in each ? each.calls : [])),
  );
  const set = withSettings(modelCalls, (name) => index.setting(name, path));
  const given = withGiven(set, (inlet) => index.given(inlet));
  const found = given.map((call, at) => {
    const own = modelCalls[at];
    return own && apart.has(own) ? own : call;
  });
  return found.some((call, at) => call !== modelCalls[at]) ? found : modelCalls;
}
