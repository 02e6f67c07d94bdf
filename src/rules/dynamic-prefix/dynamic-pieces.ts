import type { DynamicCause, Prompt, TextPart } from '../../documents/prompt.js';
import type { PlacedBlock, PlacedPoint } from '../cache-points/point-places.js';
import { placedBlocks, placedPoints } from '../cache-points/point-places.js';

export type DynamicPart = Extract<TextPart, { readonly kind: 'dynamic' }>;

/** A piece of text that differs from call to call, and the cache point it stands before. */
export interface DynamicPiece {
  readonly part: DynamicPart;
  readonly at: PlacedBlock;
  readonly point: PlacedPoint;
  /** What stands before its block. */
  readonly before: readonly PlacedBlock[];
  /** What stands before its point. */
  readonly prefix: readonly PlacedBlock[];
  /** The first such piece of the prompt, in the block directly before the point: moving its text mends the point. */
  readonly isAlone: boolean;
}

/** Every dynamic piece that stands before a point which is meant to be shared. */
export function dynamicPieces(prompt: Prompt): readonly DynamicPiece[] {
  const blocks = placedBlocks(prompt);
  const points = placedPoints(blocks);
  const found: DynamicPiece[] = [];
  for (const [order, at] of points.length === 0 ? [] : blocks.entries()) {
    for (const part of partsOf(at)) {
      if (part.kind !== 'dynamic' || isOrderOfTools(part.cause, at)) continue;
      const point = points.find((each) => each.order > order && isShared(part, at, each, blocks));
      if (point === undefined) continue;
      const isAlone = found.length === 0 && point.order === order + 1;
      found.push({ part, at, point, before: blocks.slice(0, order), prefix: blocks.slice(0, point.order), isAlone });
    }
  }
  return found;
}

/** The order of tools is for the rule about cache points. */
function isOrderOfTools(cause: DynamicCause, { name, block }: PlacedBlock) {
  return name === 'tools' && (cause === 'serialisation' || block.kind === 'unknown');
}

function partsOf({ block }: PlacedBlock): readonly TextPart[] {
  return 'parts' in block ? block.parts : [];
}

/** Whether calls that differ in a part are meant to share what a point caches. */
function isShared(
  { cause }: DynamicPart,
  { name, block: { role } }: PlacedBlock,
  point: PlacedPoint,
  blocks: readonly PlacedBlock[],
) {
  if (name !== 'messages' || role === 'system') return true;
  if (isConversation(point)) return false;
  // A document that comes with a request is cached for the questions that follow it.
  return point.order === blocks.length - 1 || (cause !== 'request' && cause !== 'user');
}

/**
 * A point in a conversation is read by its next turn, which repeats the messages as they were sent: what differs in them does no harm. Several speakers,
 * messages nobody can see and a list that is used elsewhere too make a conversation.
 */
function isConversation({ section }: PlacedPoint) {
  return (
    !section.isOwned ||
    section.blocks.some(
      ({ kind, role }) => kind === 'toolUse' || role === 'assistant' || (kind === 'unknown' && role === null),
    )
  );
}
