import { nearest } from './nearest.js';

/** Where an option was named: its path inside the source, and the source in the user's words. */
export interface Place {
  /** `target`, `wrappers[0].surface` … */
  readonly option: string;
  /** `--target`, a file's name, or the settings key. */
  readonly origin: string;
}

/** The user's configuration cannot be used as it stands. The message says what to change. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The error for a value that is not allowed: option, origin, what is allowed, what was received. */
export function valueError(
  place: Place,
  expected: string,
  received: unknown,
  candidates: readonly string[] = [],
): ConfigError {
  const suggestion = typeof received === 'string' ? nearest(received, candidates) : undefined;
  return new ConfigError(
    `Expected \`${place.option}\` to be ${expected}, got ${show(received)} (from ${place.origin}).${didYouMean(suggestion)}`,
  );
}

/** The error for an option nobody knows. */
export function unknownOptionError(place: Place, known: readonly string[]): ConfigError {
  const suggestion = didYouMean(nearest(place.option, known));
  return new ConfigError(
    `Unknown option \`${place.option}\` (from ${place.origin}).${suggestion || ` Known options: ${known.join(', ')}.`}`,
  );
}

/** ` Did you mean "…"?`, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
}

function show(value: unknown) {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return `\`${text.length > 80 ? `${text.slice(0, 77)}...` : text}\``;
}
