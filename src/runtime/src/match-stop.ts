import { IncompleteResponseError } from './incomplete-response-error.js';
import { stopOutcome } from './stop-outcome.js';
import type { Ending, StopKind, StopOutcome } from './stop-outcome.js';

/** A function for every kind of outcome; with `otherwise`, for those that matter. */
export type StopHandlers =
  | { readonly [Kind in StopKind]: (outcome: Ending<Kind>) => unknown }
  | ({ readonly [Kind in StopKind]?: (outcome: Ending<Kind>) => unknown } & {
      readonly otherwise: (outcome: StopOutcome) => unknown;
    });

type HandlersByName = Readonly<Record<string, ((outcome: StopOutcome) => unknown) | undefined>>;

/**
 * Calls the handler for how an answer ended and returns what it returns. Leaving one out is a type error, unless
 * `otherwise` takes the rest; a kind that a later version adds is then a type error too, not a surprise.
 *
 * @example
 * ```ts
 * const reply = matchStop(
 *   { stopReason: 'content_filtered' },
 *   {
 *     complete: ({ text }) => text,
 *     refused: () => 'I cannot help with that.',
 *     otherwise: ({ kind }) => `Please try again (${kind}).`,
 *   },
 * );
 * reply; // 'I cannot help with that.'
 * ```
 *
 * @throws {@link IncompleteResponseError} where plain JavaScript left out the handler.
 */
export function matchStop<Handlers extends StopHandlers>(
  response: unknown,
  handlers: Handlers,
): ReturnType<Extract<Handlers[keyof Handlers], (outcome: never) => unknown>>;
export function matchStop(response: unknown, handlers: HandlersByName): unknown {
  const outcome = stopOutcome(response);
  const handler = handlers[outcome.kind] ?? handlers['otherwise'];
  if (handler) return handler(outcome);
  throw new IncompleteResponseError(response);
}
