import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import type { Place } from '../documents/prompt.js';
import { isTestPath } from '../documents/test-path.js';
import { lineIndex } from '../edits/line-index.js';
import type { Policy } from '../policy/policy.js';
import { modelsOfCall } from './caching/cache-models.js';
import { capLevel } from './models/cap-level.js';
import { defineRule } from './define-rule.js';
import { writeCost } from './dynamic-prefix/dynamic-cost.js';
import type { DynamicPart, DynamicPiece } from './dynamic-prefix/dynamic-pieces.js';
import { dynamicPieces } from './dynamic-prefix/dynamic-pieces.js';
import { repairOf } from './dynamic-prefix/dynamic-repairs.js';
import { sharesCache } from './dynamic-prefix/dynamic-worth.js';
import type { Finding } from './finding.js';
import { mayBeClaude } from './cache-points/point-call.js';

const advice = 'Move it behind the point.';

export default defineRule({
  name: 'no-dynamic-cache-prefix',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow text that differs from call to call before a cache point',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'warn',
    },
    messages: {
      clock: `\`{{expression}}\` gives another time on every call and stands before the cache point {{where}}: every call writes that cache{{cost}} and none reads it. ${advice}`,
      random: `\`{{expression}}\` gives another value on every call and stands before the cache point {{where}}: every call writes that cache{{cost}} and none reads it. ${advice}`,
      counter: `\`{{expression}}\` changes from call to call and stands before the cache point {{where}}: every call writes that cache{{cost}} and none reads it. ${advice}`,
      serialisation: `\`{{expression}}\` may grow, and come in another order in another process, and stands before the cache point {{where}}: a call that finds it changed writes that cache again{{cost}}. Sort it, or move it behind the point.`,
      request: `\`{{expression}}\` comes with each request and stands before the cache point {{where}}: a request reads that cache only where it repeats another, and writes it{{cost}} where not. ${advice}`,
      user: `\`{{expression}}\` differs between users and stands before the cache point {{where}}: each user starts a cache, and what they share is written again{{cost}} for each. ${advice}`,
      perProcess: `\`{{expression}}\` differs from process to process and stands before the cache point {{where}}: each deployment, worker and cold start begins a cache of its own. ${advice}`,
      perDay: `\`{{expression}}\` differs from day to day and stands before the cache point {{where}}: the first call after midnight writes that cache again. ${advice}`,
    },
    repairs: {
      splitAtPoint: {
        message: 'Put the point behind the text that stays the same, and the rest in a block of its own.',
        safeties: ['review'],
      },
      moveBehindPoint: { message: 'Put the point before the block that differs.', safeties: ['review'] },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    formats: ['javascript'],
  },
  detect(document, { policy }) {
    // Calls may share a prompt: what differs in it is one defect.
    const byPlace = new Map<number, DynamicFinding>();
    for (const call of document.modelCalls) {
      if (call.prompt === null || !mayBeClaude(call)) continue;
      const reached = modelsOfCall(call, policy)?.models ?? policy.catalog.models;
      for (const piece of dynamicPieces(call.prompt)) {
        if (!sharesCache(piece, reached)) continue;
        const range = rangeOf(piece, call, document);
        if (!byPlace.has(range[0])) byPlace.set(range[0], toFinding(piece, { call, range, document, policy }));
      }
    }
    return byPlace.values();
  },
});

type DynamicFinding = Finding<DynamicPart['cause'] | 'perProcess' | 'perDay', 'splitAtPoint' | 'moveBehindPoint'>;

/** The piece itself, or what of its call stands in this file. */
function rangeOf({ part, point }: DynamicPiece, call: ModelCall, { path }: Document) {
  const here = [part.place, point.block.place].find((place) => place.path === path);
  return here?.range ?? call.range;
}

interface Circumstances {
  readonly call: ModelCall;
  readonly range: DynamicFinding['range'];
  readonly document: Document;
  readonly policy: Policy;
}

function toFinding(piece: DynamicPiece, { call, range, document, policy }: Circumstances): DynamicFinding {
  const { part, point } = piece;
  // What a test sends is what it expects.
  const repair = isTestPath(document.path) ? null : repairOf(piece, document, modelsOfCall(call, policy));
  return {
    messageId: messageOf(part),
    data: {
      expression: shortened(part.expression),
      where: describe(point.block.place, document),
      cost: writeCost(call, point.block.ttl, policy),
    },
    range,
    level: levelOf(part, document),
    repairs: repair ? [repair] : [],
    ...(repair ? {} : { unrepaired: 'nothing that stays the same can be put before it by an edit' }),
  };
}

function messageOf({ cause, perProcess, perDay }: DynamicPart): DynamicFinding['messageId'] {
  if (perProcess) return 'perProcess';
  return perDay ? 'perDay' : cause;
}

/** What differs once a day or a process costs little, and a collection may be filled once and for all; what differs by user or request may still repeat. */
function levelOf({ cause, perProcess, perDay }: DynamicPart, { path }: Document) {
  if (perProcess || perDay || cause === 'serialisation') return 'note';
  const isSure = cause === 'clock' || cause === 'random' || cause === 'counter';
  return capLevel(isTestPath(path) ? 'note' : 'error', isSure ? 'error' : 'warning');
}

function describe({ path, range }: Place, document: Document) {
  return path === document.path ? `on line ${String(lineIndex(document.text).lineOf(range[0]))}` : `in ${path}`;
}

function shortened(expression: string) {
  const line = expression.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
