import type { Surface } from '../../facts.js';
import type { Located, Reach } from '../objects.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';

/** Names under which an API takes its sampling parameters, and where. */
export interface SamplingPlace {
  readonly owner: Located;
  readonly temperature: string;
  readonly topP: string;
  readonly topK: string;
}

/** A call of a model before its values are looked at. */
export interface CallSite {
  readonly surface: Surface;
  readonly node: Node;
  /** The expression that names the model, in whichever file it is written. */
  readonly model: Located | null;
  /** What else may name the model, where branches assign it. */
  readonly otherModels?: readonly Located[];
  readonly sampling: SamplingPlace | null;
  /** The call goes where another option says; the model only describes it. */
  readonly isRouted?: boolean;
  /** The body proves that the model is Claude, whatever the ID. */
  readonly provesClaude: boolean;
}

/** Recognises the calls of one library. A new surface is one file with one of these. */
export type Recognizer = (tree: SyntaxTree, node: Node, reach: Reach) => CallSite | null;
