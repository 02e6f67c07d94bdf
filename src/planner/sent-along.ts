import type { Document } from '../documents/document.js';
import { isTestPath } from '../documents/test-path.js';
import type { ProjectClaim } from '../rules/finding.js';
import { areSent } from '../rules/request/refused-beside.js';
import type { ClaimAnswer } from './settle-repairs.js';
import type { CallsOf } from './unit-calls.js';

export interface SentAlongInput {
  /** Every candidate of the run. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly callsOf: CallsOf;
}

export type AlongClaim = Extract<ProjectClaim, { readonly kind: 'sentAlong' }>;

/** Answers whether calls are seen, in whichever file of a unit, that send what stands beside an ID together with it. */
export function createSentAlong({
  documents,
  callsOf,
}: SentAlongInput): (claim: AlongClaim, path: string) => ClaimAnswer {
  return ({ from, settings, why }, path) => {
    const document = documents.get(path);
    const places = document ? callsOf(from, document) : [];
    const found = places.map((calls) => {
      const seen = calls.flatMap(({ caller, call }) => (isTestPath(caller.path) ? [] : call));
      return seen.length > 0 && areSent(settings, seen);
    });
    return found.length > 0 && found.every(Boolean) ? { holds: true } : { holds: false, why };
  };
}
