import type { Prompt, PromptBlock, PromptSection } from '../../documents/prompt.js';

export type SectionName = 'tools' | 'system' | 'messages';

/** A block where it stands in a prompt. */
export interface PlacedBlock<Block extends PromptBlock = PromptBlock> {
  readonly block: Block;
  readonly section: PromptSection;
  readonly name: SectionName;
  /** Place among the blocks of its section. */
  readonly index: number;
}

export type PointBlock = Extract<PromptBlock, { readonly kind: 'point' }>;

export type PlacedPoint = PlacedBlock<PointBlock> & {
  /** Place among all blocks of the prompt: this many stand before it. */
  readonly order: number;
};

const names = ['tools', 'system', 'messages'] as const;

/** The blocks of a prompt in the order in which caches see them. */
export function placedBlocks(prompt: Prompt): readonly PlacedBlock[] {
  return names.flatMap((name) => {
    const section = prompt[name];
    return section === null ? [] : section.blocks.map((block, index) => ({ block, section, name, index }));
  });
}

/** The cache points among some blocks. */
export function placedPoints(blocks: readonly PlacedBlock[]): readonly PlacedPoint[] {
  return blocks.flatMap(({ block, ...place }, order) => (block.kind === 'point' ? [{ ...place, block, order }] : []));
}

/** Whether all that stands before a point can be seen; what is unseen may stand anywhere. */
export function isPrefixSeen(prompt: Prompt, blocks: readonly PlacedBlock[], { name, order }: PlacedPoint): boolean {
  return (
    prompt.isComplete &&
    names.slice(0, names.indexOf(name) + 1).every((each) => prompt[each]?.form !== 'unknown') &&
    blocks.slice(0, order).every(({ block }) => block.kind !== 'unknown')
  );
}
