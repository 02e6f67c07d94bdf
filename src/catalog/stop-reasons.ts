import type { Provenance } from './schema.js';
import { finishedWords, vocabularies } from './stop-reasons.generated.js';

/** What a stop reason says about an answer. */
export type Outcome =
  'complete' | 'toolUse' | 'truncated' | 'contextWindow' | 'refused' | 'blocked' | 'malformed' | 'paused';

export type VocabularyName = 'converse' | 'messages' | 'aiSdk' | 'aiSdk5' | 'aiSdk6' | 'aiSdkAnthropic' | 'langChain';

/** The stop reasons that one API or library knows. */
export interface Vocabulary extends Provenance {
  readonly name: VocabularyName;
  readonly reasons: Readonly<Record<string, Outcome>>;
  /** Outcomes that a program must tell from success. */
  readonly required: readonly Outcome[];
  /** Outcomes that it names when it names those: they only come where a program has asked for them. */
  readonly beside: readonly Outcome[];
  /** Reason → the generation of Claude that brought it. */
  readonly since: Readonly<Record<string, string>>;
  /** Reasons of other APIs that never arrive here → what arrives in their stead, if anything does. */
  readonly impossible: Readonly<Record<string, string | null>>;
}

export function vocabularyOf(name: VocabularyName): Vocabulary {
  const found = vocabularies.find((vocabulary) => vocabulary.name === name);
  if (!found) throw new Error(`There is no vocabulary of stop reasons called ${name}.`);
  return found;
}

/** The outcome a reason stands for; `null` for a word the API does not know. */
export function outcomeOf(vocabulary: Vocabulary, reason: string): Outcome | null {
  return Object.hasOwn(vocabulary.reasons, reason) ? (vocabulary.reasons[reason] ?? null) : null;
}

/** Whether a reason means that the answer is as it should be, or asks for a tool. */
export function isSuccess(vocabulary: Vocabulary, reason: string): boolean {
  const outcome = outcomeOf(vocabulary, reason);
  return outcome === 'complete' || outcome === 'toolUse';
}

/** The reasons that mean success, in the order of the vocabulary. */
export function successReasons(vocabulary: Vocabulary): readonly string[] {
  return Object.keys(vocabulary.reasons).filter((reason) => isSuccess(vocabulary, reason));
}

/** The first reason of each outcome that must be told from success and that no reason of `handled` stands for. */
export function missingReasons(vocabulary: Vocabulary, handled: Iterable<string>): readonly string[] {
  return reasonsFor(vocabulary, vocabulary.required, handled);
}

/** The reasons to write where any is missing: those that must be told from success, and those that belong beside them. */
export function reasonsToName(vocabulary: Vocabulary, handled: Iterable<string>): readonly string[] {
  return reasonsFor(vocabulary, [...vocabulary.required, ...vocabulary.beside], handled);
}

function reasonsFor(vocabulary: Vocabulary, outcomes: readonly Outcome[], handled: Iterable<string>) {
  const covered = new Set([...handled].map((reason) => outcomeOf(vocabulary, reason)));
  return outcomes
    .filter((outcome) => !covered.has(outcome))
    .flatMap(
      (outcome) => Object.keys(vocabulary.reasons).find((reason) => vocabulary.reasons[reason] === outcome) ?? [],
    );
}

/** Whether an API says the same in one word, whatever its version. */
export function isOneWord(vocabulary: Vocabulary, reason: string): boolean {
  const outcome = outcomeOf(vocabulary, reason);
  return Object.values(vocabulary.reasons).filter((each) => each === outcome).length === 1;
}

/** Outcomes that programs have one word for. */
const alikes: Readonly<Partial<Record<Outcome, readonly Outcome[]>>> = {
  contextWindow: ['truncated'],
  truncated: ['contextWindow'],
  refused: ['blocked'],
  blocked: ['refused'],
};

/** Whether a program that has a word for one reason may use it for another: both cut an answer off, or both withhold it. */
export function areAlike(vocabulary: Vocabulary, reason: string, other: string): boolean {
  const [outcome, second] = [outcomeOf(vocabulary, reason), outcomeOf(vocabulary, other)];
  return outcome !== null && second !== null && alikes[outcome]?.includes(second) === true;
}

/** Whether a word is what programs call a finished answer: `stop`, `end_turn`, `Completed` … */
export function isFinishedWord(word: string): boolean {
  return finishedWords.includes(word.replaceAll(/[_\-\s]/g, '').toLowerCase());
}
