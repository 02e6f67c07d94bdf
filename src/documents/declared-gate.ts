import { namesClaude } from '../catalog/family-words.js';
import type { ModelGate, Range } from './facts.js';

/** A pattern that a template, a schema or a validation asks a value to have. */
export function patternGate(patterns: readonly string[], range: Range): ModelGate {
  // What Java, Go and Python write in front of a pattern is a flag of its own here.
  const isCaseless = patterns.every((pattern) => pattern.startsWith(caseless));
  return {
    kind: 'regex',
    patterns: isCaseless ? patterns.map((pattern) => pattern.slice(caseless.length)) : patterns,
    ...(isCaseless ? { flags: 'i' } : {}),
    range,
    geography: false,
  };
}

const caseless = '(?i)';

/** The most characters that a value may have. */
export function lengthGate(longest: string, range: Range): ModelGate {
  return { kind: 'length', patterns: [longest], range, geography: false };
}

/** Whether a pattern is one for IDs of models, whatever it is asked of. */
export function isPatternOfIds(pattern: string): boolean {
  return namesClaude(pattern) || /anthropic/i.test(pattern);
}

/** Whether a setting with this name holds the ID of a model. */
export function isNameOfModel(name: string): boolean {
  return /(?:model|llm)(?:[._-]?(?:id|identifier|arn|name))?$/i.test(name) || namesClaude(name);
}
