import type { CallLimit } from './call-limit.js';
import type { Answer } from './run-call.js';
import type { ConverseStreamCommandOutput, ConverseStreamOutput } from './sdk-types.js';
import { stopOutcome } from './stop-outcome.js';

/** An event, or the end. */
export type StreamStep = IteratorResult<ConverseStreamOutput, unknown>;

/** A stream whose first event is there. */
export interface OpenStream extends Answer {
  readonly response: Omit<ConverseStreamCommandOutput, 'stream'>;
  /** What was read already. */
  readonly head: readonly Promise<StreamStep>[];
  /** Reads on. */
  next(): Promise<StreamStep>;
}

/**
 * Waits for the first event of a stream. With `watchRefusals` it also looks at the second one: Claude refuses before it
 * writes anything, and such an answer is known as a refusal at once.
 */
export async function openStream(
  { stream, ...response }: ConverseStreamCommandOutput,
  limit: CallLimit,
  watchRefusals: boolean,
): Promise<OpenStream> {
  const events = stream?.[Symbol.asyncIterator]();
  const next = () => limit.run<StreamStep>(async () => events?.next() ?? { done: true, value: undefined });
  const head = [Promise.resolve(await next())];
  if (!watchRefusals) return { response, head, next };

  const ending = (await peek())?.messageStop;
  const outcome = ending && stopOutcome(ending);
  if (outcome?.kind !== 'refused') return { response, head, next };
  // Only the usage is still to come.
  const usage = (await peek())?.metadata?.usage;
  return { response, head, next, outcome, usage };

  /** The next event, which stays in line. An error is for the reader. */
  async function peek() {
    const step = next();
    head.push(step);
    try {
      const { done, value } = await step;
      return done ? undefined : value;
    } catch {
      return undefined;
    }
  }
}
