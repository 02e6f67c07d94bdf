import type { Document } from '../documents/document.js';
import { isTestPath } from '../documents/test-path.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import { mayBeClaude } from './cache-points/point-call.js';
import { foreignPoints, wrongDialects } from './cache-points/point-dialect.js';
import type { CachingCall, PointFinding } from './cache-points/point-finding.js';
import { toCachingCall } from './cache-points/point-finding.js';
import { uselessPoints } from './cache-points/point-minimum.js';
import { misplacedPoints } from './cache-points/point-order.js';
import { refusedAutomatic, toggledThinking, unstableTools } from './cache-points/point-requests.js';
import { wrongTtls } from './cache-points/point-ttl.js';

export default defineRule({
  name: 'valid-cache-points',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow cache points that Bedrock refuses, drops or gets nothing from',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      wrongDialect: '{{api}} knows no `{{written}}`: {{consequence}}. Write {{write}}.',
      insideToolResult:
        'A cache point inside `toolResult` fails the request with a ValidationException. Put it behind the `toolResult`.',
      tooMany:
        'The request holds {{count}} cache points, and Bedrock takes {{max}}: it fails with a ValidationException. Give up those with little text between them.',
      emptyPrefix:
        'Nothing stands before this cache point: it caches nothing. Put it behind what stays the same from call to call.',
      ttlOrder:
        'This cache point lives for one hour and stands behind a shorter one {{where}}: the request fails with a ValidationException. Longer ones come first.',
      ttlNotOffered:
        '{{name}} keeps caches for five minutes only: the hour asked for is refused or not kept. Leave out `ttl`.',
      belowMinimum:
        'At most {{tokens}} tokens stand before this cache point, and {{name}} caches from {{minimum}}: nothing is cached, and no error says so. Cache more of the prompt, or leave the point out.',
      noCaching: '{{name}} caches no prompts: the point has no effect, or fails the request. Leave it out.',
      shuffledTools:
        '`{{expression}}` puts the tools in another order on every call, and tools stand before everything else: every call writes the cache and none reads it. Sort them.',
      unstableTools:
        '`{{expression}}` gives the tools the order in which it was filled, and tools stand before everything else: a process that fills it in another order reads no cache of the others. Sort them.',
      thinkingToggled:
        'This call thinks `{{now}}` where another one with the same messages thinks `{{before}}`: neither reads what the other caches of the messages. Keep the thinking of a conversation.',
      automaticRefused:
        '{{name}} refuses a `cache_control` on the whole request on this route: it fails with a ValidationException. Put one on the last block to cache.',
    },
    repairs: {
      useSurfaceDialect: { message: 'Write the point in the words of this API.', safeties: ['review'] },
      moveOutOfToolResult: { message: 'Put the point behind the `toolResult`.', safeties: ['review'] },
      removeDuplicatePoint: { message: 'Remove the points that stand directly behind another.', safeties: ['review'] },
      moveBehindNextBlock: { message: 'Put the point behind the block that follows it.', safeties: ['review'] },
      dropLongTtl: { message: 'Leave out `ttl`.', safeties: ['review'] },
      shortenTtl: { message: 'Let the point live for five minutes, as the one before.', safeties: ['review'] },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    formats: ['javascript'],
  },
  detect(document, { policy }) {
    const calls = cachingCalls(document, policy);
    // Calls may share a prompt: what is wrong in it is one defect.
    const byPlace = new Map<string, PointFinding>();
    for (const finding of findingsOf(calls)) {
      const key = `${finding.messageId} ${String(finding.range[0])}`;
      if (!byPlace.has(key)) byPlace.set(key, isTestPath(document.path) ? unrepaired(finding) : finding);
    }
    return byPlace.values();
  },
});

/** What a test sends is what it expects. */
function unrepaired(finding: PointFinding): PointFinding {
  return { ...finding, repairs: [], unrepaired: 'a test expects what it sends' };
}

function cachingCalls(document: Document, policy: Policy): readonly CachingCall[] {
  return document.modelCalls.flatMap((call) => {
    const caching = toCachingCall(call, document, policy);
    return caching !== null && mayBeClaude(call) ? [caching] : [];
  });
}

function* findingsOf(calls: readonly CachingCall[]): Iterable<PointFinding> {
  for (const caching of calls) {
    yield* wrongDialects(caching);
    const read = withoutForeign(caching);
    yield* misplacedPoints(read);
    yield* wrongTtls(read);
    yield* uselessPoints(read);
    yield* unstableTools(read);
    yield* refusedAutomatic(read);
  }
  yield* toggledThinking(calls);
}

/** What is no point to the API counts for nothing until it is one. */
function withoutForeign(caching: CachingCall): CachingCall {
  const foreign = new Set(foreignPoints(caching));
  return foreign.size === 0 ? caching : { ...caching, points: caching.points.filter((point) => !foreign.has(point)) };
}
