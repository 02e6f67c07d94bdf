import { assertComplete } from './assert-complete.js';
import { startLimit } from './call-limit.js';
import type { CallOptions, CallReport } from './call-options.js';
import { runCall } from './run-call.js';
import type {
  BedrockRuntime,
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseCommandInput,
  ConverseCommandOutput,
} from './sdk-types.js';
import { stopOutcome } from './stop-outcome.js';

/** A request to Converse. Its model may be left to a router. */
export type ConverseInput = Omit<ConverseCommandInput, 'modelId'> & { readonly modelId?: string | undefined };

/** What Converse answered, and what was done for it. */
export type ConverseResult = ConverseCommandOutput & { readonly call: CallReport };

/** The command that a client without a `converse` method sends. */
export interface ConverseCommandOption {
  readonly command: typeof ConverseCommand;
}

/**
 * Converse, around a client of yours: selects the model, places cache points, goes to other profiles or models
 * when one is exhausted, and throws where the answer is not complete. Without options it does the last only.
 *
 * The SDK retries first, as the client is configured; only then comes the next fallback. Requests that are wrong are not sent
 * again, and no model is asked again for what it refused.
 *
 * @example
 * ```ts
 * const client = new BedrockRuntimeClient({});
 * const router = createRouter();
 * const response = await converse(
 *   client,
 *   { messages: [{ role: 'user', content: [{ text: 'What are your opening hours?' }] }] },
 *   { command: ConverseCommand, router, cache: true, deadline: 30_000 },
 * );
 * textOf(response); // 'Hello from Bedrock.'
 * response.call.tier; // 'simple'
 * ```
 *
 * @param client an SDK client: `BedrockRuntime` as it is, `BedrockRuntimeClient` with `command: ConverseCommand` in the options
 * @throws `IncompleteResponseError` for an answer that is cut off, refused or blocked, `DeadlineError` past the deadline,
 * the signal's reason when it aborts, and the last of the SDK's errors, as it is, when no model answers.
 */
export function converse(
  client: Pick<BedrockRuntime, 'converse'>,
  input: ConverseInput,
  options?: CallOptions,
): Promise<ConverseResult>;
export function converse(
  client: Pick<BedrockRuntimeClient, 'send'>,
  input: ConverseInput,
  options: CallOptions & ConverseCommandOption,
): Promise<ConverseResult>;
export async function converse(
  client: Partial<Pick<BedrockRuntime, 'converse'> & Pick<BedrockRuntimeClient, 'send'>>,
  input: ConverseInput,
  options: CallOptions & Partial<ConverseCommandOption> = {},
): Promise<ConverseResult> {
  const { command: Command } = options;
  const limit = startLimit(options);
  const settings = { abortSignal: limit.signal };
  const send = (request: ConverseCommandInput) => {
    if (Command && client.send) return client.send(new Command(request), settings);
    if (client.converse) return client.converse(request, settings);
    throw new TypeError('Pass `command` with this client.');
  };
  const { reply, call } = await runCall(input, options, limit, async (request) => {
    const response = await send(request);
    return { response, outcome: stopOutcome(response), usage: response.usage };
  });
  limit.end(true);
  return { ...assertComplete(reply.response, options), call };
}
