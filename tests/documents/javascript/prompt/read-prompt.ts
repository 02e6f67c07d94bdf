import { expect } from 'vitest';
import type { Place, Prompt, PromptBlock, TextPart } from '../../../../src/documents/prompt.js';
import { type Files, read } from '../read.js';

/** The prompt of the only call with a request in a source, read through every parser. */
export function promptIn(text: string, path = 'src/app.ts', files: Files = {}): Prompt {
  const prompts = read(text, path, files).modelCalls.flatMap(({ prompt }) => prompt ?? []);
  expect(prompts).toHaveLength(1);
  const [prompt] = prompts;
  if (!prompt) throw new Error('no prompt');
  expectSoundPrompt(prompt, text, path);
  return prompt;
}

/** Every place of the file itself lies in it, and the words of a template are those that stand there. */
function expectSoundPrompt(prompt: Prompt, text: string, path: string) {
  const isInside = ({ range: [start, end], path: at }: Place) =>
    at !== path || (start >= 0 && start <= end && end <= text.length);
  for (const section of [prompt.tools, prompt.system, prompt.messages]) {
    if (!section) continue;
    expect([section.place, section.definition].every(isInside)).toBe(true);
    for (const block of section.blocks) {
      expect(isInside(block.place)).toBe(true);
      const parts = 'parts' in block ? block.parts : [];
      expect(parts.every((part) => isInside(part.place) && (!part.origin || isInside(part.origin)))).toBe(true);
    }
  }
}

/** A section in one line a block: `"words" <clock> <?>`, `POINT cachePoint 1h`, `tool …`, `media`. */
export function shown(section: Prompt['system']): readonly string[] | null {
  return section?.blocks.map(shownBlock) ?? null;
}

function shownBlock(block: PromptBlock): string {
  const speaker = block.role === null || block.role === 'system' ? '' : `${block.role}: `;
  switch (block.kind) {
    case 'point': {
      const more = [block.provider, block.ttl, block.inside, block.isConditional ? 'conditional' : null];
      return ['POINT', block.written, ...more.filter((word) => word !== null && word !== undefined)].join(' ');
    }
    case 'text':
      return speaker + shownParts(block.parts);
    case 'tool':
    case 'unknown':
      return `${speaker}${block.kind} ${shownParts(block.parts)}`.trim();
    default:
      return speaker + block.kind;
  }
}

export function shownParts(parts: readonly TextPart[]): string {
  return parts.map(shownPart).join(' ');
}

function shownPart(part: TextPart): string {
  if (part.kind === 'static') return JSON.stringify(part.text);
  if (part.kind === 'unknown') return part.isConstant ? '<=>' : '<?>';
  return `<${[part.cause, part.perProcess ? 'process' : '', part.perDay ? 'day' : ''].filter(Boolean).join(' ')}>`;
}

/** The parts of a text: `expression` stands in a function, `before` above it. */
export function partsOf(expression: string, before = '', files: Files = {}): readonly TextPart[] {
  return partsIn(textSource(expression, before), files);
}

export function partsIn(source: string, files: Files = {}): readonly TextPart[] {
  const [block] = promptIn(source, 'src/app.ts', files).system?.blocks ?? [];
  return block && 'parts' in block ? block.parts : [];
}

export function textSource(expression: string, before = '', inside = '', parameters = 'a: any, b: any'): string {
  return [
    `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
    before,
    `export function ask(${parameters}) {`,
    inside,
    `  return new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6', system: [{ text: ${expression} }] });`,
    `}`,
  ].join('\n');
}
