import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import { isTestPath } from '../documents/test-path.js';
import { lineEndAt } from '../edits/line-bounds.js';
import type { Range } from '../edits/text-edit.js';
import { modelsOfCall, strictestMinimum } from './caching/cache-models.js';
import { defineRule } from './define-rule.js';
import { placedBlocks, placedPoints } from './cache-points/point-places.js';

export default defineRule({
  name: 'require-cache-metrics',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'require code that caches a prompt to read what the cache did',
      presets: [],
      severity: 'warn',
    },
    messages: {
      neverRead:
        'This call sets a cache point and nothing reads `{{read}}` or `{{write}}` of its usage: a cache that is never hit, or written again on every call at a higher price, goes unnoticed. Record both.',
    },
    repairs: {},
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    formats: ['javascript'],
  },
  *detect(document, { policy }) {
    for (const call of document.modelCalls) {
      if (call.usage.cacheFields !== 'unread' || !setsPoint(call)) continue;
      const reached = modelsOfCall(call, policy);
      if (!reached || strictestMinimum(reached.models) === null) continue;
      yield {
        messageId: 'neverRead',
        data: fields[call.dialect],
        range: firstLineOf(call, document),
        level: isTestPath(document.path) ? 'note' : 'warning',
        repairs: [],
        unrepaired: 'where the figures should go is for a person to say',
      };
    }
  },
});

/** Where each API says what the cache did. */
const fields = {
  converse: { read: 'cacheReadInputTokens', write: 'cacheWriteInputTokens' },
  messages: { read: 'cache_read_input_tokens', write: 'cache_creation_input_tokens' },
  aiSdk: { read: 'cacheReadTokens', write: 'cacheWriteTokens' },
  langChain: { read: 'input_token_details.cache_read', write: 'input_token_details.cache_creation' },
  strands: { read: 'cacheReadInputTokens', write: 'cacheWriteInputTokens' },
} as const;

function setsPoint({ prompt }: ModelCall) {
  if (prompt === null) return false;
  return (
    prompt.automaticPoint !== undefined || placedPoints(placedBlocks(prompt)).some(({ block }) => block.inside === null)
  );
}

function firstLineOf({ range: [start, end] }: ModelCall, { text }: Document): Range {
  return [start, Math.min(end, lineEndAt(text, start))];
}
