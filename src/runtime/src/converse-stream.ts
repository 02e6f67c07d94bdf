import { startLimit } from './call-limit.js';
import type { CallOptions, CallReport } from './call-options.js';
import { deliverStream } from './deliver-stream.js';
import { openStream } from './open-stream.js';
import { runCall } from './run-call.js';
import type {
  BedrockRuntime,
  BedrockRuntimeClient,
  ConverseStreamCommand,
  ConverseStreamCommandInput,
  ConverseStreamCommandOutput,
  ConverseStreamOutput,
} from './sdk-types.js';

/** A request to ConverseStream. Its model may be left to a router. */
export type ConverseStreamInput = Omit<ConverseStreamCommandInput, 'modelId'> & {
  readonly modelId?: string | undefined;
};

/** What ConverseStream answers, and what was done for it. The stream can be read once. */
export type ConverseStreamResult = Omit<ConverseStreamCommandOutput, 'stream'> & {
  readonly stream: AsyncGenerator<ConverseStreamOutput, void, undefined>;
  readonly call: CallReport;
};

/** The command that a client without a `converseStream` method sends. */
export interface ConverseStreamCommandOption {
  readonly command: typeof ConverseStreamCommand;
}

/**
 * `converse` for streams. Fallbacks are asked only until the first event is there: after it an error of the
 * stream reaches the reader as it is. A stream that ends otherwise than complete, or without a stop reason, throws after its
 * last event. Deadline and signal hold until the end of the stream. To stop reading ends the request.
 *
 * @example
 * ```ts
 * const { stream, call } = await converseStream(
 *   new BedrockRuntimeClient({}),
 *   {
 *     modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
 *     messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
 *   },
 *   { command: ConverseStreamCommand, fallback: ['us.anthropic.claude-haiku-4-5-20251001-v1:0'] },
 * );
 * let text = '';
 * for await (const event of stream) text += event.contentBlockDelta?.delta?.text ?? '';
 * text; // 'Hello from Bedrock.'
 * call.attempts.length; // 1
 * ```
 *
 * @param client an SDK client: `BedrockRuntime` as it is, `BedrockRuntimeClient` with `command: ConverseStreamCommand` in the options
 * @throws before the first event as `converse` does; from the stream the SDK's errors, `IncompleteResponseError`, `DeadlineError`,
 * and the signal's reason.
 */
export function converseStream(
  client: Pick<BedrockRuntime, 'converseStream'>,
  input: ConverseStreamInput,
  options?: CallOptions,
): Promise<ConverseStreamResult>;
export function converseStream(
  client: Pick<BedrockRuntimeClient, 'send'>,
  input: ConverseStreamInput,
  options: CallOptions & ConverseStreamCommandOption,
): Promise<ConverseStreamResult>;
export async function converseStream(
  client: Partial<Pick<BedrockRuntime, 'converseStream'> & Pick<BedrockRuntimeClient, 'send'>>,
  input: ConverseStreamInput,
  options: CallOptions & Partial<ConverseStreamCommandOption> = {},
): Promise<ConverseStreamResult> {
  const { command: Command } = options;
  const limit = startLimit(options);
  const settings = { abortSignal: limit.signal };
  const send = (request: ConverseStreamCommandInput) => {
    if (Command && client.send) return client.send(new Command(request), settings);
    if (client.converseStream) return client.converseStream(request, settings);
    throw new TypeError('Pass `command` with this client.');
  };
  const { reply, call } = await runCall(input, options, limit, async (request) =>
    openStream(await send(request), limit, options),
  );
  return { ...reply.response, call, stream: deliverStream(reply, limit, call, options) };
}
