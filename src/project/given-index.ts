import type { Document } from '../documents/document.js';
import type { GivenModel } from '../documents/facts.js';
import { isTestPath } from '../documents/test-path.js';

/** The models that files of a project give to functions and objects, in the same file or another. */
export interface GivenIndex {
  add(document: Document): void;
  to(inlet: string): readonly GivenModel[];
}

export function createGivenIndex(): GivenIndex {
  const models = new Map<string, GivenModel[]>();
  return { add, to };

  function add({ path, givenModels = [] }: Document) {
    if (isTestPath(path)) return;
    for (const given of givenModels) {
      const known = models.get(given.inlet);
      if (known) known.push(given);
      else models.set(given.inlet, [given]);
    }
  }

  function to(inlet: string) {
    return models.get(inlet) ?? [];
  }
}
