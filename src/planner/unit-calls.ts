import { printModelId } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import type { UnitOf } from '../project/units.js';
import { isCalled } from '../rules/models/is-called.js';
import { isNamedIn } from '../rules/request/asked-otherwise.js';
import { requestsOf } from '../rules/request/requests-of.js';

/** A call, and the file that it stands in. */
export interface Called {
  readonly caller: Document;
  readonly call: ModelCall;
}

/** For each place where a file names an ID, the calls of its unit that take it from there. */
export type CallsOf = (from: string, document: Document) => readonly (readonly Called[])[];

/** @param documents every candidate of the run */
export function createUnitCalls(documents: ReadonlyMap<string, Document>, unitOf: UnitOf): CallsOf {
  const units = new Map<string, readonly Called[]>();
  return (from, document) => {
    const references = document.modelReferences.filter(
      (reference) => isCalled(reference) && printModelId(reference.name) === from,
    );
    const calls = references.length > 0 ? callsIn(unitOf(document.path)) : [];
    return references.map((reference) => calls.filter(({ call: { model } }) => isNamedIn(model, reference, document)));
  };

  function callsIn(unit: string): readonly Called[] {
    const known = units.get(unit);
    if (known) return known;
    const found = [...documents.values()]
      .filter(({ path }) => unitOf(path) === unit)
      .flatMap((caller) => requestsOf(caller).map((call) => ({ caller, call })));
    units.set(unit, found);
    return found;
  }
}
