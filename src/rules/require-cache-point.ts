import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import { isTestPath } from '../documents/test-path.js';
import { lineEndAt } from '../edits/line-bounds.js';
import type { Range } from '../edits/text-edit.js';
import type { Policy } from '../policy/policy.js';
import { missingPoint } from './caching/cache-candidate.js';
import {
  describeModels,
  describePart,
  describeTokens,
  modelsThatCache,
  priceOfCaching,
} from './caching/cache-words.js';
import { handlesCachingUnseen } from './caching/cache-handling.js';
import { modelsOfCall, strictestMinimum } from './caching/cache-models.js';
import type { CallModels } from './caching/cache-models.js';
import type { PrefixEnd } from './caching/cache-prefix.js';
import { addPointRepair } from './caching/cache-repair.js';
import { defineRule } from './define-rule.js';
import type { Finding } from './finding.js';

export default defineRule({
  name: 'require-cache-point',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'require a cache point behind a long prompt that stays the same',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'warn',
    },
    messages: {
      noPoint:
        'No cache point stands behind {{part}} ({{tokens}}), which every call repeats: {{models}} from {{minimum}} tokens on. From the second call within five minutes on, a point pays{{price}}; without one, reuse is best effort.',
      nearMinimum:
        'No cache point stands behind {{part}} ({{tokens}}), which every call repeats and which may reach the {{minimum}} tokens from which {{models}}: count them with the model, and set a point if they do.',
      belowMinimum:
        'Every call repeats {{part}} ({{tokens}}), but {{models}} only from {{minimum}} tokens on: a cache point would do nothing. {{others}} would cache it.',
    },
    repairs: {
      addCachePoint: { message: 'Set a cache point behind what stays the same.', safeties: ['review'] },
    },
    schema: {
      type: 'object',
      properties: {
        nearMinimum: {
          type: 'boolean',
          description: "Report prompts whose estimate lies on both sides of the model's minimum too.",
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { nearMinimum: false },
    formats: ['javascript'],
  },
  detect(document, { policy, options }) {
    // Calls may share a prompt: one point in it serves all.
    const byPlace = new Map<number, Found>();
    for (const call of document.modelCalls) {
      const found = findingFor(call, { document, policy, options });
      if (found && !byPlace.has(found.range[0])) byPlace.set(found.range[0], found);
    }
    return byPlace.values();
  },
});

type Found = Finding<'noPoint' | 'nearMinimum' | 'belowMinimum', 'addCachePoint'>;

interface Circumstances {
  readonly document: Document;
  readonly policy: Policy;
  readonly options: { readonly nearMinimum: boolean };
}

function findingFor(call: ModelCall, circumstances: Circumstances): Found | null {
  const { document, policy } = circumstances;
  if (call.prompt === null) return null;
  const reached = modelsOfCall(call, policy);
  const minimum = reached && strictestMinimum(reached.models);
  if (!reached || minimum === null) return null;
  const end = missingPoint(call.prompt, reached.models, Math.max(minimum, policy.minTokens));
  const messageId = end && verdictOf(end, minimum, circumstances);
  if (!end || !messageId || handlesCachingUnseen(document)) return null;
  return toFinding(messageId, end, { call, reached, minimum, ...circumstances });
}

/** What there is to say about a prefix: the whole of its estimate lies on one side of the minimum, or on both. */
function verdictOf({ tokens }: PrefixEnd, minimum: number, { policy, options }: Circumstances) {
  if (tokens.low >= Math.max(minimum, policy.minTokens)) return 'noPoint';
  if (tokens.high < minimum) return policy.minTokens > 0 && tokens.low >= policy.minTokens ? 'belowMinimum' : null;
  // Where nothing is known of the length there is nothing near.
  const isNear = tokens.low < minimum && tokens.high >= policy.minTokens && Number.isFinite(tokens.high);
  return options.nearMinimum && isNear ? 'nearMinimum' : null;
}

interface Judged extends Circumstances {
  readonly call: ModelCall;
  readonly reached: CallModels;
  readonly minimum: number;
}

function toFinding(messageId: Found['messageId'], end: PrefixEnd, judged: Judged): Found | null {
  const { call, reached, minimum, document, policy } = judged;
  const others = messageId === 'belowMinimum' ? modelsThatCache(end.tokens.low, reached.models, policy) : '';
  if (messageId === 'belowMinimum' && others === '') return null;
  const repair = messageId === 'belowMinimum' ? null : addPointRepair(end, call, document);
  return {
    messageId,
    data: {
      part: describePart(call.prompt, end),
      tokens: describeTokens(end.tokens),
      models: describeModels(reached),
      minimum: minimum.toLocaleString('en-US'),
      price: priceOfCaching(reached.models),
      others,
    },
    range: rangeOf(end, call, document),
    level: levelOf(call, reached, document),
    repairs: repair ? [repair] : [],
    ...(repair === null && {
      unrepaired:
        messageId === 'belowMinimum'
          ? 'no point caches so few tokens'
          : 'what stays the same and what changes can’t be parted by an edit, it is written elsewhere, or its type takes no other form',
    }),
  };
}

/** The first line of what the request sets, or of what stands in this file of it. */
function rangeOf({ at }: PrefixEnd, call: ModelCall, { path, text }: Document): Range {
  const { section, block } = at;
  const place = [section.place, block.place].find((each) => each.path === path);
  const [start, end] = place?.range ?? call.range;
  return [start, Math.min(end, lineEndAt(text, start))];
}

/** A setting may name another model; one that nobody names may be any Claude. */
function levelOf({ provesClaude }: ModelCall, { isNamed, isExhaustive }: CallModels, { path }: Document) {
  if (isTestPath(path)) return 'note';
  return (isNamed && isExhaustive) || (!isNamed && provesClaude) ? 'error' : 'warning';
}
