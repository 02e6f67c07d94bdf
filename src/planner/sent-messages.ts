import { printModelId } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { ModelCall, ModelReference } from '../documents/facts.js';
import { isTestPath } from '../documents/test-path.js';
import { lineIndex } from '../edits/line-index.js';
import type { Policy } from '../policy/policy.js';
import type { UnitOf } from '../project/units.js';
import type { ProjectClaim } from '../rules/finding.js';
import { isCalled } from '../rules/models/is-called.js';
import { isNamedIn } from '../rules/request/asked-otherwise.js';
import { requestsOf } from '../rules/request/requests-of.js';
import { takesMessages } from '../rules/request/sends-messages.js';
import { loneCompletion } from '../rules/text-completions/lone-completion.js';
import type { ClaimAnswer } from './settle-repairs.js';

export interface SentMessagesInput {
  /** Every candidate of the run. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly unitOf: UnitOf;
  readonly policy: Policy;
}

export type MessagesClaim = Extract<ProjectClaim, { readonly kind: 'sentMessages' }>;

/** Answers whether every request that an ID is seen to go to, in whichever file of its unit, is one of messages. */
export function createSentMessages({
  documents,
  unitOf,
  policy,
}: SentMessagesInput): (claim: MessagesClaim, path: string) => ClaimAnswer {
  const requests = new Map<string, UnitRequests>();
  return ({ from }, path) => {
    const document = documents.get(path);
    // Programs in any language read what is no script, and not all of them are followed.
    if (document?.format !== 'javascript') return unseen;
    const { lone, calls } = requestsIn(unitOf(path));
    if (lone !== null) return lone;
    const references = document.modelReferences.filter(
      (reference) => isCalled(reference) && printModelId(reference.name) === from,
    );
    if (references.length === 0) return unseen;
    return references.map((reference) => ofReference(reference, document, calls)).find(({ holds }) => !holds) ?? held;
  };

  function requestsIn(unit: string): UnitRequests {
    const known = requests.get(unit);
    if (known) return known;
    const members = [...documents.values()].filter(({ path }) => unitOf(path) === unit);
    const found = {
      lone: members.map((each) => heldByLone(each, policy)).find((answer) => answer !== null) ?? null,
      calls: members.flatMap((caller) => requestsOf(caller).map((call) => ({ caller, call }))),
    };
    requests.set(unit, found);
    return found;
  }
}

interface UnitRequests {
  /** The answer to every claim where some text completion may go to any ID. */
  readonly lone: ClaimAnswer | null;
  readonly calls: readonly Called[];
}

interface Called {
  readonly caller: Document;
  readonly call: ModelCall;
}

const held: ClaimAnswer = { holds: true };
const unseen: ClaimAnswer = {
  holds: false,
  why: 'no call is seen to take it: where its request is a text completion, that must be rewritten with it',
};

function ofReference(reference: ModelReference, document: Document, calls: readonly Called[]): ClaimAnswer {
  const own = calls.filter(({ call: { model } }) => isNamedIn(model, reference, document));
  const other = own.find(({ call }) => !takesMessages(call));
  if (other)
    return {
      holds: false,
      why: `${placeOf(other.caller, other.call.range[0])} sends it what is not seen to be messages: a text completion must be rewritten with it`,
    };
  return own.some(({ caller }) => !isTestPath(caller.path)) ? held : unseen;
}

function heldByLone(document: Document, policy: Policy): ClaimAnswer | null {
  const lone = loneCompletion(document, policy);
  if (lone === null) return null;
  return {
    holds: false,
    why: `${placeOf(document, lone.range[0])} is of a text completion whose model is not known there: it may be this one, and must be rewritten with it`,
  };
}

function placeOf({ path, text }: Document, offset: number) {
  return `${path}:${String(lineIndex(text).lineOf(offset))}`;
}
