import type { ModelCall } from '../../documents/facts.js';
import { mayBeClaude } from '../cache-points/point-call.js';
import type { WrittenThinking } from './written-thinking.js';

/** Whether the way a request asks for thinking is one that only Claude knows, whatever its model is. */
export function isClaudeRequest(call: ModelCall, { form, budget, type, flag, field }: WrittenThinking): boolean {
  if (call.provesClaude) return true;
  if (!mayBeClaude(call) || call.model.kind === 'text') return false;
  if (form === 'anthropic') return true;
  const isNamed = field.path.at(-1) === 'thinking' || field.path.at(-1) === 'reasoning_config';
  return form === 'wire' && isNamed && (budget !== null || type !== null || flag !== null);
}
