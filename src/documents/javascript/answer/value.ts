import type { VocabularyName } from '../../../catalog/stop-reasons.js';
import type { Surface } from '../../facts.js';
import type { Dialect } from '../../prompt.js';
import type { Node } from '../syntax/syntax-tree.js';

/**
 * What a value is, seen from the answer of a model.
 *
 * - `command`: an AWS SDK command not yet sent. `model`: a LangChain model. `messageStream`: what `messages.stream()` gives.
 * - `answer`: an answer in the words of its dialect. `http`: an answer whose body is `bytes`, which decode to `json`, which parses to `answer`.
 * - `streaming`: an answer that holds a `stream` of `event`s; of `chunk`s that decode to events for InvokeModelWithResponseStream.
 * - `messageStop`, `delta`: the parts of an event that have a reason. `metadata`: LangChain's and the stream's.
 * - `content`, `block`, `text`, `tool`, `message`, `output`: what the model wrote. `usage`: what it cost. `reason`: why it stopped.
 */
export type Kind =
  | 'command'
  | 'model'
  | 'messageStream'
  | 'answer'
  | 'http'
  | 'bytes'
  | 'json'
  | 'streaming'
  | 'stream'
  | 'event'
  | 'chunk'
  | 'chunkBytes'
  | 'eventBytes'
  | 'eventJson'
  | 'messageStart'
  | 'messageStop'
  | 'delta'
  | 'metadata'
  | 'output'
  | 'message'
  | 'content'
  | 'block'
  | 'text'
  | 'tool'
  | 'usage'
  | 'cacheUsage'
  | 'reason';

/** Where an answer comes from: a call, a value with a type of an SDK, or a value that is used as only an answer can be. */
export interface Origin {
  readonly dialect: Dialect;
  readonly surface: Surface;
  /** The words of the installed version, where these differ from the dialect's. */
  readonly vocabulary?: VocabularyName;
  readonly node: Node;
  readonly basis: 'call' | 'type' | 'shape';
  /** The model may be any provider's, and providers word their answers as they like. */
  readonly isUnproven?: boolean;
  /** A model of another provider answers. */
  readonly isForeign: boolean;
}

/** A value on its way through the code. */
export interface Value {
  readonly kind: Kind;
  /** Properties to read before the value itself is there: `['response']` for `{ response: value }`. */
  readonly within: readonly string[];
  /** Part of an event: another event may not have it. */
  readonly isEvent: boolean;
  /** Something else may stand in its place: what a race gives, or a promise that may have been rejected. */
  readonly isUncertain?: true;
  /** The loop, or the listener, that hands out the events the value comes from. */
  readonly loop: Node | null;
}

/**
 * What the code does with a value.
 *
 * - `bound`: it gets a name. `member`: a property of it is read.
 * - `compared`, `listed`, `switched`, `matched`, `looked`, `fallback`, `tested`: a reason is decided by.
 * - `inspected`: blocks are searched for a use of a tool.
 * - `returned`: given back to callers in this file. `logged`: shown to people. `forwarded`: put where other code reads it. `handedOn`: given to code nobody can see.
 * - `written`: what the model wrote leaves for its user. `asserted`: the runtime looks at it.
 */
export type Role =
  | 'bound'
  | 'member'
  | 'compared'
  | 'listed'
  | 'switched'
  | 'matched'
  | 'looked'
  | 'fallback'
  | 'tested'
  | 'inspected'
  | 'returned'
  | 'logged'
  | 'forwarded'
  | 'handedOn'
  | 'written'
  | 'asserted';

export interface Use {
  readonly role: Role;
  readonly value: Value;
  /** The expression that is the value. */
  readonly node: Node;
  /** The construct that uses it. */
  readonly at: Node;
}

/** Everything that becomes of one answer in a file. */
export interface Trace {
  readonly origin: Origin;
  readonly uses: readonly Use[];
  /** The calls that decode a body, or an event, or parse it, with what they give. */
  readonly decodings: ReadonlyMap<Node, Kind>;
}
