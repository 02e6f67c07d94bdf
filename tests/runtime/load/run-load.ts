import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { converse, createRouter, textOf } from '../../../src/runtime/src/index.js';
import type { CallAttempt } from '../../../src/runtime/src/index.js';

export interface LoadOptions {
  readonly url: string;
  readonly calls: number;
  readonly concurrency: number;
  /** `bare`: the SDK alone, without fallbacks, for comparison. */
  readonly mode: 'converse' | 'bare';
}

export interface LoadResult {
  /** Calls that brought the text of the answer. */
  readonly answered: number;
  /** Errors by name, of calls that brought none. */
  readonly failed: Readonly<Record<string, number>>;
  /** Attempts that were throttled after the SDK gave up. */
  readonly exhausted: number;
  readonly milliseconds: number;
  /** Used heap after garbage collection, in MB, at every tenth of the run. */
  readonly heap: readonly number[];
}

const models = ['haiku-4-5-20251001-v1:0', 'sonnet-4-5-20250929-v1:0', 'sonnet-4-6', 'opus-4-8'];
const fallback = models.flatMap((model) => [`global.anthropic.claude-${model}`, `us.anthropic.claude-${model}`]);
const messages = [{ role: 'user' as const, content: [{ text: 'What are your opening hours?' }] }];
const system = [{ text: 'You answer questions about our shop. '.repeat(40) }];

/** Makes so many calls, so many at a time, and waits for all of them. */
export async function runLoad({ url, calls, concurrency, mode }: LoadOptions): Promise<LoadResult> {
  const client = new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: url,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  });
  const router = createRouter();
  const failed: Record<string, number> = {};
  const heap: number[] = [];
  const result = { answered: 0, failed, exhausted: 0, heap };
  const onAttempt = ({ error }: CallAttempt) => {
    if (error !== undefined) result.exhausted += 1;
  };
  const once = async () => {
    const response =
      mode === 'bare'
        ? await client.send(new ConverseCommand({ modelId: fallback[0], messages, system }))
        : await converse(
            client,
            { messages, system },
            { command: ConverseCommand, router, cache: true, fallback, onAttempt, deadline: 60_000 },
          );
    if (textOf(response) === 'Hello from Bedrock.') result.answered += 1;
  };

  const started = performance.now();
  let next = 0;
  const work = async () => {
    while (next < calls) {
      next += 1;
      if (next % Math.ceil(calls / 10) === 0) heap.push(usedHeap());
      await once().catch((error: unknown) => {
        const name = error instanceof Error ? error.name : String(error);
        failed[name] = (failed[name] ?? 0) + 1;
      });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  client.destroy();
  return { ...result, milliseconds: performance.now() - started };
}

function usedHeap() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}
