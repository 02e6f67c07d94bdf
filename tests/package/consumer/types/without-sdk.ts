import { assertComplete, inferenceProfile, selectModel, withCacheControl } from 'bedrock-claude-runtime';
import type { CallOptions, Selection } from 'bedrock-claude-runtime';
import { cacheUsage } from 'bedrock-claude-runtime/metrics';

// Programs on the AI SDK or on the Messages API have no AWS SDK, and maybe no declarations of Node or a browser.
const selection: Selection = selectModel([{}].map(() => 'Hello')[0] ?? '');
const options: CallOptions = { deadline: 1, cache: true };
export const text: string = inferenceProfile(selection.modelId);
export const rate: number | null = cacheUsage({ input_tokens: 1 }).hitRate;
export const { finishReason } = assertComplete({ finishReason: 'stop' });
export const body = withCacheControl({ system: 'You are kind.', messages: [] });
export { options };

// @ts-expect-error -- still typed
inferenceProfile(5);
// @ts-expect-error -- still typed
options.deadline = 2;
