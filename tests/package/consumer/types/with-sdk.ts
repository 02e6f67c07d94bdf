import {
  BedrockRuntime,
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { ConverseCommandInput, ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import {
  assertComplete,
  converse,
  converseStream,
  createRouter,
  matchStop,
  modelTraits,
  selectModel,
  supports,
  withPromptCaching,
  withThinking,
} from 'bedrock-claude-runtime';
import type { ClassifyingRouter, Router, Selection, Tier } from 'bedrock-claude-runtime';
import { CacheMonitor } from 'bedrock-claude-runtime/metrics';
import { collectStream } from 'bedrock-claude-runtime/streams';

const plain = new BedrockRuntimeClient({});
const aggregated = new BedrockRuntime({});
declare const input: ConverseCommandInput;
declare const output: ConverseCommandOutput;

/** A value is of exactly this type. */
function exactly<Expected>() {
  return <Actual>(
    _value: Actual,
    _same: (<T>() => T extends Actual ? 1 : 2) extends <T>() => T extends Expected ? 1 : 2 ? true : never,
  ) => undefined;
}

export async function clients() {
  const response = await converse(plain, input, { command: ConverseCommand });
  exactly<ConverseCommandOutput['stopReason']>()(response.stopReason, true);
  exactly<string>()(response.call.modelId, true);
  await converse(aggregated, { messages: [] }, { router: createRouter() });
  const { stream } = await converseStream(plain, input, { command: ConverseStreamCommand });
  for await (const event of stream) exactly<string | undefined>()(event.contentBlockDelta?.delta?.text, true);
  const { text } = collectStream(await converseStream(aggregated, input));
  exactly<string>()(text, true);

  // @ts-expect-error -- a plain client sends commands
  await converse(plain, input);
  // @ts-expect-error -- the command of the other call
  await converse(plain, input, { command: ConverseStreamCommand });
  // @ts-expect-error -- the aggregated client goes without one, a router is what createRouter makes
  await converse(aggregated, input, { router: { simple: 'x' } });
  // @ts-expect-error -- no content of Converse
  await converse(aggregated, { messages: [{ role: 'user', content: 'Hello' }] });
  // @ts-expect-error -- no kind of ending
  await converse(aggregated, input, { allow: ['refusal'] });
  // @ts-expect-error -- in milliseconds
  await converse(aggregated, input, { deadline: '30s' });
  const monitor = new CacheMonitor();
  await converse(aggregated, input, {
    onUsage: (usage, { modelId }) => monitor.record(modelId, usage),
    onRefusal: ({ kind, category }) => {
      exactly<'refused'>()(kind, true);
      exactly<string | undefined>()(category, true);
      return 'us.anthropic.claude-opus-5';
    },
    signal: new AbortController().signal,
    previous: response.call,
  });
}

export async function routers() {
  const router = createRouter({ simple: 'a', complex: { modelId: 'b', maxTokens: 1 } });
  exactly<Router>()(router, true);
  exactly<ClassifyingRouter>()(createRouter({ classify: () => 'simple' }), true);
  exactly<ClassifyingRouter>()(
    createRouter({ classify: async ({ estimatedTokens }) => (estimatedTokens > 1 ? 'complex' : undefined) }),
    true,
  );
  exactly<Selection>()(selectModel('Hello'), true);
  exactly<Selection>()(selectModel(input), true);
  exactly<Promise<Selection>>()(selectModel('Hello', { classify: () => undefined }), true);
  exactly<Selection>()(
    selectModel({ system: 'You are kind.', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 5 }),
    true,
  );

  const { request } = router.route(input);
  exactly<ConverseCommandInput & { modelId: string }>()(request, true);
  new ConverseCommand(
    withPromptCaching(router.route({ messages: input.messages, inferenceConfig: { temperature: 1 } }).request),
  );

  // @ts-expect-error -- two tiers
  createRouter({ medium: 'a' });
  // @ts-expect-error -- no tier
  createRouter({ classify: () => 'medium' });
  // @ts-expect-error -- what withThinking makes
  createRouter({ complex: { modelId: 'b', thinking: { enabled: true, budget: 1 } } });
  // @ts-expect-error -- a list
  selectModel('Hello', { signals: /analyze/ });
  const tier: Tier = 'simple';
  router.select('Hello', { tier });
}

export function models() {
  const fields = withThinking('a', { budgetTokens: 2048, maxTokens: undefined });
  new ConverseCommand({ ...input, additionalModelRequestFields: fields });
  exactly<boolean | undefined>()(supports('a', 'prefill'), true);
  exactly<number | null>()(modelTraits('a').cacheMinTokens, true);
  // @ts-expect-error -- a budget or an effort
  withThinking('a', {});
  // @ts-expect-error -- no level
  withThinking('a', { effort: 'maximum' });
  // @ts-expect-error -- the shape that Bedrock refuses
  withThinking('a', { enabled: true, budget: 10_000 });
  // @ts-expect-error -- no trait
  supports('a', 'claude-3');
}

export function endings() {
  exactly<ConverseCommandOutput>()(assertComplete(output), true);
  exactly<string>()(matchStop(output, { complete: ({ text }) => text, otherwise: ({ kind }) => String(kind) }), true);
  // @ts-expect-error -- a kind without a handler
  matchStop(output, { complete: ({ text }) => text });
}
