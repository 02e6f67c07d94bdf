import { compareGenerations } from '../catalog/generation.js';
import type { CatalogModel } from '../catalog/schema.js';

/** Where Fable led and the other families followed. */
const FROM_GENERATION: Readonly<Partial<Record<CatalogModel['family'], string>>> = { fable: '5.1' };
const FROM_GENERATION_ELSEWHERE = '5.5';

/**
 * Whether a model refuses a conversation whose thinking blocks it did not write, or whose earlier turns were edited.
 * https://platform.claude.com/docs/en/about-claude/models/migration-guide
 */
export function bindsThinking({ family, generation }: CatalogModel): boolean {
  return compareGenerations(generation, FROM_GENERATION[family] ?? FROM_GENERATION_ELSEWHERE) >= 0;
}
