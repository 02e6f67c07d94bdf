import type { CatalogModel } from '../../catalog/schema.js';
import type { Prompt, PromptBlock, TextPart } from '../../documents/prompt.js';
import type { PlacedBlock } from '../cache-points/point-places.js';
import { placedBlocks } from '../cache-points/point-places.js';
import { promptPartBand, toolInstructions } from '../token-estimate/part-band.js';
import { addBands, noTokens } from '../token-estimate/token-band.js';
import type { TokenBand } from '../token-estimate/token-band.js';

/** A place up to which a request says the same on every call. */
export interface PrefixEnd {
  /** The last block before the place. */
  readonly at: PlacedBlock;
  /** The first part of that block that may differ; `null` where all of it stays the same. */
  readonly hole: TextPart | null;
  /** All that stands before the place, tools first. */
  readonly tokens: TokenBand;
  /** What of it stands behind the last cache point before the place. */
  readonly unmarked: TokenBand;
  /** What of it stands in the section of the place. */
  readonly inSection: TokenBand;
}

/** Where the part of a prompt that stays the same could end, first to last: behind a block, or inside one before its first hole. */
export function prefixEnds(prompt: Prompt, models: readonly CatalogModel[]): readonly PrefixEnd[] {
  const ends: PrefixEnd[] = [];
  let [tokens, unmarked, inSection] = [noTokens, noTokens, noTokens];
  let section: PlacedBlock['name'] | null = null;
  for (const at of placedBlocks(prompt)) {
    if (hasUnseenBefore(prompt, at)) break;
    if (at.name !== section) inSection = noTokens;
    if (at.name === 'tools' && section === null) tokens = addBands(tokens, toolInstructions);
    section = at.name;
    if (at.block.kind === 'point') {
      unmarked = noTokens;
      continue;
    }
    const same = sameIn(at.block, models);
    if (same === null) break;
    const { band, hole } = same;
    [tokens, unmarked, inSection] = [addBands(tokens, band), addBands(unmarked, band), addBands(inSection, band)];
    if (hole === null || band.low > 0) ends.push({ at, hole, tokens, unmarked, inSection });
    if (hole !== null) break;
  }
  return ends;
}

/** A section that nobody can read comes before the block. */
function hasUnseenBefore(prompt: Prompt, { name }: PlacedBlock) {
  return (
    (name !== 'tools' && prompt.tools?.form === 'unknown') || (name === 'messages' && prompt.system?.form === 'unknown')
  );
}

/** The beginning of a block that stays the same, and where it ends; `null` where nothing is known of the block. */
function sameIn(block: PromptBlock, models: readonly CatalogModel[]) {
  if (!('parts' in block) || block.parts.length === 0) return null;
  let band = noTokens;
  for (const part of block.parts) {
    if (part.kind === 'dynamic' || (part.kind === 'unknown' && part.isConstant !== true)) return { band, hole: part };
    band = addBands(band, promptPartBand(part, models));
  }
  return { band, hole: null };
}
