import type { BlockRead } from './block-read.js';
import type {
  FoundationArn,
  GivenModel,
  IdType,
  ModelCall,
  ModelGate,
  ModelReference,
  Range,
  Suppression,
} from './facts.js';
import type { Place } from './prompt.js';
import type { SamplingPair } from './sampling-pair.js';
import type { StopReasonCheck } from './stop-reason-check.js';
import type { ToolInputCheck } from './tool-input-check.js';
import type { TextCompletion } from './text-completion.js';

export type Format =
  'javascript' | 'json' | 'yaml' | 'toml' | 'env' | 'terraform' | 'markdown' | 'notebook' | 'shell' | 'code' | 'text';

/** One file's text and the facts in it. Facts are computed once, on first use. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly format: Format;
  /** Set when the text could not be parsed as its format; facts then come from scanning and carry no edits. */
  readonly parseError: string | null;
  readonly modelReferences: readonly ModelReference[];
  readonly modelCalls: readonly ModelCall[];
  /** Calls that functions of other files make with the ID that this file passes to them; absent where there are none. */
  readonly passedCalls?: readonly ModelCall[];
  /** Models that this file gives to functions and objects, its own and those of others; absent where there are none. */
  readonly givenModels?: readonly GivenModel[];
  readonly modelGates: readonly ModelGate[];
  /** Absent where there are none. */
  readonly idTypes?: readonly IdType[];
  readonly stopReasonChecks: readonly StopReasonCheck[];
  /** Code that takes the first block of an answer for its text. */
  readonly blockReads: readonly BlockRead[];
  /** Code that takes the input of a tool letter by letter. */
  readonly toolInputChecks: readonly ToolInputCheck[];
  /** A temperature and a top_p that no known call is seen to send. */
  readonly samplingPairs: readonly SamplingPair[];
  /** Thinking with a budget that no known call is seen to send. */
  readonly thinkingObjects: readonly Place[];
  readonly textCompletions: readonly TextCompletion[];
  /** Templates and concatenations that put a geography before an ID: `${geo}.${modelId}`. */
  readonly geographyBuilders: readonly Range[];
  /** ARNs of foundation models that code makes of IDs; absent where there are none. */
  readonly foundationArns?: readonly FoundationArn[];
  readonly suppressions: readonly Suppression[];
  /** Regions set for a client, a stack or the environment: in the file, and in its project where a door knows one. */
  readonly regions: readonly string[];
}

/** Other files, as far as a fact needs them. The only way documents see a disk. */
export interface FilePort {
  /** The text of a file, or `null`. */
  read(path: string): string | null;
  /** The file of the project that a specifier means, be it a path, an alias or a package of the same workspace, or `null`. */
  resolveModule(fromPath: string, specifier: string): string | null;
  /** A file of an installed package, seen from `fromPath`, or `null`. */
  resolvePackage(fromPath: string, packageName: string): string | null;
}
