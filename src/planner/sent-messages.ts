import type { Document } from '../documents/document.js';
import { isTestPath } from '../documents/test-path.js';
import { lineIndex } from '../edits/line-index.js';
import type { Policy } from '../policy/policy.js';
import type { UnitOf } from '../project/units.js';
import type { ProjectClaim } from '../rules/finding.js';
import { takesMessages } from '../rules/request/sends-messages.js';
import { loneCompletion } from '../rules/text-completions/lone-completion.js';
import type { ClaimAnswer } from './settle-repairs.js';
import type { Called, CallsOf } from './unit-calls.js';

export interface SentMessagesInput {
  /** Every candidate of the run. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly callsOf: CallsOf;
  readonly unitOf: UnitOf;
  readonly policy: Policy;
}

export type MessagesClaim = Extract<ProjectClaim, { readonly kind: 'sentMessages' }>;

/** Answers whether every request that an ID is seen to go to, in whichever file of its unit, is one of messages. */
export function createSentMessages({
  documents,
  callsOf,
  unitOf,
  policy,
}: SentMessagesInput): (claim: MessagesClaim, path: string) => ClaimAnswer {
  const lone = new Map<string, ClaimAnswer | null>();
  return ({ from }, path) => {
    const document = documents.get(path);
    // Programs in any language read what is no script, and not all of them are followed.
    if (document?.format !== 'javascript') return unseen;
    const byLone = loneIn(unitOf(path));
    if (byLone !== null) return byLone;
    const places = callsOf(from, document);
    return places.length === 0 ? unseen : (places.map(ofPlace).find(({ holds }) => !holds) ?? held);
  };

  /** The answer to every claim of a unit where some text completion may go to any ID. */
  function loneIn(unit: string): ClaimAnswer | null {
    const known = lone.get(unit);
    if (known !== undefined) return known;
    const found =
      [...documents.values()]
        .filter((each) => unitOf(each.path) === unit)
        .map((each) => heldByLone(each, policy))
        .find((answer) => answer !== null) ?? null;
    lone.set(unit, found);
    return found;
  }
}

const held: ClaimAnswer = { holds: true };
const unseen: ClaimAnswer = {
  holds: false,
  why: 'no call is seen to take it: where its request is a text completion, that must be rewritten with it',
};

function ofPlace(calls: readonly Called[]): ClaimAnswer {
  const other = calls.find(({ call }) => !takesMessages(call));
  if (other)
    return {
      holds: false,
      why: `${placeOf(other.caller, other.call.range[0])} sends it what is not seen to be messages: a text completion must be rewritten with it`,
    };
  return calls.some(({ caller }) => !isTestPath(caller.path)) ? held : unseen;
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
