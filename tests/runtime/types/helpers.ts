/**
 * What the compiler must accept and refuse in programs that use the helpers. Compiled by the test beside it, never run.
 */
import type { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
import {
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type {
  BedrockRuntimeClient,
  ConverseCommandInput,
  ConverseCommandOutput,
  Message,
  SystemContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import {
  assertComplete,
  cachePoint,
  cacheSystem,
  IncompleteResponseError,
  matchStop,
  perCall,
  stopOutcome,
  trimToolInput,
  withCacheControl,
  withPromptCaching,
} from '../../../src/runtime/src/index.js';
import type { StopKind } from '../../../src/runtime/src/index.js';
import { CacheMonitor, cacheUsage } from '../../../src/runtime/src/metrics.js';
import { collectStream } from '../../../src/runtime/src/streams.js';

declare const client: BedrockRuntimeClient;
declare const anthropic: AnthropicBedrock;
declare const input: ConverseCommandInput;
declare const output: ConverseCommandOutput;

export function stopReasons(): unknown[] {
  const same: ConverseCommandOutput = assertComplete(output);
  const bare: { stopReason: string } = assertComplete({ stopReason: 'end_turn' }, { allow: ['truncated'] });
  // @ts-expect-error -- no such kind
  assertComplete(output, { allow: ['cutOff'] });

  const outcome = stopOutcome(output);
  // @ts-expect-error -- only a refusal has a category
  const early: unknown = outcome.category;
  const category: string | undefined = outcome.kind === 'refused' ? outcome.category : undefined;
  // @ts-expect-error -- 'refusal' is a reason of Messages, not a kind
  if (outcome.kind === 'refusal') return [];

  const error = new IncompleteResponseError({ stopReason: 'max_tokens' });
  // @ts-expect-error -- no such code
  if (error.code === 'CUT_OFF') return [];
  // @ts-expect-error -- no such code
  new IncompleteResponseError({}, { code: 'CUT_OFF' });
  return [same, bare, early, category, error.code satisfies string];
}

export function everyKind(kind: StopKind): string {
  switch (kind) {
    case 'complete':
    case 'toolUse':
    case 'truncated':
    case 'contextWindowExceeded':
    case 'refused':
    case 'blocked':
    case 'malformed':
    case 'paused':
    case 'unknown':
      return kind;
  }
}

export function matching(): unknown[] {
  const text: string | number = matchStop(output, {
    complete: (outcome) => outcome.text,
    refused: (outcome) => outcome.category ?? outcome.kind,
    otherwise: (outcome) => outcome.text.length,
  });
  const all: string | null = matchStop(output, {
    complete: ({ text: written }) => written,
    toolUse: () => null,
    truncated: () => null,
    contextWindowExceeded: () => null,
    refused: () => null,
    blocked: () => null,
    malformed: () => null,
    paused: () => null,
    unknown: () => {
      throw new Error('?');
    },
  });
  // @ts-expect-error -- `unknown` is missing, and nothing takes the rest
  matchStop(output, {
    complete: () => 1,
    toolUse: () => 1,
    truncated: () => 1,
    contextWindowExceeded: () => 1,
    refused: () => 1,
    blocked: () => 1,
    malformed: () => 1,
    paused: () => 1,
  });
  // @ts-expect-error -- a handler is a function
  matchStop(output, { complete: 'yes', otherwise: () => 1 });
  // @ts-expect-error -- the results are numbers
  const wrong: string = matchStop(output, { otherwise: () => 1 });
  return [text, all, wrong];
}

export async function streams(): Promise<unknown[]> {
  const answer = collectStream(await client.send(new ConverseStreamCommand(input)), {
    signal: AbortSignal.timeout(1000),
  });
  for await (const piece of answer) piece satisfies string;
  const whole: ConverseCommandOutput = await answer.response();
  const turns: Message[] = whole.output?.message ? [whole.output.message] : [];

  const body = new InvokeModelWithResponseStreamCommand({ modelId: 'm', body: '{}' });
  const message = await collectStream(await client.send(body)).response();
  message.content satisfies { type: string }[];
  // @ts-expect-error -- a message of Messages has `stop_reason`
  const reason: unknown = message.stopReason;

  const create = { model: 'm', max_tokens: 1, messages: [{ role: 'user' as const, content: 'Hi' }] };
  const streamed = await collectStream(await anthropic.messages.create({ ...create, stream: true })).response();
  await anthropic.messages.create({
    ...create,
    messages: [...create.messages, { role: 'assistant', content: streamed.content.filter(isPlain) }],
  });
  // @ts-expect-error -- a response that was not streamed has no events
  collectStream(output);
  return [turns, reason];
}

function isPlain(block: { type: string }): block is { type: 'text'; text: string } {
  return block.type === 'text';
}

export async function caching(): Promise<unknown[]> {
  const cached: ConverseCommandInput = withPromptCaching(input, { history: true, ttl: '1h', models: ['a', 'b'] });
  await client.send(new ConverseCommand(withPromptCaching({ modelId: 'm', messages: [], system: [{ text: 'A' }] })));
  const system: SystemContentBlock[] = cacheSystem('A', perCall('B'), cachePoint('1h'), undefined);
  const tools: ConverseCommandInput['toolConfig'] = { tools: [cachePoint()] };
  const content: Message = { role: 'user', content: [{ text: 'A' }, cachePoint(), perCall({ text: 'B' })] };
  await anthropic.messages.create(
    withCacheControl({ model: 'm', max_tokens: 1, system: 'A', messages: [{ role: 'user' as const, content: 'Hi' }] }),
  );
  // @ts-expect-error -- no such TTL
  cachePoint('1d');
  // @ts-expect-error -- no such option
  withPromptCaching(input, { dynamic: true });
  // @ts-expect-error -- a body of Messages is for withCacheControl
  withPromptCaching({ system: 'A', messages: [{ role: 'user', content: 'Hi' }] });
  // @ts-expect-error -- a number can't be marked
  perCall(7);
  return [cached, system, tools, content];
}

export function metrics(): unknown[] {
  const { hitRate } = cacheUsage(output.usage);
  // @ts-expect-error -- without a prompt there is no rate
  const rate: number = hitRate;
  const monitor = new CacheMonitor({ onLowHitRate: ({ modelId }) => modelId satisfies string });
  monitor.record('m', output, 0);
  // @ts-expect-error -- a time is a number
  monitor.record('m', output, new Date(0));
  const lines: readonly string[] = monitor.flush();
  return [rate, lines];
}

export function trimming(): string {
  const { path } = trimToolInput({ path: 'a\n', depth: 1 });
  // @ts-expect-error -- the input had no such field
  return path + String(trimToolInput({ path: 'a' }).file);
}
