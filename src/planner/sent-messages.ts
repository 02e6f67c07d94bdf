import { printModelId } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { ModelCall, ModelReference } from '../documents/facts.js';
import { isTestPath } from '../documents/test-path.js';
import { lineIndex } from '../edits/line-index.js';
import type { Policy } from '../policy/policy.js';
import type { UnitOf } from '../project/units.js';
import type { ProjectClaim } from '../rules/finding.js';
import { isCalled } from '../rules/is-called.js';
import { isNamedIn } from '../rules/request/asked-otherwise.js';
import { namedModels } from '../rules/request/named-models.js';
import { requestsOf } from '../rules/request/requests-of.js';
import { takesMessages } from '../rules/request/sends-messages.js';
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
  const known = new Map<string, ClaimAnswer>();
  return (claim, path) => {
    const key = `${path}\0${claim.from}`;
    const answer = known.get(key) ?? answerFor(claim, path);
    known.set(key, answer);
    return answer;
  };

  function answerFor({ from }: MessagesClaim, path: string): ClaimAnswer {
    const document = documents.get(path);
    // Programs in any language read what is no script, and not all of them are followed.
    if (document?.format !== 'javascript') return unseen;
    const unit = [...documents.values()].filter((each) => unitOf(each.path) === unitOf(path));
    const why = unit.map((each) => loneCompletion(each, policy)).find((each) => each !== null);
    if (why != null) return { holds: false, why };
    const references = document.modelReferences.filter(
      (reference) => isCalled(reference) && printModelId(reference.name) === from,
    );
    if (references.length === 0) return unseen;
    const calls = unit.flatMap((caller) => requestsOf(caller).map((call) => ({ caller, call })));
    return references.map((reference) => ofReference(reference, document, calls)).find(({ holds }) => !holds) ?? held;
  }
}

const held: ClaimAnswer = { holds: true };
const unseen: ClaimAnswer = {
  holds: false,
  why: 'no call is seen to take it: where its request is a text completion, that must be rewritten with it',
};

interface Called {
  readonly caller: Document;
  readonly call: ModelCall;
}

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

/** A text completion that may go to any ID, as nobody says to which. */
function loneCompletion(document: Document, policy: Policy) {
  if (isTestPath(document.path)) return null;
  const isOfUnknown = ({ model }: ModelCall) => namedModels(model, policy).includes(null);
  const lone = document.textCompletions.find((each) => {
    switch (each.kind) {
      case 'request':
        return isOfUnknown(each.call);
      case 'body':
        return true;
      case 'prompt':
        return each.calls.length === 0 || each.calls.some(isOfUnknown);
      case 'answer':
        // Other APIs have answers with a `completion` as well.
        return each.calls.some(isOfUnknown);
    }
  });
  return lone
    ? `${placeOf(document, lone.range[0])} is of a text completion whose model is not known there: it may be this one, and must be rewritten with it`
    : null;
}

function placeOf({ path, text }: Document, offset: number) {
  return `${path}:${String(lineIndex(text).lineOf(offset))}`;
}
