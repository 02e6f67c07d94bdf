import type { Document } from '../../documents/document.js';
import type { Level, ModelCall, Range } from '../../documents/facts.js';
import type { Place, Prompt } from '../../documents/prompt.js';
import { isTestPath } from '../../documents/test-path.js';
import { lineIndex } from '../../edits/line-index.js';
import type { Policy } from '../../policy/policy.js';
import { modelsOfCall } from '../caching/cache-models.js';
import type { CallModels } from '../caching/cache-models.js';
import { capLevel } from '../models/cap-level.js';
import type { Finding } from '../finding.js';
import type { PlacedBlock, PlacedPoint } from './point-places.js';
import { placedBlocks, placedPoints } from './point-places.js';

export type PointMessage =
  | 'wrongDialect'
  | 'insideToolResult'
  | 'tooMany'
  | 'emptyPrefix'
  | 'ttlOrder'
  | 'ttlNotOffered'
  | 'belowMinimum'
  | 'noCaching'
  | 'shuffledTools'
  | 'unstableTools'
  | 'thinkingToggled'
  | 'automaticRefused';

export type PointRepair =
  | 'useSurfaceDialect'
  | 'moveOutOfToolResult'
  | 'removeDuplicatePoint'
  | 'moveBehindNextBlock'
  | 'dropLongTtl'
  | 'shortenTtl';

export type PointFinding = Finding<PointMessage, PointRepair>;

/** A call that says something about caching, with what its points are judged by. */
export interface CachingCall {
  readonly call: ModelCall;
  readonly prompt: Prompt;
  readonly blocks: readonly PlacedBlock[];
  readonly points: readonly PlacedPoint[];
  /** `null` where nobody can say what the call reaches. */
  readonly models: CallModels | null;
  readonly document: Document;
  readonly policy: Policy;
}

/** `null` for a call without points. */
export function toCachingCall(call: ModelCall, document: Document, policy: Policy): CachingCall | null {
  const { prompt } = call;
  if (prompt === null) return null;
  const blocks = placedBlocks(prompt);
  const points = placedPoints(blocks);
  if (points.length === 0 && prompt.automaticPoint === undefined) return null;
  return { call, prompt, blocks, points, models: modelsOfCall(call, policy), document, policy };
}

/** Where a finding stands: what is wrong, or the call where that is written in another file. */
export function rangeFor(place: Place, { call, document }: CachingCall): Range {
  return place.path === document.path ? place.range : call.range;
}

export function levelFor({ document }: CachingCall, level: Level): Level {
  return capLevel(isTestPath(document.path) ? 'note' : 'error', level);
}

/** `on line 12`, or the file. */
export function whereIs(place: Place, { document }: CachingCall): string {
  if (place.path !== document.path) return `in ${place.path}`;
  return `on line ${String(lineIndex(document.text).lineOf(place.range[0]))}`;
}

/** Whether an edit of these places stays in the file and changes this prompt alone. */
export function canEdit(
  { section }: PlacedBlock,
  places: readonly (Place | null)[],
  { document }: CachingCall,
): boolean {
  return section.isOwned && [section.definition, ...places].every((place) => place?.path === document.path);
}
