import type { ImportRequest, Range, TextEdit } from '../edits/text-edit.js';
import type { Document } from '../documents/document.js';
import type { Level, Position } from '../documents/facts.js';
import type { Place } from '../documents/prompt.js';
import type { RequestSetting } from '../documents/request.js';
import type { Policy } from '../policy/policy.js';

export type Data = Readonly<Record<string, string>>;

export interface Location {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** A question that only a whole project can answer; unanswered, the repair is `review`. */
export type ProjectClaim =
  /** No table, list, comparison or type of the project names `from`, or `to` stands there too. */
  | { readonly kind: 'notLookedUp'; readonly from: string; readonly to: string }
  /** No gate of the project tells `from` and `to` apart. */
  | { readonly kind: 'noGuard'; readonly from: string; readonly to: string }
  /** No code of the project puts a geography, or the ARN of a foundation model, before an ID it is given. */
  | { readonly kind: 'notComposed'; readonly from: string; readonly to: string }
  /** No request of the project whose model only the running program knows is one that `from` takes and `to` refuses. */
  | { readonly kind: 'notRefused'; readonly from: string; readonly to: string }
  /** Calls of the project are seen to take `from`, and each of them sends it messages rather than a text completion. */
  | { readonly kind: 'sentMessages'; readonly from: string }
  /** Calls of the project are seen to take `from` and to send each of these settings, which are judged there; `why` is what to say where none is. */
  | {
      readonly kind: 'sentAlong';
      readonly from: string;
      readonly settings: readonly RequestSetting[];
      readonly why: string;
    }
  /** The project names none of these models, by their base IDs. */
  | { readonly kind: 'notNamed'; readonly models: readonly string[] };

export interface Repair<R extends string = string> {
  readonly id: R;
  readonly data?: Data;
  readonly safety: 'safe' | 'review';
  readonly needs?: readonly ProjectClaim[];
  readonly edits: readonly TextEdit[];
  readonly imports?: readonly ImportRequest[];
  /** The test of a model ID that it replaces. IDs that the old test holds back may move together with it. */
  readonly gate?: RepairedGate;
}

/** A test of a model ID as it is after its repair. */
export interface RepairedGate {
  /** The old test. */
  readonly range: Range;
  /** Base IDs of the models for which the new test holds. */
  readonly holdsFor: readonly string[];
}

/** One defect, with the repairs that mend it, best first. Words live in the rule's `meta`. */
export interface Finding<M extends string = string, R extends string = string> {
  readonly messageId: M;
  readonly data?: Data;
  readonly range: Range;
  readonly level: Level;
  readonly position?: Position;
  readonly related?: readonly Location[];
  readonly repairs: readonly Repair<R>[];
  /** Why there is no repair, for reports. */
  readonly unrepaired?: string;
  /** What is found is a request that a model refuses. */
  readonly refusal?: RequestRefusal;
}

/**
 * A request that a model refuses: as it is written (`now`), or once the ID it names is moved (`moved`). An ID and what its
 * model asks of the request go together: a file is left alone rather than moved to a model that refuses more than the old one did.
 */
export interface RequestRefusal {
  readonly when: 'now' | 'moved';
  /** Where the ID stands; `null` where nobody knows. */
  readonly model: Place | null;
  /** Further IDs that the same code may send, and whose models refuse it too. */
  readonly also?: readonly { readonly when: 'now' | 'moved'; readonly model: Place }[];
  /** Every call sends it, though maybe with a value that the model lets through. */
  readonly isSent?: true;
  /** Every model that refuses it now is to be moved, and what takes over takes it. */
  readonly untilMoved?: true;
  /** Another model that the same code may call, and that takes the request: what one refuses is not to be taken from the other. */
  readonly takenBy?: string;
  /** Whether it is refused depends on what is not known: no reason to complain of it, but one not to move to such a model. */
  readonly isDoubted?: true;
}

export interface DetectContext<Options> {
  readonly policy: Policy;
  readonly options: Options;
}

export type Detect<M extends string, R extends string, Options> = (
  document: Document,
  context: DetectContext<Options>,
) => Iterable<Finding<M, R>>;
