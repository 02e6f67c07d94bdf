import type { TextEdit } from '../edits/text-edit.js';
import type { ModelCondition } from './model-condition.js';
import type { Dialect, Place } from './prompt.js';
import type { StaticValue } from './static-value.js';

/**
 * What a request asks for beside its prompt, by meaning: each surface has names and places of its own for them.
 *
 * - `maxTokensToSample`, `prompt`: of text completions. `apiVersion`: `anthropic_version`.
 * - `thinking`: `thinking`, `reasoning_config`, `reasoningConfig`. `effort`: `output_config.effort`, or where a surface keeps it.
 * - `outputFormat`: `output_config.format`, `output_format`, `outputConfig.textFormat`.
 */
export type RequestSetting =
  | 'maxTokens'
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'stopSequences'
  | 'thinking'
  | 'effort'
  | 'toolChoice'
  | 'tools'
  | 'messages'
  | 'betas'
  | 'outputFormat'
  | 'serviceTier'
  | 'latency'
  | 'apiVersion'
  | 'prompt'
  | 'maxTokensToSample';

/** What a request asks for, in whichever file it is written. */
export interface RequestFacts {
  readonly dialect: Dialect;
  /** The object literal the request is written as; `null` where there is none, or more than one. */
  readonly root: RequestObject | null;
  /** The values a setting may have, in the order in which they are given: several where branches or later statements set it. Absent where nothing sets it. */
  readonly settings: Readonly<Partial<Record<RequestSetting, readonly RequestField[]>>>;
  /** Nothing unseen sets one of them: no unknown spread, no change by code that can't be followed. */
  readonly isComplete: boolean;
}

/** An object literal in a request. */
export interface RequestObject {
  /** The literal, braces included. */
  readonly place: Place;
  /** Its properties as far as they are known, spreads looked through; several of a name where branches set it. */
  readonly fields: readonly RequestField[];
  /** Every property it may have is known. */
  readonly isComplete: boolean;
}

/** A property of a request, or of an object in it. */
export interface RequestField {
  /** Names from the request to the property, as its surface writes them: `['inferenceConfig', 'maxTokens']`. */
  readonly path: readonly string[];
  /** `name: value`, or the statement or argument that sets it. */
  readonly property: Place;
  /** The value as written there; where it is a name, its definition stands elsewhere. */
  readonly written: Place;
  readonly value: StaticValue;
  /** What an object holds; `null` where the value is no literal that anybody can read. */
  readonly object: RequestObject | null;
  /** What a list holds; `null` where the value is no list that anybody can read. */
  readonly elements: readonly RequestElement[] | null;
  /** Set on every call that goes through the request. */
  readonly isCertain: boolean;
  /** Wherever it is set, there is a value: neither `undefined` nor `null`. */
  readonly hasValue: boolean;
  /** Other code may use the object that the property is written in. */
  readonly isShared: boolean;
  /** Other code may read it, beside calls that are sent the object. */
  readonly isRead?: true;
  /** Set only where code has asked whether the model takes it. */
  readonly isGated?: true;
  /** Set only where code has asked something about the very model that the call names. */
  readonly onlyWhere?: ModelCondition;
  /** The edit of the document's own file that takes the property out; `null` when that can't be written correctly, and for the model itself. */
  readonly removal: TextEdit | null;
  /** The comment that is in the way of it. */
  readonly keptBy?: string;
}

/** An element of a list in a request. */
export interface RequestElement {
  readonly place: Place;
  readonly value: StaticValue;
  readonly object: RequestObject | null;
  /** The edit of the document's own file that takes the element out; `null` when that can't be written correctly. */
  readonly removal: TextEdit | null;
}

/** The turn that a conversation ends with. */
export interface LastTurn {
  readonly role: 'user' | 'assistant';
  /** The whole turn as written. */
  readonly place: Place;
  /** What it says, where that is a text. */
  readonly content: StaticValue;
  /** Every call ends with it; otherwise some do. */
  readonly isCertain: boolean;
  /** The edit of the document's own file that takes a turn of the assistant out; `null` when that can't be written correctly. */
  readonly removal: TextEdit | null;
  /**
   * Of a turn of the assistant: the edits after which the program takes the answer as a whole, where it now puts the turn's text before what
   * the model wrote; `null` where it reads the answer in another way, or nobody can follow it.
   */
  readonly unglued?: readonly TextEdit[] | null;
}
