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
  readonly head: Promise<StreamStep>[];
  /** Reads on. */
  next(): Promise<StreamStep>;
}

/**
 * Waits for the first event of a stream. With `watchRefusals` it also looks at the second one: Claude refuses before it
 * writes anything, and such an answer is known as a refusal at once. It is then read to its end, for its usage, and
 * because a connection with an unread rest is not free for another call.
 */
export async function openStream(
  { stream, ...response }: ConverseStreamCommandOutput,
  limit: CallLimit,
  watchRefusals: boolean,
): Promise<OpenStream> {
  const events = stream?.[Symbol.asyncIterator]();
  const next = () => limit.run<StreamStep>(async () => events?.next() ?? { done: true, value: undefined });
  const head: Promise<StreamStep>[] = [];
  /** The next event, which stays in line. */
  const peek = async () => {
    const step = next();
    head.push(step);
    const { done, value } = await step;
    return done ? undefined : value;
  };
  await peek();
  const opened = { response, head, next };
  if (!watchRefusals) return opened;

  let refused: Answer = {};
  try {
    const ending = (await peek())?.messageStop;
    const outcome = ending && stopOutcome(ending);
    if (outcome?.kind === 'refused') {
      refused = { outcome };
      for (let event = await peek(); event; event = await peek())
        refused = { outcome, usage: event.metadata?.usage ?? refused.usage };
    }
  } catch {
    // The error is in line, for the reader.
  }
  return { ...opened, ...refused };
}
